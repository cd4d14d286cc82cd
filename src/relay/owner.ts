import { readOwner } from '../share/contract.ts'
import { readWish, type WishRequest } from '../share/wish.ts'
import type { Answer, Means } from './means.ts'
import { bytesOf, hashOf, parseJson } from './proofs.ts'
import { evenly } from './quiet.ts'

type Wish = 'look' | 'stop' | 'pause' | 'resume'

type Read = (value: unknown) => WishRequest | null

const readers: Readonly<Record<Wish, Read>> = {
  look: readOwner,
  stop: readOwner,
  pause: readWish,
  resume: readWish,
}

/** look, stop, pause and resume: the same question, with a different wish behind it. */
export const answerOwner =
  ({ store, answers, now }: Means, wish: Wish): Answer =>
  async (bytes) => {
    const request = readers[wish](parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const { locator, owner, order = 0 } = request
    const ask = { locator: bytesOf(locator), owner: hashOf(owner), order }
    const receipt = await evenly(store[wish](ask, now()))
    return receipt ? answers.json(receipt) : answers.none()
  }
