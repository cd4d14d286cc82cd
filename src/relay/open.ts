import type { OpenHead, OpenRequest } from '../share/contract.ts'
import { readOpen, readOwner, readShown, version } from '../share/contract.ts'
import type { Answer, Means } from './means.ts'
import { bytesOf, hashOf, parseJson } from './proofs.ts'
import { evenly } from './quiet.ts'
import type { OpenAsk, Opened } from './store.ts'

export const askOf = (request: OpenRequest): OpenAsk => ({
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
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes, room) => {
    const request = readOpen(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const opened = await evenly(store.open(askOf(request), now(), room))
    // An open without a passcode is counted when it is shown.
    if (!opened) log.note('refused')
    else if (request.pass !== null) log.note('opened')
    if (!opened) return answers.none()
    // Not every store can tell beforehand.
    room(opened.body.length)
    return answers.framed(headOf(opened), opened.body)
  }

/** The page says that the content is on screen: now the view counts. */
export const answerShown =
  ({ store, answers, log, now }: Means): Answer =>
  async (bytes) => {
    const request = readShown(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const { link, opener } = request
    const ask = { locator: bytesOf(request.locator), link: hashOf(link), opener: hashOf(opener) }
    const counted = await evenly(store.shown(ask, now()).then((yes) => yes || null))
    if (!counted) return answers.none()
    log.note('opened')
    return answers.json({ version })
  }

/** Her own share, for her alone: she reads it to change its end. */
export const answerOwn =
  ({ store, answers, now }: Means): Answer =>
  async (bytes, room) => {
    const request = readOwner(parseJson(bytes))
    if (!request) return answers.refuse('malformed')
    const ask = { locator: bytesOf(request.locator), owner: hashOf(request.owner) }
    const own = await evenly(store.own(ask, now(), room))
    if (!own) return answers.none()
    room(own.body.length)
    return answers.framed(headOf(own), own.body)
  }
