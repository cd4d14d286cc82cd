import { call, type Relay } from './call.ts'
import { asOwner, done, failed, good, json, type Done, type Failure, type Own } from './client.ts'
import { spell, type Bytes } from './bytes.ts'
import { frame, limits, paths, version, type FileHead, type OpenRequest } from './contract.ts'
import { openPiece, type SealedFile } from './files.ts'
import { locatorOf } from './keys.ts'
import { leaveFor } from './leave.ts'
import { parseLink } from './link.ts'
import { readThere, type PieceRequest, type PutHead } from './pieces.ts'

// Files on their way, a piece at a time: whatever breaks off, what is over stays done.

/** Milliseconds for a piece: what a poor line needs for half a megabyte. */
const patience = 60_000

const patient = (relay: Relay): Relay => ({ ...relay, timeout: Math.max(relay.timeout, patience) })

/** Puts a sealed piece at the relay; the same may be put again. */
export const putPiece = async (
  relay: Relay,
  own: Own,
  { id }: SealedFile,
  at: number,
  sealed: Bytes,
): Promise<Done> => {
  const link = await parseLink(own.secret)
  if (!link) return failed('damaged')
  const locator = spell(await locatorOf(link))
  const head: PutHead = { version, locator, owner: own.owner, file: id, at }
  const leave = await leaveFor(relay, locator)
  return done(good(await call(patient(relay), paths.put, frame(head, sealed), limits.head, leave)))
}

/** What lies there of her files, whether the share is there or not. */
export const askThere = async (
  relay: Relay,
  own: Own,
): Promise<{ readonly ok: true; readonly files: readonly FileHead[] } | Failure> => {
  const reply = await asOwner(relay, paths.there, own, {}, 4 * limits.head)
  const there = reply.ok ? readThere(json(reply.bytes)) : null
  if (!reply.ok) return reply
  return there ? { ok: true, files: there.files } : failed('refused')
}

/** Fetches a piece and opens it; `ask`: what the share was opened with. */
export const fetchPiece = async (
  relay: Relay,
  ask: OpenRequest,
  file: SealedFile,
  at: number,
): Promise<{ readonly ok: true; readonly content: Bytes } | Failure> => {
  const wish: PieceRequest = { ...ask, file: file.id, at }
  const reply = good(
    await call(patient(relay), paths.piece, JSON.stringify(wish), limits.files.piece),
  )
  const content = reply.ok ? await openPiece(file, at, reply.bytes) : null
  if (!reply.ok) return reply
  return content ? { ok: true, content } : failed('damaged')
}
