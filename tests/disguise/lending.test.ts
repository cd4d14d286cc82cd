import { expect, test, vi } from 'vitest'
import { lending } from '../../src/disguise/lending.ts'
import { arrived } from '../../src/vault/arriving.ts'

/** As much of a worker as lending touches; it hears what the page posts. */
class FakeWorker extends EventTarget {
  onerror: (() => void) | null = null
  readonly terminate: () => void
  readonly heard = vi.fn()
  readonly postMessage = (...said: unknown[]): void => void this.heard(...said)

  constructor(onEnd: () => void) {
    super()
    this.terminate = onEnd
  }

  says(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  portHeard(): MessagePort {
    const port: unknown = this.heard.mock.lastCall?.[0]
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

test('VAULT-30 every code crosses as bytes that are handed over, and arrives as text', () => {
  const { worker, named } = lent()
  const file = new Uint8Array([1, 2])
  const others = [
    { code: '1+2', to: '3+4' },
    { begin: [['note/1', file]], to: '5+6' },
  ]
  worker.postMessage({ id: 7, ask: 'recode', code: '٩×9', others, shred: null })
  const [sent, over] = named('').heard.mock.lastCall ?? []
  expect(JSON.stringify(sent)).not.toMatch(/1\+2|3\+4|5\+6|×/)
  expect(over).toHaveLength(4)
  const arrivals = Object.values<{ code?: unknown }>({ ...sent })
  expect(arrivals).not.toContain('٩×9')
  const wire: ArrayBuffer[] = [...over]
  arrived(sent)
  expect(sent).toEqual({ id: 7, ask: 'recode', code: '٩×9', others, shred: null })
  expect(wire.every((buffer) => new Uint8Array(buffer).every((byte) => byte === 0))).toBe(true)
})
