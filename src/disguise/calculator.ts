import type { Digit, Key, Operator } from './key.ts'
import { calculate, digits, negated, shortened } from './sum.ts'

type Done = { readonly left: string; readonly operator: Operator; readonly right: string }

/** All that the calculator knows. It works from left to right, as pocket calculators do. */
export type Calculator = {
  /** The number being typed or worked out on the spot; null when `left` is what is shown. */
  readonly entry: { readonly text: string; readonly typing: boolean } | null
  readonly left: string
  readonly operator: Operator | null
  /** The last finished sum: shown above its result, and repeated by another "=". */
  readonly done: Done | null
  /** No answer: only a new number or "C" goes on. */
  readonly stuck: boolean
}

export const blank: Calculator = {
  entry: null,
  left: '0',
  operator: null,
  done: null,
  stuck: false,
}

/** What stands on the display: a number, exactly as typed or rounded to 15 digits. */
export const shown = ({ entry, left }: Calculator): string => {
  if (!entry) return shortened(left)
  return entry.typing ? entry.text : shortened(entry.text)
}

/** Whether "C" takes back only the number being typed. */
export const clearsEntry = ({ entry, stuck }: Calculator): boolean =>
  !stuck && entry !== null && entry.text !== '0'

const typing = (text: string) => ({ text, typing: true }) as const

const appended = (text: string, key: Digit | '.'): string => {
  if (key === '.') return text.includes('.') ? text : `${text}.`
  if (text.replace(/\D/g, '').length >= digits) return text
  return text === '0' || text === '-0' ? text.replace('0', key) : text + key
}

const type = (was: Calculator, key: Digit | '.'): Calculator => {
  const text = was.entry?.typing ? was.entry.text : '0'
  const done = was.operator ? was.done : null
  return { ...was, entry: typing(appended(text, key)), done }
}

const stop = (was: Calculator, done: Done): Calculator => ({
  ...was,
  entry: null,
  done,
  stuck: true,
})

const operate = (was: Calculator, operator: Operator): Calculator => {
  const { entry, left } = was
  if (!entry) return { ...was, operator, done: null }
  if (!was.operator) return { ...was, entry: null, left: entry.text, operator, done: null }
  const result = calculate(left, was.operator, entry.text)
  if (result === null) return stop(was, { left, operator: was.operator, right: entry.text })
  return { ...was, entry: null, left: result, operator, done: null }
}

const finish = (was: Calculator, done: Done): Calculator => {
  const result = calculate(done.left, done.operator, done.right)
  return result === null ? stop(was, done) : { ...blank, left: result, done }
}

const equals = (was: Calculator): Calculator => {
  const { entry, left, operator, done } = was
  if (operator) return finish(was, { left, operator, right: entry?.text ?? left })
  if (entry) return { ...blank, left: entry.text }
  return done ? finish(was, { ...done, left }) : was
}

/** "200 + 10 %" means ten percent of the 200; in every other place "%" means a hundredth. */
const percent = (was: Calculator): Calculator => {
  const number = was.entry?.text ?? was.left
  const whole = was.operator === '+' || was.operator === '-' ? was.left : '1'
  const part = calculate(number, '*', whole)
  const text = part === null ? null : calculate(part, '/', '100')
  return text === null ? was : { ...was, entry: { text, typing: false }, done: null }
}

const flip = (text: string): string => {
  if (text.startsWith('-')) return text.slice(1)
  return text === '0' ? text : `-${text}`
}

const sign = (was: Calculator): Calculator => {
  if (was.entry?.typing) return { ...was, entry: typing(flip(was.entry.text)) }
  const text = negated(was.entry?.text ?? was.left)
  return { ...was, entry: { text, typing: false }, done: null }
}

const retyped = (text: string) => ({ text, typing: /^-?[\d.]{1,15}$/.test(text) })

const back = (was: Calculator): Calculator => {
  if (!was.entry && was.operator) return { ...blank, entry: retyped(was.left) }
  if (!was.entry?.typing) return was
  const text = was.entry.text.slice(0, -1)
  return { ...was, entry: typing(text === '' || text === '-' ? '0' : text) }
}

const clear = (was: Calculator): Calculator =>
  clearsEntry(was) && was.operator ? { ...was, entry: typing('0') } : blank

const isOperator = (key: Key): key is Operator => '+-*/'.includes(key)
const isTyped = (key: Key): key is Digit | '.' => /[\d.]/.test(key)

const others = { '=': equals, '%': percent, N: sign, B: back, C: clear } as const

/** The calculator after one more key. */
export const press = (was: Calculator, key: Key): Calculator => {
  if (was.stuck) return isTyped(key) ? type(blank, key) : key === 'C' || key === 'B' ? blank : was
  if (isTyped(key)) return type(was, key)
  return isOperator(key) ? operate(was, key) : others[key](was)
}

/** The sum above the display, as its pieces: numbers, operators and "=", in reading order. */
export const sum = ({ left, operator, done }: Calculator): readonly string[] => {
  if (done) return [shortened(done.left), done.operator, shortened(done.right), '=']
  return operator ? [shortened(left), operator] : []
}
