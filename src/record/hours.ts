// Opening hours as people write them, "mån-fre 8-16.30", in Swedish, English and Arabic, read word by word. One word
// that is not understood, or that could mean two things, and nothing is read: a wrong "open now" sends her out for nothing.

/** Days count from Monday, 0 to 6; times are minutes after midnight. */
export type Span = { readonly days: readonly number[]; readonly from: number; readonly to: number }

type Token =
  | { readonly is: 'days'; readonly days: readonly number[]; readonly one: boolean }
  /** Those of these that nothing else names. */
  | { readonly is: 'rest'; readonly days: readonly number[] }
  | { readonly is: 'through' | 'shut' }
  | { readonly is: 'time'; readonly from: number; readonly to: number }

const week = [0, 1, 2, 3, 4, 5, 6]
const workdays = [0, 1, 2, 3, 4]
const weekend = [5, 6]
const midnight = 1_440

const dayForms = [
  'må|mån|månd|måndag|mon|monday|الاثنين',
  'ti|tis|tisd|tisdag|tue|tues|tuesday|الثلاثاء',
  'ons|onsd|onsdag|wed|weds|wednesday|الاربعاء',
  'tor|tors|torsd|torsdag|thu|thur|thurs|thursday|الخميس',
  'fr|fre|fred|fredag|fri|friday|الجمعة',
  'lö|lör|lörd|lördag|sat|saturday|السبت',
  'sö|sön|sönd|söndag|sun|sunday|الاحد',
].map((form) => new RegExp(`^(?:${form})(?:ar|arna|en|s)?$`))

const groups: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(vardag(ar|arna|en|s)?|weekdays?|arbetsdag(ar)?)$/, workdays],
  [/^(dagligen|daily|alladagar|يوميا)$/, week],
  [/^(helg(er|en)?|weekends?)$/, weekend],
]

/** Said beside hours, and nothing changes by it. */
const fillers =
  /^(och|samt|and|kl|klockan|från|from|öppet|öppen|öppettid|öppettider|open|opening|hours|på|on|و|من|الساعة)$/

const ofWord = (word: string): Token | 'nothing' | null => {
  const day = dayForms.findIndex((form) => form.test(word))
  if (day >= 0) return { is: 'days', days: [day], one: true }
  const group = groups.find(([form]) => form.test(word))
  if (group) return { is: 'days', days: group[1], one: false }
  if (word === 'övrigavardagar') return { is: 'rest', days: workdays }
  if (word === 'övrigadagar') return { is: 'rest', days: week }
  if (/^(stängt|stängd|closed|lunchstängt|lunch|lunchstängning|مغلق|مغلقة)$/.test(word))
    return { is: 'shut' }
  if (/^(till|to|الى|حتى)$/.test(word)) return { is: 'through' }
  return fillers.test(word) ? 'nothing' : null
}

const clockForm = '(\\d{1,2})(?:[.:](\\d\\d))?'
const timeForm = new RegExp(
  `^${clockForm}\\s*(?:\\p{Pd}|till|to|الى|حتى)\\s*${clockForm}(?![\\d:])`,
  'u',
)

const minutes = (hour = '', minute = '0'): number =>
  Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : Number.NaN

/** Times that end before they begin go past midnight, or are a slip: nobody can tell. */
const ofTime = (found: RegExpExecArray): Token | null => {
  const [, h1, m1, h2, m2] = found
  const [from, to] = [minutes(h1, m1), minutes(h2, m2)]
  return from < to && to <= midnight ? { is: 'time', from, to } : null
}

/** Languages behind the hours, as the directory has them; none that could be a day. */
const spokenThere = /\((?:sv|en|ar|fi|so|fa)(?:, ?(?:sv|en|ar|fi|so|fa))*\)\s*$/

/** Arabic without what is written or left out at will, with its signs and digits as others write them. */
const plainArabic = (hours: string): string =>
  hours
    .replace(/[\u064b-\u0652]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[،؛]/g, ',')
    .replace(/[٠-٩]/g, (digit) => `${digit.charCodeAt(0) - 0x660}`)
    // "And" is written together with its day.
    .replace(/(^|\P{L})و(?=ال)/gu, '$1و ')

/** Several words that mean one thing become one word. */
const plain = (hours: string): string =>
  plainArabic(hours.toLowerCase().normalize('NFC'))
    .replace(spokenThere, '')
    .replace(/(^|\D)([01]\d|2[0-4])([0-5]\d)(?!\d)/g, '$1$2:$3')
    .replace(/dygnet runt|round the clock|24\s*\/\s*7/g, ' 0-24 ')
    .replace(
      /(?:alla dagar|alla veckans dagar|varje dag|every ?day|كل يوم|كل الايام)(?!\p{L})/gu,
      ' alladagar ',
    )
    .replace(/(?:alla |varje )?(?:helgfria? )?(?=vardag)/g, '')
    .replace(/(?:övriga|andra|other|remaining)\s+(?:vardagar|weekdays)/g, ' övrigavardagar ')
    .replace(/(?:övriga|andra|other|remaining)\s+(?:dagar|days)/g, ' övrigadagar ')

