import { areas, levels } from '../../src/record/areas.ts'
import { horizons } from '../../src/record/need.ts'
import { precautionTopics } from '../../src/record/precaution.ts'
import { answers } from '../../src/record/rating.ts'
import { contactTypes } from '../../src/record/reach.ts'
import { statuses, topics, type Part } from '../../src/record/types.ts'
import type { Filled } from '../journeys/filling.ts'

// A large record: 60 contacts, 500 appointments, 1,000 incidents and 200,000 characters of story, and of all
// else about as much as comes together with so many.

const many = (count: number, make: (n: number) => Filled): readonly Filled[] =>
  Array.from({ length: count }, (_, n) => make(n))

const pick = <T>(all: readonly T[], n: number): T => {
  const one = all[n % all.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const day = (from: string, n: number): string =>
  new Date(Date.parse(`${from}T12:00Z`) + n * 86_400_000).toISOString().slice(0, 10)

const contact = (n: number): Filled & { readonly kind: 'contact' } => ({
  kind: 'contact',
  id: `c${n}`,
  organisation: `Kontoret ${n}`,
  person: `Kontakt ${n}`,
  role: 'handläggare',
  type: pick(contactTypes, n),
  level: pick(levels, n),
  needs: [pick(areas, n), pick(areas, n + 3)],
  phones: [{ label: 'work', number: `08-${1_000 + n}` }],
  cases: [{ kind: 'diary', number: `${n}-26` }],
  hours: 'mån-fre 8-16',
  status: pick(statuses, n),
  next: n % 4 === 0 ? 'Ring tillbaka' : '',
  nextOn: n % 4 === 0 ? day('2031-01-01', n) : '',
  links: n > 0 && n % 5 === 0 ? [{ to: `c${n - 1}`, kind: 'talk' }] : [],
})

/** Two and two alike but for what comes next. */
const twin = (n: number): Filled => ({
  ...contact(50 + (n >> 1)),
  id: `w${n}`,
  organisation: `Tvilling ${n >> 1}`,
  next: n % 2 === 0 ? 'Ring tillbaka' : 'Skicka papper',
  links: [],
})

const appointment = (n: number): Filled => ({
  kind: 'appointment',
  id: `a${n}`,
  title: `Möte ${n}`,
  start: `${day('2030-01-01', n)}T09:00`,
  end: `${day('2030-01-01', n)}T10:00`,
  allDay: false,
  place: 'Sal 2',
  contact: `c${n % 50}`,
  bring: '',
  note: '',
  uid: '',
})

const incident = (n: number): Filled => ({
  kind: 'incident',
  id: `i${n}`,
  when: n % 3 === 0 ? 'våren 2024, flera gånger' : '',
  on: n % 3 === 0 ? '' : day('2023-01-01', n),
  what: `Det hände igen, gång ${n}. Jag minns orden och var vi stod.`,
  place: 'hemma',
  witnesses: '',
  reported: '',
})

const sentence = 'Hon ringde på torsdag och frågade efter den som har ärendet. '
const characters = 200_000

const story = (n: number): Filled => {
  const each = characters / topics.length
  const text = sentence.repeat(Math.ceil(each / sentence.length)).slice(0, each)
  return { kind: 'story', id: `s${n}`, topic: pick(topics, n), title: `Del ${n}`, text }
}

const need = (n: number): Filled => {
  const [area, horizon] = [pick(areas, n), pick(horizons, n >> 3)]
  return { kind: 'need', id: `own.${area}.${horizon}`, area, horizon, state: 'open' }
}

const step = (n: number): Filled => ({
  kind: 'step',
  id: `p${n}`,
  what: `Steg ${n}`,
  area: pick(areas, n),
  by: day('2031-01-01', n),
})

const child = (n: number): Filled => ({
  kind: 'child',
  id: `k${n}`,
  name: `Barn ${n}`,
  born: '2017',
})

const rating = (n: number): Filled => ({
  kind: 'rating',
  id: `c${n % 50}.${day('2025-01-01', n)}`,
  contact: `c${n % 50}`,
  on: day('2025-01-01', n),
  listened: pick(answers, n),
  knew: pick(answers, n >> 1),
  influence: '',
  helped: pick(answers, n >> 2),
  retold: n % 3 === 0 ? 'yes' : 'no',
})

const precaution = (n: number): Filled => ({
  kind: 'precaution',
  id: `f${n}`,
  topic: pick(precautionTopics, n),
  text: `Rad ${n}`,
})

const talk = (n: number): Filled => ({
  kind: 'talk',
  id: `t${n}`,
  on: day('2025-01-01', n * 30),
  tool: `Samtal ${n}`,
  told: sentence,
})

const parts = (n: number): readonly Part[] =>
  [0, 1, 2, 3].map((at) => ({ kind: 'contact', id: `c${(n + at) % 50}`, fields: ['organisation'] }))

const until = '2025-06-01T12:00:00Z'

const share = (n: number): Filled => ({
  kind: 'share',
  id: `g${n}`,
  grant: { recipient: `Mottagare ${n}`, type: 'social', parts: parts(n), why: 'Möte', until },
  made: '2025-05-01T12:00:00Z',
  ended: until,
})

/** Yesterday: what is older than thirty days is let go. */
const lately = new Date(Date.now() - 86_400_000).toISOString().slice(0, 11)

const past = (n: number): Filled => {
  const gone = n % 2 === 0
  const at = `${lately}12:${String(n % 60).padStart(2, '0')}:00Z`
  const entry = gone ? { ...contact(n), id: `x${n}`, organisation: `Borta ${n}` } : contact(7)
  const of = `contact/${String(entry.id)}`
  return { kind: 'past', id: `${at} ${of}`, of, entry: JSON.stringify(entry), gone, at }
}

export const bigRecord = (): readonly Filled[] => [
  ...many(50, contact),
  ...many(10, twin),
  ...many(500, appointment),
  ...many(1_000, incident),
  ...many(topics.length, story),
  ...many(24, need),
  ...many(40, step),
  ...many(3, child),
  ...many(200, rating),
  ...many(45, precaution),
  ...many(12, talk),
  ...many(60, share),
  ...many(60, past),
]
