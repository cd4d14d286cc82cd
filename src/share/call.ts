import type { Bytes } from './bytes.ts'

// One call to the relay. Whatever the other end does (nothing, too much, nonsense), an answer comes
// back as a value within the time-out.

/** `origin` is empty on the relay's own pages; `timeout` in milliseconds. */
export type Relay = {
  readonly origin: string
  readonly fetch: (url: string, how: RequestInit) => Promise<Response>
  readonly timeout: number
}

export type Reply =
  | { readonly ok: true; readonly status: number; readonly bytes: Bytes }
  | { readonly ok: false; readonly why: 'offline' | 'slow' | 'refused' }

/** The relay behind the page's own origin. */
export const ownRelay: Relay = {
  origin: '',
  fetch: (url, how) => fetch(url, how),
  timeout: 10_000,
}

export type Headers = Readonly<Record<string, string>>

/** Milliseconds for each byte on a poor line: half a megabyte in a minute. */
const perByte = 60_000 / 524_288

type Draining = { readonly most: number; readonly came: (received: number) => void }

/** All of a body, or null when it grows over `most` bytes. */
const drain = async (response: Response, { most, came }: Draining): Promise<Bytes | null> => {
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  for (let size = 0; ;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.length
    if (size > most) {
      await reader.cancel()
      return null
    }
    came(size)
  }
  return new Uint8Array(await new Blob(chunks.map((chunk) => new Uint8Array(chunk))).arrayBuffer())
}

const send = async (
  relay: Relay,
  path: string,
  body: Bytes | string,
  { signal, headers }: { readonly signal: AbortSignal; readonly headers: Headers },
  draining: Draining,
): Promise<Reply> => {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const response = await relay.fetch(relay.origin + path, {
    method: 'POST',
    body,
    signal,
    headers: { ...headers, 'content-type': type },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  const bytes = await drain(response, draining)
  return bytes ? { ok: true, status: response.status, bytes } : { ok: false, why: 'refused' }
}

/**
 * Posts `body` (text is JSON); an answer over `most` bytes counts as refused. Never throws. What is large has the
 * time that it takes on a poor line, both ways.
 */
export const call = async (
  relay: Relay,
  path: string,
  body: Bytes | string,
  most: number,
  headers: Headers = {},
): Promise<Reply> => {
  const stop = new AbortController()
  const begun = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  let came: Draining['came'] = () => undefined
  const late = new Promise<Reply>((resolve) => {
    const end = (): void => {
      resolve({ ok: false, why: 'slow' })
      stop.abort()
    }
    // Counted from the beginning: who sends a byte now and then gains nothing by it.
    came = (received) => {
      clearTimeout(timer)
      const allowed = relay.timeout + (body.length + received) * perByte
      timer = setTimeout(end, begun + allowed - performance.now())
    }
    came(0)
  })
  const sent = send(relay, path, body, { signal: stop.signal, headers }, { most, came }).catch(
    (): Reply => ({
      ok: false,
      why: 'offline',
    }),
  )
  const reply = await Promise.race([sent, late])
  clearTimeout(timer)
  return reply
}
