import { limits, readOwner, unframe, version } from '../share/contract.ts'
import { readReplyHead, readTaken, type RepliesHead } from '../share/inbox.ts'
import type { Answer, Means } from './means.ts'
import { bytesOf, hashOf, parseJson } from './proofs.ts'
import { evenly } from './quiet.ts'
import type { Waiting } from './store.ts'

export const answerReply =
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes) => {
    const framed = unframe(bytes)
    const head = framed && readReplyHead(framed.head)
    if (!framed || !head || framed.body.length === 0) return answers.refuse('malformed')
    if (framed.body.length > limits.inbox.bytes) return answers.refuse('large')
    const { locator, proof, id } = head
    const reply = { locator: bytesOf(locator), proof: hashOf(proof), id: bytesOf(id) }
    const kept = await evenly(store.reply({ ...reply, sealed: framed.body }, now()))
    if (kept === null) return answers.none()
    if (kept === 'full') return answers.refuse('full')
    log.note('replied')
    return answers.json({ version }, 201)
  }

const headOf = (waiting: readonly Waiting[]): RepliesHead => ({
  version,
  replies: waiting.map(({ id, sealed }) => ({
    id: Buffer.from(id).toString('base64url'),
    length: sealed.length,
  })),
})

export const answerReplies =
  ({ store, answers }: Means): Answer =>
  async (bytes, room) => {
    const request = readOwner(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const ask = { locator: bytesOf(request.locator), owner: hashOf(request.owner) }
    const waiting = await evenly(store.replies(ask, room))
    if (!waiting) return answers.none()
    return answers.framed(headOf(waiting), ...waiting.map(({ sealed }) => sealed))
  }

export const answerTaken =
  ({ store, answers, now }: Means): Answer =>
  async (bytes) => {
    const request = readTaken(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const ask = { locator: bytesOf(request.locator), owner: hashOf(request.owner) }
    const receipt = await evenly(store.taken(ask, request.ids.map(bytesOf), now()))
    return receipt ? answers.json(receipt) : answers.none()
  }
