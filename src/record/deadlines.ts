import { dayIn, workdayBy, workdayFrom, type Span } from './counting.ts'
import type { ContactType } from './reach.ts'
import type { LocalDate } from './types.ts'

// Times that rules and habits set, for her to look after if she likes. None is law to this app: each says
// where it was read and whom to check it with. The words are deadline.<name>.

export type Deadline = {
  readonly name: string
  readonly span: Span
  /** Where it goes from a day on which offices are shut: her own last day to before it, all else to after. */
  readonly moves: 'before' | 'after'
  /** Kinds of contact that it has to do with. */
  readonly types: readonly ContactType[]
  /** Beginnings of words, in lower case, that a title or a name may have. */
  readonly words: readonly string[]
  /** Whom to check it with, and where more is told: an id in the country's directory. */
  readonly service: string
  /** What was read for it; the same that the directory names. */
  readonly source: string
}

/** When the sources were gathered. None of them says how old it is, but one. */
export const gathered = '2026-11-23'

export const deadlines: readonly Deadline[] = [
  {
    name: 'contactBan',
    span: { count: 1, unit: 'weeks' },
    moves: 'after',
    types: ['police', 'court'],
    words: ['kontaktförbud', 'åklag', 'contact ban', 'prosecut', 'polis', 'police'],
    service: 'aklagare',
    source: 'https://www.aklagare.se/om_rattsprocessen/fran-brott-till-atal/kontaktforbud/',
  },
  {
    name: 'traces',
    span: { count: 10, unit: 'days' },
    moves: 'before',
    types: ['police', 'health'],
    words: ['spår', 'undersök', 'akut', 'rättsmedic', 'forensic'],
    service: 'kvinnoklinik',
    source:
      'https://www.ltkalmar.se/samarbetsportalen/vardriktlinjer/vald-i-nara-relation/rutiner-och-riktlinjer/under-motet-med-en-misstankt-valdsutsatt/vid-sexuellt-vald-sparsakring/',
  },
  {
    name: 'childSafety',
    span: { count: 1, unit: 'days' },
    moves: 'after',
    types: ['social'],
    words: ['orosanmäl', 'socialtj', 'skyddsbedöm', 'child'],
    service: 'barn-och-familj',
    source:
      'http://www.hedersfortryck.se/yrkesverksamma/socialtjansten/anmalan-och-ansokan-till-socialtjansten/forhandsbedomning-och-skyddsbedomning/',
  },
  {
    name: 'childDecision',
    span: { count: 14, unit: 'days' },
    moves: 'after',
    types: ['social'],
    words: ['orosanmäl', 'socialtj', 'child'],
    service: 'barn-och-familj',
    source:
      'http://www.hedersfortryck.se/yrkesverksamma/socialtjansten/anmalan-och-ansokan-till-socialtjansten/forhandsbedomning-och-skyddsbedomning/',
  },
  {
    name: 'childInquiry',
    span: { count: 4, unit: 'months' },
    moves: 'after',
    types: ['social'],
    words: ['utred', 'socialtj', 'child'],
    service: 'barn-och-familj',
    source:
      'http://www.hedersfortryck.se/yrkesverksamma/socialtjansten/anmalan-och-ansokan-till-socialtjansten/forhandsbedomning-och-skyddsbedomning/',
  },
  {
    name: 'allowance',
    span: { count: 10, unit: 'workdays' },
    moves: 'after',
    types: ['money'],
    words: ['ekonomiskt bistånd', 'försörjningsstöd', 'allowance'],
    service: 'ekonomiskt-bistand',
    source:
      'https://www.nck.uu.se/kunskapsbanken/amnesguider/kommunernas-kvinnofridsarbete/socialtjanstens-insatser/',
  },
  {
    name: 'allowanceAgain',
    span: { count: 1, unit: 'months' },
    moves: 'before',
    types: ['money'],
    words: ['ekonomiskt bistånd', 'försörjningsstöd', 'allowance'],
    service: 'ekonomiskt-bistand',
    source:
      'https://www.nck.uu.se/kunskapsbanken/amnesguider/kommunernas-kvinnofridsarbete/socialtjanstens-insatser/',
  },
  {
    name: 'appeal',
    span: { count: 3, unit: 'weeks' },
    moves: 'before',
    types: ['social', 'money', 'court', 'lawyer'],
    words: ['beslut', 'överklag', 'appeal', 'decision'],
    service: 'forvaltningsratt',
    source: 'https://lagen.nu/prop/2023/24:31',
  },
  {
    name: 'custody',
    span: { count: 4, unit: 'weeks' },
    moves: 'after',
    types: ['lawyer', 'court'],
    words: ['vårdnad', 'familjerätt', 'informationssamtal', 'custody'],
    service: 'familjeratt',
    source: 'https://juristjouren.se/obligatoriskt-informationssamtal-infor-en-vardnadstvist',
  },
  {
    name: 'divorceFrom',
    span: { count: 6, unit: 'months' },
    moves: 'after',
    types: ['court'],
    words: ['skilsmäss', 'äktenskapsskill', 'tingsrätt', 'divorce'],
    service: 'tingsratt',
    source: 'http://familjeradgivarna.se/att-skiljas/',
  },
  {
    name: 'divorceBy',
    span: { count: 12, unit: 'months' },
    moves: 'before',
    types: ['court'],
    words: ['skilsmäss', 'äktenskapsskill', 'tingsrätt', 'divorce'],
    service: 'tingsratt',
    source: 'http://familjeradgivarna.se/att-skiljas/',
  },
  {
    name: 'compensation',
    span: { count: 3, unit: 'years' },
    moves: 'before',
    types: ['police', 'lawyer'],
    words: ['ersättning', 'brottsoffer', 'compensation'],
    service: 'brottsoffermyndigheten',
    source: 'https://www.brottsoffermyndigheten.se/?id=1109',
  },
  {
    name: 'childCompensation',
    span: { count: 21, unit: 'years' },
    moves: 'before',
    types: [],
    words: ['ersättning', 'brottsoffer', 'compensation'],
    service: 'brottsoffermyndigheten',
    source: 'https://www.brottsoffermyndigheten.se/?id=1109',
  },
  {
    name: 'marking',
    span: { count: 1, unit: 'years' },
    moves: 'before',
    types: [],
    words: ['skatteverk', 'sekretess', 'skyddad', 'folkbokför', 'protected'],
    service: 'skatteverket-skydd',
    source:
      'https://www.skatteverket.se/privat/folkbokforing/skyddadepersonuppgifter/levamedskyddadepersonuppgifter.4.6e1dd38d196873bc1e11f93.html',
  },
]

/** What a contact or an appointment tells of itself. */
export type About = { readonly type: ContactType; readonly texts: readonly string[] }

const fits = ({ types, words }: Deadline, { type, texts }: About): boolean => {
  const said = texts.join(' ').toLowerCase()
  return types.includes(type) || words.some((word) => said.includes(word))
}

/** Those that have to do with it. */
export const deadlinesFor = (about: About): readonly Deadline[] =>
  deadlines.filter((one) => fits(one, about))

/** A day counted from another, and the working day that stands for it. */
export type Counted = {
  /** As it is counted; empty when no day was given. */
  readonly day: LocalDate
  /** On which offices work: `day` itself, or the nearest one before or after it. */
  readonly workday: LocalDate
}

export const countedFrom = (since: LocalDate, { span, moves }: Deadline): Counted => {
  const day = dayIn(since, span)
  if (day === '') return { day, workday: day }
  return { day, workday: moves === 'before' ? workdayBy(day) : workdayFrom(day) }
}
