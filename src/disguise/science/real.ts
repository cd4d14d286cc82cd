import Big from 'big.js'
import { settle } from '../sum.ts'

// What a scientific calculator works out, to more digits than it shows: with the engine's own
// 53 bits, sin 30° is not a half, and the fifteenth digit is often wrong.

const Real = Big()
Real.DP = 70
Real.RM = Big.roundHalfUp

const digits = 70
const pi = Real(
  '3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679',
)
const ln10 = Real(
  '2.302585092994045684017991454684364207601101488628772976033327900967572609677352480235997205089598298',
)
const [zero, one, two] = [Real(0), Real(1), Real(2)]
const half = pi.div(2)

const near = (value: Big): Big => value.prec(digits)

/** Numbers nearer to zero than this are what is left of an angle that was rounded. */
const dust = Real('1e-40')
const tiny = Real('1e-25')

/** Above this an angle no longer says which one it is. */
const farthest = Real('1e25')

type Result = Big | null

/** first, then each next one by the factors until they add nothing. */
const series = (first: Big, factor: (at: number) => Big): Big => {
  let [sum, term] = [first, first]
  for (let at = 1; at < 200 && !term.eq(0); at += 1) {
    term = near(term.times(factor(at)))
    if (term.abs().lt('1e-90')) break
    sum = sum.plus(term)
  }
  return near(sum)
}

/** A power of ten, which big.js would otherwise multiply out. */
const shifted = (value: Big, by: number): Big => {
  const moved = Real(value)
  if (!moved.eq(0)) moved.e += by
  return moved
}

const exp = (x: Big): Result => {
  const tens = Number(x.div(ln10).round(0).toString())
  if (tens > 1000) return null
  if (tens < -1000) return zero
  const rest = x.minus(ln10.times(tens)).div(1024)
  let power = series(one, (at) => near(rest.div(at)))
  for (let time = 0; time < 10; time += 1) power = near(power.times(power))
  return shifted(power, tens)
}

const ln = (x: Big): Result => {
  if (x.lte(0)) return null
  const first = shifted(x, -x.e)
  let y = Real(Math.log(Number(first.toString())))
  for (let time = 0; time < 3; time += 1) {
    const power = exp(y) ?? one
    y = near(y.plus(two.times(first.minus(power)).div(first.plus(power))))
  }
  return near(y.plus(ln10.times(x.e)))
}

/** Sine and cosine of a rest of at most an eighth of a turn, turned on by quarters. */
const turned = (rest: Big, quarters: number): readonly [sin: Big, cos: Big] => {
  const square = near(rest.times(rest))
  const sin = series(rest, (at) => near(square.div(-2 * at * (2 * at + 1))))
  const cos = series(one, (at) => near(square.div(-2 * at * (2 * at - 1))))
  const turns = ((quarters % 4) + 4) % 4
  if (turns === 0) return [sin, cos]
  if (turns === 1) return [cos, sin.neg()]
  return turns === 2 ? [sin.neg(), cos.neg()] : [cos.neg(), sin]
}

const angle = (x: Big, quarter: Big, toRadians: Big): readonly [Big, Big] => {
  const quarters = x.div(quarter).round(0)
  const rest = near(x.minus(quarters.times(quarter)).times(toRadians))
  return turned(rest, Number(quarters.mod(4).toString()))
}

const sinCos = (x: Big, degrees: boolean): readonly [Big, Big] | null => {
  if (x.abs().gt(farthest)) return null
  return degrees ? angle(x, Real(90), pi.div(180)) : angle(x, half, one)
}

const clean = (value: Big): Big => (value.abs().lt(dust) ? zero : value)

const sin = (x: Big, degrees: boolean): Result => {
  if (!degrees && x.abs().lt(tiny)) return x
  const found = sinCos(x, degrees)
  return found && clean(found[0])
}

const cos = (x: Big, degrees: boolean): Result => {
  const found = sinCos(x, degrees)
  return found && clean(found[1])
}

const tan = (x: Big, degrees: boolean): Result => {
  if (!degrees && x.abs().lt(tiny)) return x
  const found = sinCos(x, degrees)
  if (!found || clean(found[1]).eq(0)) return null
  return clean(near(found[0].div(found[1])))
}

