import type { Digit, Key, Operator } from './key.ts'
import { operations, type Operation } from './operation.ts'
import { calculate, digits, negated, shortened } from './sum.ts'

// One calculator for a phone upright and on its side, so that turning it changes nothing: it multiplies
// before it adds, as the calculators of phones do.

/** `said`: how it is written in the line above; nothing while nothing was typed. */
type Entry = {
  readonly text: string
  readonly typing: boolean
  readonly said: readonly string[]
  /** A bracket that was closed: what follows at once is multiplied with it. */
  readonly closed?: true
}

type Place = { readonly stack: readonly Waiting[]; readonly entry: Entry }

/** What waits for a number on its right; without an operation it is an open bracket. */
type Waiting = {
  readonly left: string
  readonly operation: Operation | null
  readonly said: readonly string[]
  /** Where deleting it leads back to. */
  readonly before: Place
}

/** All that the calculator knows. */
export type Calculator = Place & {
  /** The last step, done once more by another "=". */
  readonly again: { readonly operation: Operation; readonly right: string } | null
  /** The last finished sum as its pieces, with "=". */
  readonly done: readonly string[]
  /** No answer: only a new number or "C" goes on. */
  readonly stuck: boolean
  /** Upright there is little room: the line above names only what the results stand for. */
  readonly brief: boolean
}

const empty: Entry = { text: '0', typing: false, said: [] }

export const blank: Calculator = {
  stack: [],
  entry: empty,
  again: null,
  done: [],
  stuck: false,
  brief: true,
}

const entryOf = (text: string, said: readonly string[] = [text]): Entry => ({
  text,
  typing: false,
  said,
})

/** What stands on the display: a number, exactly as typed or rounded to 15 digits. */
export const shown = ({ entry: { text, typing } }: Calculator): string =>
  typing ? text : shortened(text)

const isFresh = ({ entry }: Calculator): boolean => entry.said.length === 0

/** Whether "C" takes back only the number being typed. */
export const clearsEntry = (now: Calculator): boolean =>
  !now.stuck && !isFresh(now) && now.entry.text !== '0' && now.done.length === 0

const saidOf = ({ text, said }: Entry): readonly string[] => (said.length > 0 ? said : [text])

const waitingOf = (stack: readonly Waiting[]): readonly string[] =>
  stack.flatMap(({ said, operation }) => [...said, operation?.sign ?? '('])

const whole = ({ stack, entry }: Calculator): readonly string[] => [
  ...waitingOf(stack),
  ...saidOf(entry),
  ...stack.flatMap(({ operation }) => (operation ? [] : [')'])),
  '=',
]

const stop = (was: Calculator): Calculator => ({
  ...was,
  stack: [],
  again: null,
  done: whole(was),
  stuck: true,
})

/** Works out what waits, down to the nearest bracket, as long as it comes first; null without an answer. */
const reduced = (was: Calculator, least: number): Calculator | null => {
  const top = was.stack.at(-1)
  if (!top?.operation || top.operation.rank < least) return was
  const { work, sign } = top.operation
  const value = work(top.left, was.entry.text)
  if (value === null) return null
  const said = was.brief ? [value] : [...top.said, sign, ...saidOf(was.entry)]
  return reduced({ ...was, entry: entryOf(value, said), stack: was.stack.slice(0, -1) }, least)
}

const operate = (was: Calculator, operation: Operation): Calculator => {
  const now = reduced(was, operation.after)
  if (!now) return stop(was)
  const { text: left } = now.entry
  const said = was.brief ? [left] : saidOf(now.entry)
  const before = { stack: was.stack, entry: was.entry }
  const stack = [...now.stack, { left, operation, said, before }]
  return { ...now, stack, entry: { ...empty, text: left }, done: [] }
}

/** A second operation takes the place of the first: with nothing typed yet it is a change of mind. */
export const operateBy = (was: Calculator, operation: Operation): Calculator => {
  const top = was.stack.at(-1)
  return operate(top?.operation && isFresh(was) ? { ...was, ...top.before } : was, operation)
}

const unwrapped = (was: Calculator): Calculator => {
  const { text } = was.entry
  const said = was.brief ? [text] : ['(', ...saidOf(was.entry), ')']
  return { ...was, stack: was.stack.slice(0, -1), entry: { ...entryOf(text, said), closed: true } }
}

const close = (was: Calculator): Calculator => {
  if (was.stack.every(({ operation }) => operation)) return was
  const now = reduced(was, 1)
  return now ? unwrapped(now) : stop(was)
}

const closedAll = (was: Calculator): Calculator | null => {
  const now = reduced(was, 1)
  return now && now.stack.length > 0 ? closedAll(unwrapped(now)) : now
}

