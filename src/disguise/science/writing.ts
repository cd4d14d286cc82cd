import type { Unary } from './real.ts'

/** Squares are written behind their number, and a factorial, too; functions before it. */
export const written = (name: Unary, said: readonly string[]): readonly string[] => {
  const within = ['(', ...said, ')']
  if (name === 'square') return [...within, '²']
  if (name === 'cube') return [...within, '³']
  if (name === 'factorial') return [...within, '!']
  const before = { asin: 'sin⁻¹', acos: 'cos⁻¹', atan: 'tan⁻¹', sqrt: '√', cbrt: '∛' } as const
  const others = { ...before, exp: 'e^', ten: '10^', inverse: '1 /' }
  const entry = Object.entries(others).find(([one]) => one === name)
  return [entry?.[1] ?? name, ...within]
}
