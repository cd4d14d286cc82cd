import { frame, type Refusal } from '../share/contract.ts'
import type { Reply } from './call.ts'
import type { Headers } from './headers.ts'
import { apiHeaders } from './headers.ts'

const statusOf: Readonly<Record<Refusal['why'], number>> = {
  malformed: 400,
  taken: 409,
  large: 413,
  missing: 424,
  busy: 503,
  full: 507,
  long: 422,
  work: 428,
  token: 403,
}

/** Seconds until it is worth trying again: a minute's counts are over, or a sweep has made room. */
const later: Partial<Record<Refusal['why'], string>> = { busy: '60', full: '600' }

export type Answers = {
  readonly json: (value: object, status?: number) => Reply
  readonly bytes: (...pieces: readonly Uint8Array[]) => Reply
  /** A head as the contract frames it, and what stands behind it. */
  readonly framed: (head: object, ...bodies: readonly Uint8Array[]) => Reply
  /** `status` stands in where HTTP has a more exact word than the refusal's own. */
  readonly refuse: (why: Refusal['why'], status?: number) => Reply
  /** The one answer for never was, expired, stopped, paused, used up and wrong. */
  readonly none: () => Reply
  readonly notAllowed: () => Reply
  readonly failed: () => Reply
}

const nothing = new Uint8Array()

/** Every answer of the API is made here, so that none can carry a header of its own. */
export const createAnswers = (tls: boolean): Answers => {
  const headers = apiHeaders(tls)
  const jsonHeaders = { ...headers, 'Content-Type': 'application/json' }
  const byteHeaders = { ...headers, 'Content-Type': 'application/octet-stream' }
  const bareHeaders = { ...headers, 'Content-Length': '0' }
  const bare = (status: number, more: Headers = {}): Reply => ({
    status,
    headers: { ...bareHeaders, ...more },
    body: [],
  })
  const bytes: Answers['bytes'] = (...body) => ({ status: 200, headers: byteHeaders, body })

  return {
    json: (value, status = 200) => ({ status, headers: jsonHeaders, body: JSON.stringify(value) }),
    bytes,
    framed: (head, ...bodies) => bytes(frame(head, nothing), ...bodies),
    refuse: (why, status = statusOf[why]) => {
      const refusal: Refusal = { why }
      const after = later[why]
      const more = after ? { ...jsonHeaders, 'Retry-After': after } : jsonHeaders
      return { status, headers: more, body: JSON.stringify(refusal) }
    },
    none: () => bare(404),
    notAllowed: () => bare(405, { Allow: 'POST' }),
    failed: () => bare(500),
  }
}
