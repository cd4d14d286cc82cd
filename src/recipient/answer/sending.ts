import type { Bytes } from '../../share/bytes.ts'
import type { Relay } from '../../share/call.ts'
import type { Done, Why as Failed } from '../../share/client.ts'
import { newReplyId, sendReply } from '../../share/replies.ts'
import { sealReply, type Box } from '../../share/reply.ts'
import type { Answer, Ready, Why } from './state.ts'
import { told } from './state.ts'

/** null when a chosen file was moved or changed since. */
const bytesOf = async ({ items, files }: Answer): Promise<readonly Bytes[] | null> => {
  const chosen = items.flatMap((item) => files.get(item) ?? [])
  return Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer()))).catch(
    () => null,
  )
}

const seal = async (
  answer: Answer,
  files: readonly Bytes[],
  box: Box,
  language: string,
  now: Date,
): Promise<Ready | null> => {
  const id = newReplyId()
  const sent = `${now.toISOString().slice(0, 19)}Z`
  const { items, from } = answer
  const content = { version: 1, language, from: from.trim(), sent, items } as const
  const sealed = await sealReply(content, box, id, files)
  return sealed && { id, sealed }
}

const whyOf = (why: Failed): Why => (why === 'damaged' || why === 'older' ? 'refused' : why)

/** Sends the answer, or once more what was sealed before. Gives the answer as it stands afterwards. */
export const send = async (
  relay: Relay,
  answer: Answer,
  box: Box,
  language: string,
  now: Date,
): Promise<Answer> => {
  const files = await bytesOf(answer)
  if (!files) return told(answer, null, { ok: false, why: 'unread' })
  const ready = answer.ready ?? (await seal(answer, files, box, language, now))
  if (!ready) return told(answer, null, { ok: false, why: 'large' })
  const done: Done = await sendReply(relay, box, ready.id, ready.sealed)
  return told(answer, ready, done.ok ? done : { ok: false, why: whyOf(done.why) })
}
