import { setTimeout as wait } from 'node:timers/promises'
import type { OwnerRequest } from '../../src/share/contract.ts'
import { paths } from '../../src/share/contract.ts'
import type { Secrets } from './given.ts'
import { createFrame, day, newSecrets, openRequest, ownerRequest } from './given.ts'
import { seconds } from './running.ts'

// Callers who create, open and stop without a pause, and write down what was acknowledged.

export type Book = {
  /** Created, and no stop was ever sent. */
  readonly live: Secrets[]
  /** Acknowledged stops. */
  readonly stopped: Secrets[]
  /** Opens that were answered, for each share of few places. */
  readonly opens: Map<Secrets, number>
  /** Answers that no caller should ever see. */
  readonly faults: number[]
}

export const newBook = (): Book => ({ live: [], stopped: [], opens: new Map(), faults: [] })

const places = 3

/** The answer's status; null when the relay was not there. */
const post = async (url: string, body: Uint8Array<ArrayBuffer> | object) => {
  const wire = body instanceof Uint8Array ? body : JSON.stringify(body)
  try {
    const answer = await fetch(url, { method: 'POST', body: wire })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}

export const createOne = (url: string, secrets: Secrets): Promise<number | null> =>
  post(
    url + paths.create,
    createFrame(secrets, { until: seconds() + day, openers: places }, Buffer.alloc(20_480, 'b')),
  )

const openOne = (url: string, secrets: Secrets): Promise<number | null> =>
  post(url + paths.open, openRequest(secrets))

const stopOne = (url: string, secrets: Secrets): Promise<number | null> => {
  const ask: OwnerRequest = ownerRequest(secrets)
  return post(url + paths.stop, ask)
}

const note = (book: Book, status: number | null): boolean => {
  if (status !== null && status >= 500) book.faults.push(status)
  return status !== null && status < 300
}

/** One caller's round: a share to keep, one to stop, and one opened beyond its places. */
const goRound = async (url: string, book: Book): Promise<void> => {
  const [kept, stopped, opened] = [newSecrets(), newSecrets(), newSecrets()]
  if (note(book, await createOne(url, kept))) book.live.push(kept)
  if (note(book, await createOne(url, stopped)) && note(book, await stopOne(url, stopped))) {
    book.stopped.push(stopped)
  }
  if (!note(book, await createOne(url, opened))) return
  const answers = await Promise.all(Array.from({ length: 5 }, () => openOne(url, opened)))
  book.opens.set(opened, answers.filter((status) => note(book, status)).length)
}

/** Keeps `callers` busy until `over`; a relay that is not there is waited for. */
export const keepBusy = async (
  url: string,
  book: Book,
  callers: number,
  over: () => boolean,
): Promise<void> => {
  const lane = async (): Promise<void> => {
    while (!over()) {
      await goRound(url, book)
      await wait(1)
    }
  }
  await Promise.all(Array.from({ length: callers }, lane))
}

/** A relay that is busy, or just looks for its database, is asked again by the same browser. */
const openSurely = async (url: string, secrets: Secrets): Promise<number | null> => {
  const request = openRequest(secrets)
  for (let at = 0; ; at++) {
    const status = await post(url + paths.open, request)
    if (at === 50 || status === 200 || status === 404) return status
    await wait(200)
  }
}

/** What is wrong, asked of a relay that has come back. */
export const faultsIn = async (url: string, book: Book): Promise<object> => {
  const statuses = (all: Book['live']) =>
    Promise.all(all.map((secrets) => openSurely(url, secrets)))
  const live = await statuses(book.live)
  const lost = live.filter((status) => status === 404).length
  // An answer like 500 does not say that the share is gone; asked so often, it is wrong all the same.
  const unanswered = live.filter((status) => status !== 200 && status !== 404).length
  const revived = (await statuses(book.stopped)).filter((status) => status !== 404).length
  let beyond = 0
  for (const [secrets, opened] of book.opens) {
    const more = await statuses(Array.from({ length: places + 1 }, () => secrets))
    if (opened + more.filter((status) => status === 200).length > places) beyond += 1
  }
  return { lost, unanswered, revived, beyond, faults: book.faults }
}

export const sound = { lost: 0, unanswered: 0, revived: 0, beyond: 0, faults: [] }
