import { limits, type Refusal } from '../share/contract.ts'
import { createBudget } from './budget.ts'
import type { Call } from './call.ts'

export type Received =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: Refusal['why']; readonly status?: number }

/** `use` has the bytes; until it is done they count as being on their way in. */
export type Receive = <T>(
  call: Call,
  most: number,
  use: (got: Received) => Promise<T> | T,
) => Promise<T>

type Budget = { readonly inFlight: number; readonly patience: number }

/** As slow as a phone's line may be. */
export const bytesPerSecond = 16_384

const tooSlow = Symbol('too slow')

const lengthOf = (call: Call): number | null => {
  const length = call.header('content-length') ?? ''
  return /^\d{1,12}$/.test(length) ? Number(length) : null
}

/** Node closes a caller who sends no header in time, but lets a body drip: this does not. */
const within = async <T>(work: Promise<T>, seconds: number): Promise<T | typeof tooSlow> => {
  let timer: NodeJS.Timeout | undefined
  const alarm = new Promise<typeof tooSlow>((resolve) => {
    timer = setTimeout(() => resolve(tooSlow), seconds * 1000)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(timer)
  }
}

/** Reads whole requests, with a bound on each one's size and time, and on all of them together. */
export const createReceive = ({ inFlight, patience }: Budget): Receive => {
  const budget = createBudget(inFlight)

  const read = async (call: Call, length: number): Promise<Received> => {
    const bytes = await within(call.read(length), patience + length / bytesPerSecond)
    if (bytes === tooSlow) {
      call.hangUp()
      return { ok: false, why: 'malformed', status: 408 }
    }
    return bytes ? { ok: true, bytes } : { ok: false, why: 'malformed' }
  }

  return async (call, most, use) => {
    const length = lengthOf(call)
    if (length === null) return use({ ok: false, why: 'malformed', status: 411 })
    if (length > most) return use({ ok: false, why: 'large' })
    // Small requests go free: who fills the budget with slow uploads must not keep others from
    // opening and stopping.
    const weight = length > limits.head ? length : 0
    if (!(await budget.take(weight, patience))) return use({ ok: false, why: 'busy' })
    try {
      return await use(await read(call, length))
    } finally {
      budget.give(weight)
    }
  }
}
