import type { Refusal } from '../share/contract.ts'
import type { Headers } from './headers.ts'
import { apiHeaders } from './headers.ts'

const statusOf: Readonly<Record<Refusal['why'], number>> = {
  malformed: 400,
  taken: 409,
  large: 413,
  busy: 503,
  full: 507,
}

export type Answers = {
  readonly json: (value: object, status?: number) => Response
  readonly bytes: (bytes: Uint8Array<ArrayBuffer>) => Response
  /** `status` stands in where HTTP has a more exact word than the refusal's own. */
  readonly refuse: (why: Refusal['why'], status?: number) => Response
  /** The one answer for never was, expired, stopped, paused, used up and wrong. */
  readonly none: () => Response
  readonly notAllowed: () => Response
  readonly failed: () => Response
}

/** Every answer of the API is made here, so that none can carry a header of its own. */
export const createAnswers = (tls: boolean): Answers => {
  const headers = apiHeaders(tls)
  const jsonHeaders = { ...headers, 'Content-Type': 'application/json' }
  const byteHeaders = { ...headers, 'Content-Type': 'application/octet-stream' }
  const bare = (status: number, more: Headers = {}): Response =>
    new Response(null, { status, headers: { ...headers, 'Content-Length': '0', ...more } })
  const json = (value: object, status = 200): Response =>
    new Response(JSON.stringify(value), { status, headers: jsonHeaders })

  return {
    json,
    bytes: (bytes) => new Response(bytes, { headers: byteHeaders }),
    refuse: (why, status = statusOf[why]) => {
      const refusal: Refusal = { why }
      const more = why === 'busy' ? { ...jsonHeaders, 'Retry-After': '60' } : jsonHeaders
      return new Response(JSON.stringify(refusal), { status, headers: more })
    },
    none: () => bare(404),
    notAllowed: () => bare(405, { Allow: 'POST' }),
    failed: () => bare(500),
  }
}
