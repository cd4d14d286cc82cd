import type { Sodium } from '../crypto/sodium.ts'
import type { Cost } from '../crypto/cost.ts'
import { createKeeper } from './keeper.ts'
import type { Question } from './messages.ts'
import { openStorage } from './storage.ts'
import { trustedScript } from './trusted.ts'

// The one worker that owns the container. It starts small: libsodium comes only with the first code.
// The same script, started again by itself, is the throwaway worker that stretches a code.

type StretchOrder = { readonly code: string; readonly salt: Uint8Array; readonly cost: Cost }

/** Answers come at multiples of this, in ms, whatever was found. */
const beat = 50

const even = (since: number): Promise<void> =>
  new Promise((resolve) => {
    const spent = performance.now() - since
    setTimeout(resolve, Math.ceil(spent / beat) * beat - spent)
  })

const stretchApart = (code: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: 'module', name: 'stretch' })
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = () => {
      worker.terminate()
      reject(new Error('the stretching worker failed'))
    }
    worker.postMessage({ code, salt, cost } satisfies StretchOrder)
  })

const sodium = async (): Promise<Sodium> => (await import('../crypto/sodium.ts')).ready()

const stretchHere = async ({ code, salt, cost }: StretchOrder): Promise<void> => {
  const { stretch } = await import('../crypto/stretch.ts')
  const secret = await stretch(code, salt, cost)
  self.postMessage(secret, { transfer: [secret.buffer] })
}

const script = trustedScript(self.location.href)

/** A bug must reach the page as an error event, where the disguise comes back; a promise would not. */
const surface = (error: unknown): void => {
  setTimeout(() => {
    throw error
  })
}

const keep = () => {
  const now = () => performance.now()
  const answer = createKeeper({ openStorage, sodium, stretch: stretchApart, even, now })
  // One after the other: a lock waits for the save that was asked for before it.
  let queue = Promise.resolve()
  self.onmessage = ({ data }: MessageEvent<Question>) => {
    queue = queue.then(async () => self.postMessage({ id: data.id, answer: await answer(data) }))
    queue.catch(surface)
  }
}

if (self.name === 'stretch') {
  self.onmessage = ({ data }: MessageEvent<StretchOrder>) => void stretchHere(data)
} else {
  keep()
}
