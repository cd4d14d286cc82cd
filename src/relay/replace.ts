import { limits, readReplace, unframe, version } from '../share/contract.ts'
import { isInTime, namedOf } from './create.ts'
import type { Answer, Means } from './means.ts'
import { bytesOf, hashOf } from './proofs.ts'
import { evenly } from './quiet.ts'

/** New content under the same link; only its maker can put it there. */
export const answerReplace =
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes) => {
    const framed = unframe(bytes)
    const head = framed && readReplace(framed.head)
    if (!framed || !head || framed.body.length === 0) return answers.refuse('malformed')
    if (framed.body.length > limits.body) return answers.refuse('large')
    if (!isInTime(head.until, now())) return answers.refuse('malformed')
    const { until, counter } = head
    const ask = { locator: bytesOf(head.locator), owner: hashOf(head.owner) }
    const files = namedOf(head.files)
    const share = { ...ask, serverShare: bytesOf(head.serverShare), until, counter, files }
    const done = await evenly(store.replace({ ...share, body: framed.body }, now()))
    if (done === null) return answers.none()
    if (!done.ok && done.why === 'full') log.note('full')
    if (!done.ok) return answers.refuse(done.why)
    log.note('replaced')
    return answers.json({ version })
  }
