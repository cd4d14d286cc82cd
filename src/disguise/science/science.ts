import type { Calculator } from '../calculator.ts'
import type { Digit, Key, Operator } from '../key.ts'
import { calculate, digits, negated } from '../sum.ts'
import { applied, constants, isUnary, raised, rooted, type Unary } from './real.ts'
import { written } from './writing.ts'

// The calculator as it is when the phone lies on its side: with brackets, powers and functions, and
// multiplication before addition, as people write it there.

type Binary = Operator | 'power' | 'root'
type Constant = keyof typeof constants
export type ScienceKey = Key | Unary | 'power' | 'root' | Constant | '(' | ')'

export const isScienceKey = (key: string): key is ScienceKey =>
  /^([\d.+\-*/%=CBN()]|power|root|pi|e)$/.test(key) || isUnary(key)

type Entry = { readonly text: string; readonly typing: boolean; readonly said: readonly string[] }

/** What waits for a number on its right; `said` is how its left side is written. */
type Waiting = {
  readonly left: string
  readonly operator: Binary | '('
  readonly said: readonly string[]
}

type Again = { readonly operator: Binary; readonly right: string } | null

export type Science = {
  readonly stack: readonly Waiting[]
  readonly entry: Entry
  readonly degrees: boolean
  readonly again: Again
  /** The last finished sum as its pieces, with "=". */
  readonly done: readonly string[]
  readonly stuck: boolean
}

const entryOf = (text: string, said: readonly string[] = [text]): Entry => ({
  text,
  typing: false,
  said,
})

export const blankScience: Science = {
  stack: [],
  entry: entryOf('0'),
  degrees: true,
  again: null,
  done: [],
  stuck: false,
}

const rank = { '+': 1, '-': 1, '*': 2, '/': 2, power: 3, root: 3, '(': 0 } as const
const signs: Readonly<Record<string, string>> = { power: '^', root: '√' }

const work = (left: string, operator: Binary, right: string): string | null => {
  if (operator === 'power') return raised(left, right)
  return operator === 'root' ? rooted(left, right) : calculate(left, operator, right)
}

const stop = (was: Science): Science => ({ ...was, stuck: true, stack: [] })

const joined = (top: Waiting, entry: Entry): readonly string[] =>
  top.operator === '('
    ? ['(', ...saidOf(entry), ')']
    : [...top.said, signs[top.operator] ?? top.operator, ...saidOf(entry)]

/** Works out what waits, down to the nearest bracket, as long as it comes first. */
const reduced = (was: Science, least: number): Science => {
  const top = was.stack.at(-1)
  if (!top || top.operator === '(' || rank[top.operator] < least) return was
  const value = work(top.left, top.operator, was.entry.text)
  if (value === null) return stop(was)
  const entry = entryOf(value, joined(top, was.entry))
  return reduced({ ...was, entry, stack: was.stack.slice(0, -1) }, least)
}

const operate = (was: Science, operator: Binary): Science => {
  // Powers are worked out from the right, all others from the left.
  const now = reduced(was, operator === 'power' ? 4 : rank[operator])
  if (now.stuck) return now
  const { text } = now.entry
  const waiting = { left: text, operator, said: saidOf(now.entry) }
  return { ...now, stack: [...now.stack, waiting], entry: { ...entryOf(text), said: [] }, done: [] }
}

/** Nothing typed yet after an operator: the number on its left is shown, and stands in for it. */
const isFresh = ({ entry }: Science): boolean => entry.said.length === 0

const saidOf = ({ text, said }: Entry): readonly string[] => (said.length > 0 ? said : [text])

/** A second operator takes the place of the first; with nothing typed yet it is a change of mind. */
const change = (was: Science, operator: Binary): Science => {
  const top = was.stack.at(-1)
  if (!top || top.operator === '(' || !isFresh(was)) return operate(was, operator)
  const back = { ...was, stack: was.stack.slice(0, -1), entry: entryOf(top.left, top.said) }
  return operate(back, operator)
}

const close = (was: Science): Science => {
  const now = reduced(was, 1)
  const top = now.stack.at(-1)
  if (now.stuck || top?.operator !== '(') return now
  return {
    ...now,
    stack: now.stack.slice(0, -1),
    entry: entryOf(now.entry.text, joined(top, now.entry)),
  }
}

const closedAll = (was: Science): Science =>
  was.stack.length === 0 || was.stuck ? was : closedAll(close(was))

const finish = (was: Science, again: Again): Science => {
  const { text } = was.entry
  return { ...was, again, entry: entryOf(text), done: [...saidOf(was.entry), '='] }
}

/** Does the last step once more with the number that is there. */
const repeated = (was: Science, again: NonNullable<Again>): Science => {
  const begun = operate(was, again.operator)
  const now = reduced({ ...begun, entry: entryOf(again.right) }, 1)
  return now.stuck ? now : finish(now, again)
}

