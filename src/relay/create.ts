import type { CreateHead, FileHead } from '../share/contract.ts'
import { limits, readCreate, unframe, version } from '../share/contract.ts'
import type { Answer, Means } from './means.ts'
import { bytesOf } from './proofs.ts'
import type { Named, NewShare } from './store.ts'

/** Seconds that a phone's clock may be off without a share at the edge being refused. */
export const slack = 300

/** Whether a share may end then. */
export const isInTime = (until: number, now: number): boolean =>
  until >= now + limits.life.least - slack && until <= now + limits.life.most + slack

export const namedOf = (files: readonly FileHead[] = []): readonly Named[] =>
  files.map(({ id, pieces }) => ({ id: bytesOf(id), pieces }))

const shareOf = (head: CreateHead, body: Uint8Array): NewShare => ({
  locator: bytesOf(head.locator),
  link: bytesOf(head.link),
  pass: head.pass === null ? null : bytesOf(head.pass),
  owner: bytesOf(head.owner),
  reply: head.reply === null ? null : bytesOf(head.reply),
  serverShare: bytesOf(head.serverShare),
  until: head.until,
  openers: head.openers,
  tries: head.tries,
  counter: head.counter,
  files: namedOf(head.files),
  body,
})

export const answerCreate =
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes) => {
    const framed = unframe(bytes)
    const head = framed && readCreate(framed.head)
    if (!framed || !head || framed.body.length === 0) return answers.refuse('malformed')
    if (framed.body.length > limits.body) return answers.refuse('large')
    if (!isInTime(head.until, now())) return answers.refuse('malformed')
    const created = await store.create(shareOf(head, framed.body))
    if (!created.ok && created.why === 'full') log.note('full')
    if (!created.ok) return answers.refuse(created.why)
    log.note('created')
    return answers.json({ version }, 201)
  }
