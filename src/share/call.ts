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

/** All of a body, or null when it grows over `most` bytes. */
const drain = async (response: Response, most: number): Promise<Bytes | null> => {
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
  }
  return new Uint8Array(await new Blob(chunks.map((chunk) => new Uint8Array(chunk))).arrayBuffer())
}

const send = async (
  relay: Relay,
  path: string,
  body: Bytes | string,
  most: number,
  signal: AbortSignal,
): Promise<Reply> => {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const response = await relay.fetch(relay.origin + path, {
    method: 'POST',
    body,
    signal,
    headers: { 'content-type': type },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  const bytes = await drain(response, most)
  return bytes ? { ok: true, status: response.status, bytes } : { ok: false, why: 'refused' }
}

/** Posts `body` (text is JSON); an answer over `most` bytes counts as refused. Never throws. */
export const call = async (
  relay: Relay,
  path: string,
  body: Bytes | string,
  most: number,
): Promise<Reply> => {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ok: false, why: 'slow' })
      stop.abort()
    }, relay.timeout)
  })
  const sent = send(relay, path, body, most, stop.signal).catch((): Reply => ({
    ok: false,
    why: 'offline',
  }))
  const reply = await Promise.race([sent, late])
  clearTimeout(timer)
  return reply
}