const equals = (was: Science): Science => {
  const top = was.stack.at(-1)
  if (!top && was.again) return repeated(was, was.again)
  const again =
    top && top.operator !== '(' ? { operator: top.operator, right: was.entry.text } : null
  const now = closedAll(was)
  return now.stuck ? now : finish(now, again)
}

/** A number that comes in one piece: a constant, or one that was kept. */
export const given = (was: Science, text: string): Science => {
  const from = was.stuck ? { ...blankScience, degrees: was.degrees } : was
  return { ...from, entry: entryOf(text), done: [], again: null }
}

const typed = (text: string, key: Digit | '.'): string => {
  if (key === '.') return text.includes('.') ? text : `${text}.`
  if (text.replace(/\D/g, '').length >= digits) return text
  return text === '0' ? key : text + key
}

const type = (was: Science, key: Digit | '.'): Science => {
  const from = was.entry.typing ? was.entry.text : '0'
  const text = typed(from, key)
  const again = was.stack.length > 0 || was.entry.typing ? was.again : null
  return { ...was, again, entry: { text, typing: true, said: [text] }, done: [] }
}

const apply = (was: Science, name: Unary): Science => {
  const value = applied(name, was.entry.text, was.degrees)
  if (value === null) return stop(was)
  return { ...was, entry: entryOf(value, written(name, saidOf(was.entry))), done: [], again: null }
}

/** A bracket right after a number multiplies. */
const open = (was: Science): Science => {
  const isFirst = isFresh(was) || was.entry.text === '0' || was.done.length > 0
  const from = isFirst ? was : operate(was, '*')
  const waiting = { left: '0', operator: '(', said: [] } as const
  const entry = { ...entryOf('0'), said: [] }
  return { ...from, stack: [...from.stack, waiting], entry, done: [], again: null }
}

const percent = (was: Science): Science => {
  const top = was.stack.at(-1)
  const isPart = top?.operator === '+' || top?.operator === '-'
  const part = calculate(was.entry.text, '*', isPart ? top.left : '1')
  const text = part === null ? null : calculate(part, '/', '100')
  return text === null ? was : { ...was, entry: entryOf(text), done: [] }
}

const back = (was: Science): Science => {
  if (!was.entry.typing) return was
  const text = was.entry.text.slice(0, -1)
  const left = text === '' || text === '-' ? '0' : text
  return { ...was, entry: { text: left, typing: true, said: [left] } }
}

const clear = (was: Science): Science =>
  clearsScience(was) && was.stack.length > 0
    ? { ...was, entry: { text: '0', typing: true, said: ['0'] } }
    : { ...blankScience, degrees: was.degrees }

const sign = (was: Science): Science => {
  const text = negated(was.entry.text)
  return { ...was, entry: entryOf(text), done: [] }
}

const others = {
  '=': equals,
  '%': percent,
  N: sign,
  B: back,
  C: clear,
  '(': open,
  ')': close,
} as const

const isTyped = (key: ScienceKey): key is Digit | '.' => /^[\d.]$/.test(key)
const isBinary = (key: ScienceKey): key is Binary => /^([-+*/]|power|root)$/.test(key)
const isConstant = (key: ScienceKey): key is Constant => key === 'pi' || key === 'e'

/** Whether "C" takes back only the number being typed. */
export const clearsScience = ({ entry, stuck, done }: Science): boolean =>
  !stuck && entry.text !== '0' && done.length === 0

/** The calculator after one more key. */
export const pressScience = (was: Science, key: ScienceKey): Science => {
  const anew = { ...blankScience, degrees: was.degrees }
  if (was.stuck) {
    if (isTyped(key)) return type(anew, key)
    return key === 'C' || key === 'B' ? anew : was
  }
  if (isTyped(key)) return type(was, key)
  if (isBinary(key)) return change(was, key)
  if (isConstant(key)) return given(was, constants[key])
  return isUnary(key) ? apply(was, key) : others[key](was)
}

/** The line above the number, as its pieces. */
export const piecesOf = ({ stack, done }: Science): readonly string[] =>
  done.length > 0
    ? done
    : stack.flatMap(({ said, operator }) => [...said, signs[operator] ?? operator])

/** Takes over what stands on the plain calculator when the phone is turned. */
export const turnedFrom = (plain: Calculator, degrees: boolean): Science => {
  const start = { ...blankScience, degrees }
  if (plain.stuck) return { ...start, stuck: true }
  const { entry, left, operator } = plain
  if (!operator) {
    const text = entry?.text ?? left
    return { ...start, entry: { text, typing: entry?.typing ?? false, said: [text] } }
  }
  const begun = operate({ ...start, entry: entryOf(left) }, operator)
  return entry ? { ...begun, entry: { ...entry, said: [entry.text] } } : begun
}

/** And back: the plain one has no brackets, so all that waits is worked out. Null when stuck. */
export const turnedBack = (was: Science): string | null => {
  const now = closedAll(was)
  return now.stuck ? null : now.entry.text
}