const inRadians = (x: Big): Big => {
  if (x.abs().lt(tiny)) return x
  if (x.abs().gt('1e60')) return x.gt(0) ? half : half.neg()
  let y = Real(Math.atan(Number(x.toString())))
  for (let time = 0; time < 3; time += 1) {
    const [s, c] = angle(y, half, one)
    y = near(y.minus(s.minus(x.times(c)).div(c.plus(x.times(s)))))
  }
  return y
}

const told = (radians: Big, degrees: boolean): Big =>
  degrees ? near(radians.times(180).div(pi)) : radians

const arcsine = (x: Big): Result => {
  if (x.abs().gt(1)) return null
  if (x.abs().eq(1)) return half.times(x)
  return inRadians(x.div(one.minus(x.times(x)).sqrt()))
}

const sqrt = (x: Big): Result => {
  if (x.lt(0)) return null
  const even = x.e - (((x.e % 2) + 2) % 2)
  return shifted(shifted(x, -even).sqrt(), even / 2)
}

const isWhole = (x: Big): boolean => x.round(0, Big.roundDown).eq(x)

const multiplied = (a: Big, times: number): Result => {
  let [result, power, rest] = [one, a, times]
  while (rest > 0) {
    if (rest % 2 === 1) result = near(result.times(power))
    rest = Math.floor(rest / 2)
    if (rest > 0) power = near(power.times(power))
    if (Math.abs(result.e) > 2000 || Math.abs(power.e) > 4000)
      return result.e + power.e > 0 ? null : zero
  }
  return result
}

const whole = (a: Big, times: number): Result => {
  const power = multiplied(a, Math.abs(times))
  if (times >= 0 || power === null) return times < 0 ? zero : power
  return power.eq(0) ? null : near(shifted(one.div(shifted(power, -power.e)), -power.e))
}

const power = (a: Big, b: Big): Result => {
  if (b.eq(0)) return one
  if (a.eq(0)) return b.gt(0) ? zero : null
  if (isWhole(b) && b.abs().lte(99_999)) return whole(a, Number(b.toString()))
  if (a.lt(0)) return null
  const log = ln(a)
  return log && exp(near(b.times(log)))
}

/** The b-th root of a; an odd root of a negative number is negative. */
const root = (a: Big, b: Big): Result => {
  if (b.eq(0)) return null
  if (a.lt(0) && isWhole(b) && !b.mod(2).eq(0)) return power(a.neg(), one.div(b))?.neg() ?? null
  return power(a, near(one.div(b)))
}

const factorial = (x: Big): Result => {
  if (x.lt(0) || !isWhole(x) || x.gt(449)) return null
  let product = one
  for (let next = Number(x.toString()); next > 1; next -= 1) product = near(product.times(next))
  return product
}

const unary = {
  sin,
  cos,
  tan,
  asin: (x: Big, degrees: boolean): Result => {
    const found = arcsine(x)
    return found && told(found, degrees)
  },
  acos: (x: Big, degrees: boolean): Result => {
    const found = arcsine(x)
    return found && told(half.minus(found), degrees)
  },
  atan: (x: Big, degrees: boolean): Result => told(inRadians(x), degrees),
  ln,
  log: (x: Big): Result => {
    const found = ln(x)
    return found && near(found.div(ln10))
  },
  square: (x: Big): Result => x.times(x),
  cube: (x: Big): Result => x.times(x).times(x),
  exp,
  ten: (x: Big): Result => power(Real(10), x),
  inverse: (x: Big): Result => (x.eq(0) ? null : whole(x, -1)),
  sqrt,
  cbrt: (x: Big): Result => root(x, Real(3)),
  factorial,
} as const

export type Unary = keyof typeof unary

export const isUnary = (name: string): name is Unary => Object.hasOwn(unary, name)

/** A decimal text that `Big` reads, or null when there is no answer. */
export const applied = (name: Unary, value: string, degrees: boolean): string | null => {
  const result = unary[name](Real(value), degrees)
  return result && settle(result)
}

export const raised = (value: string, exponent: string): string | null => {
  const result = power(Real(value), Real(exponent))
  return result && settle(result)
}

export const rooted = (value: string, degree: string): string | null => {
  const result = root(Real(value), Real(degree))
  return result && settle(result)
}

export const constants: Readonly<Record<'pi' | 'e', string>> = {
  pi: settle(pi) ?? '3',
  e: '2.7182818284590452353602874713526624977572470937',
}