/** Null when there is anything that is not understood. */
const tokensIn = (hours: string): Token[] | null => {
  const tokens: Token[] = []
  let rest = plain(hours)
  while (rest !== '') {
    const time = timeForm.exec(rest)
    const [piece] = time ?? /^(?:\p{L}+|\p{Pd}|[\s,;:./+&()|·•]+)/u.exec(rest) ?? ['']
    if (piece === '') return null
    rest = rest.slice(piece.length)
    if (/^[\s,;:./+&()|·•]/.test(piece)) continue
    const said = time
      ? ofTime(time)
      : /\p{Pd}/u.test(piece)
        ? ({ is: 'through' } as const)
        : ofWord(piece)
    if (said === null) return null
    if (said !== 'nothing') tokens.push(said)
  }
  return tokens
}

const through = (first = 0, last = 0): readonly number[] =>
  week.filter((day) => (first <= last ? day >= first && day <= last : day >= first || day <= last))

/** "mån - fre" becomes its days; null where something else is joined. */
const joined = (tokens: readonly Token[]): Token[] | null => {
  const made: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const [here, mark, there] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    if (!here || here.is === 'through') return null
    if (mark?.is !== 'through') made.push(here)
    else if (here.is === 'days' && there?.is === 'days' && here.one && there.one) {
      made.push({ is: 'days', days: through(here.days[0], there.days[0]), one: false })
      at += 2
    } else return null
  }
  return made
}

export type Group = {
  readonly days: readonly number[]
  /** Those of these that no other group names. */
  readonly rest: readonly number[]
  readonly times: readonly { readonly from: number; readonly to: number }[]
  readonly shut: boolean
  /** The word for shut stood before its days. */
  readonly early: boolean
}

const groupOf = (shut = false): Group => ({
  days: [],
  rest: [],
  times: [],
  shut,
  early: shut,
})

/** Times that come first, "8-16 vardagar", are put behind their days; null where both orders would do. */
const daysFirst = (tokens: readonly Token[]): readonly Token[] | null => {
  if (tokens[0]?.is !== 'time') return tokens
  const dated = tokens.some(({ is }) => is === 'days')
  const always = tokens.every((one) => one.is === 'time' && one.from === 0 && one.to === midnight)
  if (!dated) return always ? [{ is: 'days', days: week, one: false }, ...tokens] : null
  const kinds = tokens.map(({ is }) => (is === 'time' ? 't' : is === 'days' ? 'd' : '?')).join('')
  if (!/^t+d+$/.test(kinds)) return null
  const first = kinds.indexOf('d')
  return [...tokens.slice(first), ...tokens.slice(0, first)]
}

type Groups = readonly Group[]

const withLast = (groups: Groups, last: Group): Groups => [...groups.slice(0, -1), last]

/** Behind days that have no times yet the word for shut is theirs, else it is for the days that follow. */
const withShut = (groups: Groups): Groups => {
  const here = groups.at(-1)
  const waits = here && !here.shut && here.times.length === 0
  return waits
    ? withLast(groups, { ...here, shut: true, early: false })
    : [...groups, groupOf(true)]
}

const withTime = (groups: Groups, { from, to }: Group['times'][number]): Groups | null => {
  const here = groups.at(-1)
  return here ? withLast(groups, { ...here, times: [...here.times, { from, to }] }) : null
}

/** Days join those before them until their times have come. */
const withDays = (groups: Groups, kind: 'days' | 'rest', days: readonly number[]): Groups => {
  const here = groups.at(-1)
  const joins = here && here.times.length === 0 && (!here.shut || here.early)
  const group = joins ? here : groupOf()
  const more = { ...group, [kind]: [...group[kind], ...days] }
  return joins ? withLast(groups, more) : [...groups, more]
}

const withToken = (groups: Groups, token: Token): Groups | null => {
  switch (token.is) {
    case 'shut':
      return withShut(groups)
    case 'time':
      return withTime(groups, token)
    case 'days':
    case 'rest':
      return withDays(groups, token.is, token.days)
    case 'through':
      return groups
  }
}

/** Hours and the days that they are for, as they stand. Null when they cannot be read for certain. */
export const groupsIn = (hours: string): Groups | null => {
  const read = tokensIn(hours)
  const tokens = read && joined(read)
  const ordered = tokens && daysFirst(tokens)
  if (!ordered) return null
  return ordered.reduce<Groups | null>((groups, token) => groups && withToken(groups, token), [])
}
