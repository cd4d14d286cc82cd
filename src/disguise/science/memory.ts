import type { Machine } from '../machine.ts'
import { calculate } from '../sum.ts'

export type Memory = {
  /** False when the key is none of the memory's. */
  readonly press: (key: string) => boolean
  readonly clear: () => void
}

/** `mark` is told whether something is kept. */
export const createMemory = (machine: Machine, mark: (kept: boolean) => void): Memory => {
  let memory: string | null = null
  const keep = (value: string | null): void => {
    memory = value
    mark(value !== null)
  }
  /** What was added is a whole number: the next digit begins another. */
  const change = (operator: '+' | '-'): void => {
    if (machine.view().stuck) return
    keep(calculate(memory ?? '0', operator, machine.rest()))
  }
  const press = (key: string): boolean => {
    if (key === 'M+' || key === 'M-') change(key === 'M+' ? '+' : '-')
    else if (key === 'MC') keep(null)
    else if (key !== 'MR') return false
    else if (memory !== null) machine.give(memory)
    return true
  }
  return { press, clear: () => keep(null) }
}
