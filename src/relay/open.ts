import type { OpenHead, OpenRequest } from '../share/contract.ts'
import { frame, readOpen, version } from '../share/contract.ts'
import type { Answer, Parts } from './parts.ts'
import { bytesOf, hashOf, parseJson } from './proofs.ts'
import { evenly } from './quiet.ts'
import type { OpenAsk, Opened } from './store.ts'

const askOf = (request: OpenRequest): OpenAsk => ({
  locator: bytesOf(request.locator),
  link: hashOf(request.link),
  pass: request.pass === null ? null : hashOf(request.pass),
  opener: hashOf(request.opener),
})

const headOf = (opened: Opened): OpenHead => ({
  version,
  serverShare: Buffer.from(opened.serverShare).toString('base64url'),
  until: opened.until,
  counter: opened.counter,
})

export const answerOpen =
  ({ store, answers, log, now }: Parts): Answer =>
  async (bytes) => {
    const request = readOpen(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const opened = await evenly(store.open(askOf(request), now()))
    log.note(opened ? 'opened' : 'refused')
    if (!opened) return answers.none()
    return answers.bytes(frame(headOf(opened), opened.body))
  }
