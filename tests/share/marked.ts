import fc from 'fast-check'
import { levels, areas } from '../../src/record/areas.ts'
import { bands, gists, groups, halves, lengths } from '../../src/record/council.ts'
import { fileTypes, type CarriedFile } from '../../src/record/carried.ts'
import { horizons, needStates } from '../../src/record/need.ts'
import { precautionTopics } from '../../src/record/precaution.ts'
import { linkKinds, sensitivities } from '../../src/record/reach.ts'
import { kinds, readEntry } from '../../src/record/read.ts'
import { helps } from '../../src/record/step.ts'
import { feelings } from '../../src/record/talk.ts'
import { statuses, topics, type Entry, type Kind } from '../../src/record/types.ts'

// Any record of every kind of entry. Each text in it is a mark of its own ("@contact0.cases.number@"), each
// day a day that stands nowhere else, so that whatever is read elsewhere can be told by where it came from.

/** Draws one value; the choices are replayed when a case fails. */
export type Draw = <T>(arbitrary: () => fc.Arbitrary<T>) => T

type Raw = Readonly<Record<string, unknown>>

const idsOf = (kind: Kind): readonly string[] => [0, 1, 2].map((n) => `${kind}${n}`)

/** A day from 2031 on, counted up: no two fields have the same. */
const calendar = () => {
  let count = 0
  return (): string =>
    new Date(Date.UTC(2031, 0, 1) + 86_400_000 * count++).toISOString().slice(0, 10)
}

const maker = (draw: Draw, id: string, day: () => string) => {
  const oneOf = <T>(...values: readonly T[]): T => draw(() => fc.constantFrom(...values))
  const perhaps = <T>(value: T, otherwise: T): T => (draw(fc.boolean) ? value : otherwise)
  const said = (path: string): string => `@${id}.${path}@`
  const text = (path: string): string => perhaps(said(path), '')
  const local = (hour: string): string => `${day()}T${hour}:00`
  const instant = (): string => perhaps(`${day()}T10:00:00Z`, '')
  const some = (names: readonly string[]): string[] => names.filter(() => draw(fc.boolean))
  const link = (other: Kind): string | null => oneOf(...idsOf(other), null)
  return { oneOf, perhaps, said, text, local, instant, some, link, day: () => perhaps(day(), '') }
}

type Maker = ReturnType<typeof maker>

const contact = ({ oneOf, perhaps, said, text, some, day }: Maker): Raw => ({
  level: oneOf('', ...levels),
  needs: some(areas),
  // A label without a number is no way to reach anybody: nothing of it is told.
  phones: perhaps([{ label: text('phones.label'), number: said('phones.number') }], []),
  emails: [text('emails')],
  addresses: [text('addresses')],
  safety: [{ way: text('safety.way'), use: 'no', how: text('safety.how') }],
  cases: [{ kind: 'court', number: text('cases.number') }],
  status: oneOf(...statuses),
  nextOn: day(),
  links: idsOf('contact').map((to) => ({ to, kind: oneOf(...linkKinds) })),
  sensitivity: oneOf(...sensitivities),
  waits: [{ from: day(), to: day() }],
})

const appointment = ({ oneOf, local, perhaps, text, link, some }: Maker): Raw => ({
  start: local('10'),
  end: perhaps(local('11'), ''),
  allDay: oneOf(true, false),
  contact: link('contact'),
  others: some(idsOf('contact')),
  interpreterIn: text('interpreterIn'),
})

const incident = ({ day }: Maker): Raw => ({ on: day() })
const story = ({ oneOf }: Maker): Raw => ({ topic: oneOf(...topics) })

const need = ({ oneOf, link }: Maker): Raw => ({
  child: link('child'),
  area: oneOf(...areas),
  horizon: oneOf(...horizons),
  state: oneOf(...needStates),
})

const step = ({ oneOf, link, day, instant }: Maker): Raw => ({
  area: oneOf('', ...areas),
  child: link('child'),
  contact: link('contact'),
  by: day(),
  follow: day(),
  done: instant(),
  helped: oneOf(...helps),
})

const child = (): Raw => ({ contacts: idsOf('contact'), appointments: idsOf('appointment') })

const precaution = ({ oneOf, instant }: Maker): Raw => ({
  topic: oneOf(...precautionTopics),
  ready: instant(),
})

const addendum = ({ oneOf }: Maker): Raw => ({
  of: oneOf(
    ...(['story', 'incident', 'appointment', 'contact'] as const).flatMap((kind) =>
      idsOf(kind).map((id) => ({ kind, id })),
    ),
    null,
  ),
})

const talk = ({ oneOf, day, link }: Maker): Raw => ({
  on: day(),
  review: day(),
  reviewed: day(),
  contact: link('contact'),
  own: oneOf(...feelings),
})

const council = ({ oneOf }: Maker): Raw => ({
  level: oneOf(...groups),
  year: oneOf('2026', '2027'),
  half: oneOf(...halves),
  waited: oneOf('', ...lengths),
  retellings: oneOf('', ...bands),
  spared: oneOf('', ...bands),
  contacts: oneOf('', ...bands),
  ...Object.fromEntries(
    ['listened', 'knew', 'influence', 'helped', 'retold'].map((name) => [
      name,
      oneOf('', ...gists),
    ]),
  ),
})

const special: Partial<Record<Kind, (maker: Maker) => Raw>> = {
  contact,
  appointment,
  incident,
  story,
  need,
  step,
  child,
  precaution,
  talk,
  addendum,
  council,
}

/** An entry of a kind: texts are marks, and what is named above is as its kind has it. */
const entryOf = (draw: Draw, kind: Kind, id: string, day: () => string): Entry => {
  const make = maker(draw, id, day)
  const blank = readEntry({ kind, id })
  const texts = Object.entries(blank ?? {}).flatMap(([name, value]) =>
    value === '' ? [[name, make.text(name)]] : [],
  )
  const edited = make.instant()
  const from = { ...Object.fromEntries(texts), ...special[kind]?.(make), edited, kind, id }
  const entry = readEntry(from)
  if (!entry) throw new Error(`nothing reads ${kind}`)
  return entry
}

/** Some entries of every kind, those that cannot be shared as well. */
export const drawEntries = (draw: Draw): readonly Entry[] => {
  const day = calendar()
  return kinds.flatMap((kind) =>
    idsOf(kind)
      .filter(() => draw(fc.boolean))
      .map((id) => entryOf(draw, kind, id, day)),
  )
}

const spelled = (length: number, n: number): string =>
  Buffer.alloc(length, 65 + n).toString('base64url')

/** A file as it goes along, known by its own id and key. */
export const carriedFile = (n: number): CarriedFile => ({
  of: `attachment${n}`,
  whole: n === 0,
  hash: `@attachment${n}.hash@`,
  sealed: {
    id: spelled(16, n),
    key: spelled(32, n),
    type: fileTypes[n] ?? 'application/pdf',
    size: 1_000 + n,
  },
})
