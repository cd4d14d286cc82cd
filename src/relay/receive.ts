import { limits, type Refusal } from '../share/contract.ts'
import { createBudget } from './budget.ts'
import type { Call } from './call.ts'
import { release } from './release.ts'

export type Received =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: Refusal['why']; readonly status?: number }

/** `use` has the bytes until it is done, and no longer; until then they count as being on their way in. */
export type Receive = <T>(
  call: Call,
  who: string,
  most: number,
  use: (got: Received) => Promise<T> | T,
) => Promise<T>

type Bounds = { readonly inFlight: number; readonly patience: number }

/** What one caller may have of a budget: a quarter, so that a handful of them cannot have it all. */
export const shareOf = (budget: number): number =>
  Math.max(budget / 4, 4 + limits.head + limits.body)

const lengthOf = (call: Call): number | null => {
  const length = call.header('content-length') ?? ''
  return /^\d{1,12}$/.test(length) ? Number(length) : null
}

/** Reads whole requests, with a bound on each one's size and time, and on all of them together. */
export const createReceive = ({ inFlight, patience }: Bounds): Receive => {
  const budget = createBudget(inFlight, shareOf(inFlight))

  const read = async (call: Call, length: number): Promise<Received> => {
    const bytes = await call.read(length, patience)
    if (bytes === 'slow') {
      call.hangUp()
      return { ok: false, why: 'malformed', status: 408 }
    }
    return bytes ? { ok: true, bytes } : { ok: false, why: 'malformed' }
  }

  return async (call, who, most, use) => {
    const length = lengthOf(call)
    if (length === null) return use({ ok: false, why: 'malformed', status: 411 })
    if (length > most) return use({ ok: false, why: 'large' })
    // Small requests go free: who fills the budget with slow uploads must not keep others from
    // opening and stopping.
    const weight = length > limits.head ? length : 0
    if (!(await budget.take(who, weight, patience))) return use({ ok: false, why: 'busy' })
    try {
      const got = await read(call, length)
      const used = await use(got)
      if (got.ok) release(got.bytes)
      return used
    } finally {
      budget.give(who, weight)
    }
  }
}
