import { expect, test, vi } from 'vitest'
import { lending } from '../../src/disguise/lending.ts'

/** As much of a worker as lending touches; it hears what the page posts. */
class FakeWorker extends EventTarget {
  onerror: (() => void) | null = null
  readonly terminate: () => void
  readonly postMessage = vi.fn()

  constructor(onEnd: () => void) {
    super()
    this.terminate = onEnd
  }

  says(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  portHeard(): MessagePort {
    const port: unknown = this.postMessage.mock.lastCall?.[0]
    if (!(port instanceof MessagePort)) throw new Error('no port came')
    return port
  }
}

const lent = () => {
  const started = new Map<string, FakeWorker>()
  const ended: string[] = []
  const worker = lending((name) => {
    const fake = new FakeWorker(() => ended.push(name))
    started.set(name, fake)
    return fake as unknown as Worker
  })
  const named = (name: string): FakeWorker => {
    const fake = started.get(name)
    if (!fake) throw new Error('not started')
    return fake
  }
  return { worker, started, named, ended }
}

test('VAULT-15 a throwaway worker is started when the vault wants one, and not before', () => {
  const { started, named } = lent()
  named('').says({ id: 1, answer: {} })
  expect([...started.keys()]).toEqual([''])
  named('').says('stretch')
  expect([...started.keys()]).toEqual(['', 'stretch'])
})

test('VAULT-15 the two speak to each other, and the page is not between them', async () => {
  const { named } = lent()
  named('').says('stretch')
  const [vault, helper] = [named('').portHeard(), named('stretch').portHeard()]
  const heard = new Promise((resolve) => {
    helper.onmessage = ({ data }) => resolve(data)
  })
  vault.postMessage('a code')
  expect(await heard).toBe('a code')
  vault.close()
})

test('VAULT-15 both end together, and one that breaks breaks the other', () => {
  const { worker, named, ended } = lent()
  const vault = named('')
  vault.says('stretch')
  vault.portHeard().close()
  const broke = vi.fn()
  worker.addEventListener('error', broke)
  vi.stubGlobal('ErrorEvent', Event)
  named('stretch').onerror?.()
  vi.unstubAllGlobals()
  expect(broke).toHaveBeenCalledOnce()
  worker.terminate()
  expect(ended.toSorted()).toEqual(['', 'stretch'])
})
