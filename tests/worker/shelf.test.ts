import { expect, test } from 'vitest'
import { answer, fill, install, isOurs, sweep } from '../../src/worker/shelf.ts'
import { memoryStores } from './stores.ts'

const build = { name: 'b2', first: ['/', '/a/1.js'], rest: ['/a/2.js', '/data/x.json'] }
const whole = [...build.first, ...build.rest]
const origin = 'https://tool.example'
const request = (path: string) => new Request(origin + path)

test('OFFLINE-1 a first build is content with the calculator, and the rest comes later', async () => {
  const { stores, kept, missing } = memoryStores()
  missing.add('/a/2.js')
  await install(stores, build)
  expect(kept('b2')).toEqual(build.first)
  expect(await fill(stores, build)).toBe(1)
  missing.clear()
  expect(await fill(stores, build)).toBe(0)
  expect(kept('b2').toSorted()).toEqual(whole.toSorted())
})

test('OFFLINE-1 without the calculator itself nothing is installed', async () => {
  const { stores, missing } = memoryStores()
  missing.add('/a/1.js')
  await expect(install(stores, build)).rejects.toThrow()
})

test('OFFLINE-2 an update that is not whole does not take over', async () => {
  const { stores, kept, missing } = memoryStores({ b1: ['/'] })
  missing.add('/data/x.json')
  await expect(install(stores, build)).rejects.toThrow()
  expect(kept('b1')).toEqual(['/'])
  missing.clear()
  await install(stores, build)
  expect(kept('b2').toSorted()).toEqual(whole.toSorted())
})

test('OFFLINE-3 hashed files come from the older build, all others from the network', async () => {
  const { stores, asked } = memoryStores({ b1: ['/', '/a/2.js', '/data/x.json'] })
  await install(stores, build)
  expect(asked.toSorted()).toEqual(['/', '/a/1.js', '/data/x.json'])
})

test('OFFLINE-4 only older builds are dropped', async () => {
  const { stores, shelves } = memoryStores({ b0: ['/'], b1: ['/'], b2: ['/'] })
  await sweep(stores, build)
  expect([...shelves.keys()]).toEqual(['b2'])
})

test('OFFLINE-5 a kept file needs no network, whatever stands after the "?"', async () => {
  const { stores, asked } = memoryStores({ b2: ['/'] })
  const response = await answer(stores, build, request('/?source=home'))
  expect(await response.text()).toBe('b2 /')
  expect(asked).toEqual([])
})

test('OFFLINE-5 a file that is missing is fetched and kept; a stranger is fetched only', async () => {
  const { stores, kept } = memoryStores({ b2: ['/'] })
  expect(await (await answer(stores, build, request('/a/2.js'))).text()).toBe('new /a/2.js')
  await answer(stores, build, request('/other'))
  expect(kept('b2')).toEqual(['/', '/a/2.js'])
})

test('OFFLINE-6 the relay, other origins and other methods are not ours', () => {
  const ours = (method: string, url: string) => isOurs({ method, url }, origin)
  expect(ours('GET', `${origin}/a/1.js`)).toBe(true)
  expect(ours('POST', `${origin}/`)).toBe(false)
  expect(ours('GET', `${origin}/v1/policy`)).toBe(false)
  expect(ours('GET', 'https://elsewhere.example/')).toBe(false)
})

test('OFFLINE-7 an error is handed on and not kept', async () => {
  const { stores, kept, missing } = memoryStores({ b2: ['/'] })
  missing.add('/a/2.js')
  expect((await answer(stores, build, request('/a/2.js'))).status).toBe(503)
  expect(kept('b2')).toEqual(['/'])
})

const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))

test('OFFLINE-420 where there is no room to keep a file, it arrives all the same', async () => {
  const { stores, kept } = memoryStores({ b2: ['/'] })
  const { caches } = stores
  const narrow = {
    ...caches,
    open: async (name: string) => ({ ...(await caches.open(name)), put: full }),
  }
  const response = await answer({ ...stores, caches: narrow }, build, request('/a/2.js'))
  expect(await response.text()).toBe('new /a/2.js')
  expect(kept('b2')).toEqual(['/'])
})

test('OFFLINE-420 where no shelf opens or can be read, files come from the network', async () => {
  const { stores } = memoryStores({ b2: ['/'] })
  const none = { ...stores.caches, open: full }
  const unread = { ...stores.caches, open: async () => ({ match: full, put: full }) }
  for (const caches of [none, unread]) {
    const response = await answer({ ...stores, caches }, build, request('/'))
    expect(await response.text()).toBe('new /')
  }
})
