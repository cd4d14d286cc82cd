import type { Sodium } from '../crypto/sodium.ts'
import type { Cost } from '../crypto/cost.ts'
import { openSpaceFile } from './file.ts'
import { createKeeper } from './keeper.ts'
import { arrived } from './arriving.ts'
import type { Answers, Ask, Question, Wanted } from './messages.ts'
import type { Tools } from './opening.ts'
import { createLeaving, queueOf } from './queue.ts'
import { openStorage } from './storage.ts'

// The one worker that owns the container. It starts small: libsodium comes only with the first code.
// The same script, started by another name, is the throwaway worker that stretches a code.

/** The code as bytes, which the throwaway worker wipes. */
type StretchOrder = { readonly code: Uint8Array; readonly salt: Uint8Array; readonly cost: Cost }

const wanted: Wanted = 'stretch'

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()

/** Answers come at multiples of this, in ms, whatever was found. */
const beat = 50

const even = (since: number): Promise<void> =>
  new Promise((resolve) => {
    const spent = performance.now() - since
    setTimeout(resolve, Math.ceil(spent / beat) * beat - spent)
  })

let lent: (port: MessagePort) => void = () => {}
/** A line that was asked for before it is needed, since a worker takes long to start. */
let early: Promise<MessagePort> | null = null

/** A line to a throwaway worker. The page starts it, because Firefox now and then never comes back from
 * starting one here. The page lends the line and hears nothing of what is said on it. */
const borrow = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    lent = resolve
    self.postMessage(wanted)
  })

const stretchApart = async (code: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> => {
  const borrowing = early ?? borrow()
  early = null
  const port = await borrowing
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<Uint8Array | null>) => {
      port.postMessage(null)
      if (data) resolve(data)
      else reject(new Error('the stretching worker failed'))
    }
    const bytes = new TextEncoder().encode(code)
    port.postMessage({ code: bytes, salt, cost } satisfies StretchOrder, [bytes.buffer])
  })
}

/** Ends a throwaway worker for which there was nothing to do. */
const giveBack = async (): Promise<void> => {
  const unused = early
  early = null
  if (unused) (await unused).postMessage(null)
}

const sodium = async (): Promise<Sodium> => (await import('../crypto/sodium.ts')).ready()

const loadStretch = async () => {
  await sodium()
  return import('../crypto/stretch.ts')
}

type Loading = ReturnType<typeof loadStretch>

const stretched = async (loading: Loading, order: StretchOrder): Promise<Uint8Array> => {
  const { code, salt, cost } = order
  const { stretch } = await loading
  const text = new TextDecoder().decode(code)
  code.fill(0)
  return stretch(text, salt, cost)
}

/** One code; once its answer has arrived this worker and its memory are gone. */
const stretchOnce = (port: MessagePort, loading: Loading): void => {
  port.onmessage = async ({ data }: MessageEvent<StretchOrder | null>) => {
    if (!data) return self.close()
    const secret = await stretched(loading, data).catch(() => null)
    port.postMessage(secret, secret ? [secret.buffer] : [])
  }
}

/** A bug must reach the page as an error event, where the disguise comes back; a promise would not. */
const surface = (error: unknown): void => {
  setTimeout(() => {
    throw error
  })
}

/** Plaintext goes over whole, and no copy of it stays here. */
const handedOver = (answer: Answers[keyof Answers]): ArrayBufferLike[] => {
  if ('sealed' in answer) return [answer.sealed.buffer]
  if ('beside' in answer) return answer.beside?.bytes ? [answer.beside.bytes.buffer] : []
  return 'items' in answer ? (answer.items ?? []).slice(0, 1).map(([, bytes]) => bytes.buffer) : []
}

/** What was given to be kept came as this worker's own copy. */
const forget = (question: Question): void => {
  if ('put' in question) for (const [, bytes] of question.put) bytes.fill(0)
}

/** Browsers that do not tell have nothing under this name, and so do TypeScript's. */
const memory = (): number | null =>
  'deviceMemory' in navigator && typeof navigator.deviceMemory === 'number'
    ? navigator.deviceMemory
    : null

const keep = () => {
  const now = () => performance.now()
  const leaving = createLeaving()
  const stretch: Tools['stretch'] = (...order) => leaving.unless(stretchApart(...order))
  const waiting = (ms: number) => leaving.unless(pause(ms))
  const tools = { sodium, stretch }
  const outside = { openStorage, openSpace: openSpaceFile, clock: Date.now, pause: waiting }
  const keeper = createKeeper({ ...outside, ...tools, even, now, memory: memory() })
  const tell = (question: Question, answer: Answers[keyof Answers]): void => {
    forget(question)
    void giveBack()
    self.postMessage({ id: question.id, answer }, handedOver(answer))
  }
  const answer = (ask: Ask) => {
    if (ask.ask === 'try') early = borrow()
    return keeper.answer(ask)
  }
  const take = queueOf({ keeper: { ...keeper, answer }, leaving, tell, surface })
  self.onmessage = ({ data }: MessageEvent<Question | MessagePort>) => {
    // Not in the queue: a question in it is waiting for just this.
    if (data instanceof MessagePort) return lent(data)
    arrived(data)
    take(data)
  }
}

if (self.name === wanted) {
  // It begins before it hears the code; one that cannot says so when it does.
  const loading = loadStretch()
  loading.catch(() => undefined)
  self.onmessage = ({ data }: MessageEvent<MessagePort>) => stretchOnce(data, loading)
} else {
  keep()
}
