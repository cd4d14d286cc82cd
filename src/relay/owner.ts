import { readOwner } from '../share/contract.ts'
import type { Answer, Parts } from './parts.ts'
import { bytesOf, hashOf, parseJson } from './proofs.ts'
import { evenly } from './quiet.ts'

/** look, stop, pause and resume: the same question, with a different wish behind it. */
export const answerOwner =
  ({ store, answers, now }: Parts, wish: 'look' | 'stop' | 'pause' | 'resume'): Answer =>
  async (bytes) => {
    const request = readOwner(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const ask = { locator: bytesOf(request.locator), owner: hashOf(request.owner) }
    const receipt = await evenly(store[wish](ask, now()))
    return receipt ? answers.json(receipt) : answers.none()
  }
