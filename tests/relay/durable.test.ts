import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSqliteStore } from '../../src/relay/sqlite/store.ts'
import type { Store } from '../../src/relay/store.ts'
import { begin, beforeSync, cutPower, end, log, syncsHere } from './cut.ts'
import {
  askOf,
  dropFolder,
  newSecrets,
  noon,
  ownerOf,
  replyOf,
  shareOf,
  sqliteIn,
} from './given.ts'

vi.mock('node:fs', async (load) => {
  const { fdatasync, fdatasyncSync, writev } = await import('./cut.ts')
  return { ...(await load<object>()), fdatasync, fdatasyncSync, writev }
})

let store: Store
const broken = vi.fn()

beforeEach(() => {
  broken.mockReset()
  store = createSqliteStore({ folder: begin(), mostBytes: 1e9, broken })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await store.close().catch(() => {})
  end()
})

/** Asks whoever starts after a power cut at this moment. */
const afterCut = async <T>(ask: (store: Store) => Promise<T>): Promise<T> => {
  const folder = cutPower()
  const next = sqliteIn(folder)
  try {
    return await ask(next)
  } finally {
    await next.close()
    dropFolder(folder)
  }
}

test.each(['slow', 'quick'])(
  'RELAY-16 what was answered is there after a power cut, on a %s disk: a share, its body, opens, tries, answers, a stop',
  async (disk) => {
    const isQuick = disk === 'quick'
    if (isQuick) {
      beforeSync(async () => {})
      // However busy the machine is.
      vi.spyOn(performance, 'now').mockReturnValue(0)
    }
    const secrets = newSecrets()
    const look = () => afterCut((next) => next.look(ownerOf(secrets), noon))
    await store.create(shareOf(secrets))
    expect(await afterCut((next) => next.open(askOf(secrets), noon))).not.toBeNull()
    await store.open(askOf(secrets), noon)
    expect(await look()).toMatchObject({ opens: 1, openers: 1 })
    await store.open(askOf(secrets, { pass: Buffer.alloc(32) }), noon)
    expect(await look()).toMatchObject({ wrong: 1 })
    await store.reply(replyOf(secrets), noon)
    expect(await look()).toMatchObject({ replies: 1 })
    expect(syncsHere() > 0).toBe(isQuick)
    await store.stop(ownerOf(secrets), noon)
    expect(await look()).toMatchObject({ state: 'ended' })
  },
)

test('RELAY-16 also where many come at once, and while others are being synced', async () => {
  const all = Array.from({ length: 30 }, () => newSecrets())
  const make = async (at: number): Promise<unknown> => {
    const secrets = all[at] ?? newSecrets()
    // Each comes at another moment of the sync of those before.
    for (let turn = 0; turn < at % 7; turn++) await new Promise(setImmediate)
    await store.create(shareOf(secrets))
    return afterCut((next) => next.look(ownerOf(secrets), noon))
  }
  const found = await Promise.all(all.map((_, at) => make(at)))
  expect(found).not.toContain(null)
})

test('RELAY-16 who sends a share again is told that it is there only once it is', async () => {
  const share = shareOf(newSecrets())
  const [disk, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  beforeSync(async (name) => {
    if (name !== log) return
    written.resolve()
    await disk.promise
  })
  const first = store.create(share)
  await written.promise
  const told = vi.fn()
  const again = store.create({ ...share })
  void again.then(told)
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
  expect(told).not.toHaveBeenCalled()
  disk.resolve()
  expect([await first, await again]).toEqual([{ ok: true }, { ok: false, why: 'taken' }])
})

test('RELAY-470 while the disk is waited for nobody is answered, and everybody else is', async () => {
  await store.create(shareOf(newSecrets()))
  const disk = Promise.withResolvers<void>()
  beforeSync(() => disk.promise)
  const asked = store.ready()
  const settled = vi.fn()
  void asked.then(settled)
  // Were it waited for on this thread, nothing would come by here until it is over.
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(settled).not.toHaveBeenCalled()
  disk.resolve()
  expect(await asked).toBe(true)
})

test('RELAY-471 after a sync that failed nothing is acknowledged any more, and the process is told to end', async () => {
  const [before, after] = [newSecrets(), newSecrets()]
  await store.create(shareOf(before))
  beforeSync(() => Promise.reject(new Error('EIO')))
  await expect(store.open(askOf(before), noon)).rejects.toThrow('did not take')
  expect(broken).toHaveBeenCalledOnce()
  beforeSync(() => Promise.resolve())
  await expect(store.open(askOf(before), noon)).rejects.toThrow('did not take')
  await expect(store.create(shareOf(after))).rejects.toThrow('did not take')
  await expect(store.ready()).rejects.toThrow('did not take')
  expect(await afterCut((next) => next.look(ownerOf(before), noon))).toMatchObject({ opens: 0 })
})

test('RELAY-471 unless somebody else is told, the process ends with a word about it', () => {
  const source = join(import.meta.dirname, '../../src/relay/sqlite/durable.ts')
  const script = `const { crash } = await import(${JSON.stringify(source)})
    crash(new Error('no disk'))
    setInterval(() => {}, 1000)`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  const sentence =
    'The disk did not take what was written (no disk), so the relay ends: see what the system says of that disk, then start it again.\n'
  expect([status, stderr]).toEqual([1, sentence])
})
