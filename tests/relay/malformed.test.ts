import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Relay } from '../../src/relay/app.ts'
import type { Store } from '../../src/relay/store.ts'
import { paths } from '../../src/share/contract.ts'
import {
  createFrame,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  openRequest,
  ownerRequest,
  post,
  relayOn,
  sqliteIn,
} from './given.ts'

let folder: string
let store: Store
let relay: Relay

beforeAll(() => {
  folder = newFolder()
  store = sqliteIn(folder)
  relay = relayOn(store, { now: noon })
})

afterAll(async () => {
  await store.close()
  dropFolder(folder)
})

const anyPath = fc.constantFrom(...Object.values(paths))

test('RELAY-29 random bytes on any path never make a fault', async () => {
  const property = fc.asyncProperty(
    anyPath,
    fc.uint8Array({ maxLength: 3000 }),
    async (path, raw) => {
      const answer = await post(relay, path, new Uint8Array(raw))
      expect(path === paths.about || answer.status >= 400).toBe(true)
      expect(answer.status).toBeLessThan(500)
    },
  )
  await fc.assert(property, { numRuns: 300 })
})

test('RELAY-29 a frame with any one byte changed never makes a fault', async () => {
  const good = createFrame(newSecrets())
  const property = fc.asyncProperty(
    fc.nat(good.length - 1),
    fc.integer({ min: 1, max: 255 }),
    async (at, flip) => {
      const bad = good.slice()
      bad[at] = (bad[at] ?? 0) ^ flip
      expect((await post(relay, paths.create, bad)).status).toBeLessThan(500)
    },
  )
  await fc.assert(property, { numRuns: 300 })
})

test('RELAY-29 a frame cut short anywhere in its head is malformed', async () => {
  const good = createFrame(newSecrets())
  const head = good.length - 'sealed'.length
  for (let end = 0; end <= head; end += 7) {
    expect((await post(relay, paths.create, good.slice(0, end))).status).toBe(400)
  }
})

const requests: Readonly<Record<string, object>> = {
  [paths.open]: openRequest(newSecrets()),
  [paths.look]: ownerRequest(newSecrets()),
  [paths.stop]: ownerRequest(newSecrets()),
}

test('RELAY-29 a request with any field missing, foreign or of another type is malformed', async () => {
  for (const [path, good] of Object.entries(requests)) {
    for (const name of Object.keys(good)) {
      for (const value of [undefined, 7, '', '='.repeat(22), [], {}, '\u0000'.repeat(43)]) {
        expect((await post(relay, path, { ...good, [name]: value })).status).toBe(400)
      }
    }
    expect((await post(relay, path, { ...good, more: 1 })).status).toBe(400)
    expect((await post(relay, path, [good])).status).toBe(400)
  }
})
