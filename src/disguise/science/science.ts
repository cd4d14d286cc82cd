import { become, give, operateBy, type Calculator } from '../calculator.ts'
import type { Operation } from '../operation.ts'
import { applied, constants, isUnary, raised, rooted } from './real.ts'
import { written } from './writing.ts'

// What the calculator has beyond its plain keys when the phone lies on its side: powers, roots, functions
// and two constants. Brackets it knows by itself.

const operations = {
  // Powers are worked out from the right, all others from the left.
  power: { sign: '^', rank: 3, after: 4, work: raised },
  root: { sign: '√', rank: 3, after: 3, work: rooted },
} as const satisfies Readonly<Record<string, Operation>>

type Binary = keyof typeof operations
type Constant = keyof typeof constants

const isBinary = (key: string): key is Binary => Object.hasOwn(operations, key)
const isConstant = (key: string): key is Constant => Object.hasOwn(constants, key)

export const isScienceKey = (key: string): boolean =>
  isBinary(key) || isConstant(key) || isUnary(key)

/** The calculator after one of these keys; null when it is none of them. */
export const pressScience = (was: Calculator, key: string, degrees: boolean): Calculator | null => {
  if (!isScienceKey(key)) return null
  if (isConstant(key)) return give(was, constants[key])
  if (was.stuck) return was
  if (isBinary(key)) return operateBy(was, operations[key])
  const { text, said } = was.entry
  if (!isUnary(key)) return was
  return become(was, applied(key, text, degrees), written(key, said.length > 0 ? said : [text]))
}
