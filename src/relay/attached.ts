import { limits, readOwner, unframe, version } from '../share/contract.ts'
import { readPiece, readPut, type There } from '../share/pieces.ts'
import { askOf } from './open.ts'
import type { Answer, Means } from './means.ts'
import { bytesOf, hashOf, parseJson } from './proofs.ts'
import { evenly } from './quiet.ts'

/** A piece of a file, before the share that names it. */
export const answerPut =
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes) => {
    const framed = unframe(bytes)
    const head = framed && readPut(framed.head)
    if (!framed || !head || framed.body.length === 0) return answers.refuse('malformed')
    if (framed.body.length > limits.files.piece) return answers.refuse('large')
    const owner = { locator: bytesOf(head.locator), owner: hashOf(head.owner) }
    const piece = { ...owner, file: bytesOf(head.file), part: head.at, sealed: framed.body }
    const kept = await evenly(store.put(piece, now()))
    if (kept === null) return answers.none()
    if (kept === 'full') log.note('full')
    return kept === 'kept' ? answers.json({ version }, 201) : answers.refuse(kept)
  }

export const answerThere =
  ({ store, answers }: Means): Answer =>
  async (bytes) => {
    const request = readOwner(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const ask = { locator: bytesOf(request.locator), owner: hashOf(request.owner) }
    const files = (await store.there(ask)).map(({ id, pieces }) => ({
      id: Buffer.from(id).toString('base64url'),
      pieces,
    }))
    const there: There = { version, files }
    return answers.json(there)
  }

export const answerPiece =
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes, room) => {
    const request = readPiece(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const ask = { ...askOf(request), file: bytesOf(request.file), part: request.at }
    const piece = await evenly(store.piece(ask, now(), room))
    if (!piece) log.note('refused')
    else room(piece.length)
    return piece ? answers.bytes(piece) : answers.none()
  }