const equals = (was: Calculator): Calculator => {
  const top = was.stack.at(-1)
  if (!top && was.again) {
    const begun = operate(was, was.again.operation)
    return equals({ ...begun, entry: entryOf(was.again.right) })
  }
  if (!top && isFresh(was)) return was
  const now = closedAll(was)
  if (!now) return stop(was)
  const again = top?.operation ? { operation: top.operation, right: was.entry.text } : null
  return { ...now, again, entry: entryOf(now.entry.text), done: whole(was) }
}

const multiplied = (was: Calculator): Calculator =>
  was.entry.closed ? operate(was, operations['*']) : was

const holding = (was: Calculator, entry: Entry): Calculator => ({
  ...was,
  entry,
  again: null,
  done: [],
})

/** What was worked out of the number that is shown; null when there is no answer. */
export const become = (
  was: Calculator,
  text: string | null,
  said: readonly string[] = [],
): Calculator =>
  text === null ? stop(was) : holding(was, entryOf(text, was.brief || !said[0] ? [text] : said))

/** A number that comes in one piece: a constant, or one that was kept. */
export const give = (was: Calculator, text: string): Calculator =>
  become(was.stuck ? { ...blank, brief: was.brief } : multiplied(was), text)

/** Ends the number being typed, so that the next digit begins another. */
export const rest = (was: Calculator): Calculator =>
  was.entry.typing ? { ...was, entry: entryOf(was.entry.text.replace(/\.$/, '')) } : was

const appended = (text: string, key: Digit | '.'): string => {
  if (key === '.') return text.includes('.') ? text : `${text}.`
  if (text.replace(/\D/g, '').length >= digits) return text
  return text === '0' || text === '-0' ? text.replace('0', key) : text + key
}

const typing = (text: string): Entry => ({ text, typing: true, said: [text] })

const type = (was: Calculator, key: Digit | '.'): Calculator =>
  holding(multiplied(was), typing(appended(was.entry.typing ? was.entry.text : '0', key)))

/** A bracket right after a number multiplies. */
const open = (was: Calculator): Calculator => {
  const from = isFresh(was) || was.done.length > 0 ? was : operate(was, operations['*'])
  if (from.stuck) return from
  const before = { stack: was.stack, entry: was.entry }
  const waiting = { left: '0', operation: null, said: [], before }
  return holding({ ...from, stack: [...from.stack, waiting] }, empty)
}

/** "200 + 10 %" means ten percent of the 200; in every other place "%" means a hundredth. */
const percent = (was: Calculator): Calculator => {
  const top = was.stack.at(-1)
  const base = top?.operation?.rank === 1 ? top.left : '1'
  const part = calculate(was.entry.text, '*', base)
  const text = part === null ? null : calculate(part, '/', '100')
  return text === null ? was : become(was, text)
}

const flip = (text: string): string => {
  if (text.startsWith('-')) return text.slice(1)
  return text === '0' ? text : `-${text}`
}

const sign = (was: Calculator): Calculator =>
  was.entry.typing
    ? { ...was, entry: typing(flip(was.entry.text)) }
    : become(was, negated(was.entry.text))

const back = (was: Calculator): Calculator => {
  const top = was.stack.at(-1)
  if (isFresh(was) && top) return { ...was, ...top.before }
  if (!was.entry.typing) return was
  const text = was.entry.text.slice(0, -1)
  return { ...was, entry: text === '' || text === '-' ? empty : typing(text) }
}

const clear = (was: Calculator): Calculator =>
  clearsEntry(was) && was.stack.length > 0
    ? { ...was, entry: empty }
    : { ...blank, brief: was.brief }

const isOperator = (key: string): key is Operator => '+-*/'.includes(key)
const isTyped = (key: string): key is Digit | '.' => /[\d.]/.test(key)

const others = { '=': equals, '%': percent, N: sign, B: back, C: clear, '(': open, ')': close }

/** The calculator after one more key. */
export const press = (was: Calculator, key: Key | '(' | ')'): Calculator => {
  if (was.stuck && !isTyped(key)) return key === 'C' || key === 'B' ? clear(was) : was
  if (isTyped(key)) return type(was.stuck ? clear(was) : was, key)
  return isOperator(key) ? operateBy(was, operations[key]) : others[key](was)
}

const isNumber = (piece: string): boolean => /^-?\d+\.?\d*(e[+-]?\d+)?$/i.test(piece)

/** The sum above the display, as its pieces: numbers, signs and "=", in reading order. */
export const sum = ({ stack, done }: Calculator): readonly string[] =>
  (done.length > 0 ? done : waitingOf(stack)).map((one) => (isNumber(one) ? shortened(one) : one))
