import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createPostgresStore } from '../../src/relay/postgres/store.ts'
import type { Store } from '../../src/relay/store.ts'
import type { Between, Mode } from './between.ts'
import { openBetween } from './between.ts'
import { askOf, newSecrets, noon, ownerOf, shareOf } from './given.ts'
import { asked, signal } from './nodes.ts'
import { eventually, startThree } from './standbys.ts'

// A relay whose line to the database breaks, or whose database has nobody left to acknowledge.

const three = await startThree()
const lines: readonly Between[] = three
  ? await Promise.all(three.all.map(({ port }) => openBetween(port)))
  : []
const setAll = (mode: Mode): void => lines.forEach((line) => line.set(mode))

/** What fails half-way must not make the others fail. */
afterEach(() => {
  setAll('open')
  for (const node of three?.all ?? []) signal(node, 'SIGCONT')
})

/** Seconds; on a busy machine the shortest in which a good call is sure to be answered. */
const patience = 4

const storeBehind = (): Store =>
  createPostgresStore({
    url: three?.url(lines.map(({ port }) => port)) ?? '',
    mostBytes: 1e12,
    size: 4,
    patience,
  })

type End = 'done' | 'failed' | 'hung'

const endOf = (work: Promise<unknown>): Promise<End> =>
  Promise.race([
    work.then(
      (): End => 'done',
      (): End => 'failed',
    ),
    wait(patience * 8000, 'hung' as const, { ref: false }),
  ])

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

const works = (store: Store): Promise<void> =>
  eventually(async () => (await endOf(store.create(shareOf(newSecrets())))) === 'done')

const long = { timeout: 120_000 }

test.skipIf(!three)(
  'RELAY-251 behind a line that broke in silence every call ends, and whole again it serves',
  long,
  async () => {
    const store = storeBehind()
    const secrets = newSecrets()
    await works(store)
    expect(await store.create(shareOf(secrets))).toEqual({ ok: true })
    setAll('dead')
    const ends = many(30, () => endOf(store.open(askOf(secrets), noon)))
    expect(new Set(await Promise.all(ends))).toEqual(new Set(['failed']))
    setAll('open')
    await works(store)
    expect(await store.open(askOf(secrets), noon)).not.toBeNull()
    await store.close()
  },
)

test.skipIf(!three)(
  'RELAY-252 what was done though its answer was lost is told as failed, and counts',
  long,
  async () => {
    const store = storeBehind()
    await works(store)
    const [made, few] = [newSecrets(), newSecrets()]
    await store.create(shareOf(few, { openers: 2 }))
    setAll(/INSERT 0 1/)
    expect(await endOf(store.create(shareOf(made)))).toBe('failed')
    setAll('open')
    await works(store)
    expect(await store.create(shareOf(made))).toEqual({ ok: false, why: 'taken' })
    expect(await store.open(askOf(made), noon)).not.toBeNull()
    setAll(/COMMIT/)
    expect(await endOf(store.open(askOf(few), noon))).toBe('failed')
    setAll('open')
    await works(store)
    const more = await Promise.all(many(5, () => store.open(askOf(few), noon)))
    expect(more.filter(Boolean)).toHaveLength(1)
    expect(await store.look(ownerOf(few), noon)).toMatchObject({ openers: 2 })
    await store.close()
  },
)

test.skipIf(!three)(
  'RELAY-253 with one standby asleep it goes on; with both nothing is acknowledged until one wakes',
  long,
  async () => {
    const store = storeBehind()
    await works(store)
    const [one, other] = three?.standbys() ?? []
    if (!one || !other) throw new Error('There are no two standbys.')
    const [early, late] = [newSecrets(), newSecrets()]
    signal(one, 'SIGSTOP')
    expect(await store.create(shareOf(early, { openers: 2 }))).toEqual({ ok: true })
    signal(other, 'SIGSTOP')
    const ends = [
      ...many(8, () => endOf(store.open(askOf(early), noon))),
      endOf(store.create(shareOf(late))),
    ]
    expect(new Set(await Promise.all(ends))).toEqual(new Set(['failed']))
    signal(one, 'SIGCONT')
    signal(other, 'SIGCONT')
    await works(store)
    const later = await Promise.all(many(6, () => store.open(askOf(early), noon)))
    expect(later.filter(Boolean).length).toBeLessThanOrEqual(2)
    expect(await store.look(ownerOf(early), noon)).toMatchObject({ openers: 2 })
    await store.close()
  },
)

/** Ends the waits for a standby, of so many commits at once, by the word of an administrator. */
const cutShort = async (how: 'cancel' | 'terminate', count: number): Promise<void> => {
  const waiting = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
  const primary = three?.primary()
  if (!primary) return
  await eventually(() => asked(primary, `SELECT count(*) ${waiting}`) === `${count}`)
  asked(primary, `SELECT pg_${how}_backend(pid) ${waiting}`)
}

/** So patient that no deadline of its own can be what fails. */
const patientStore = (): Store =>
  createPostgresStore({ url: three?.url() ?? '', mostBytes: 1e12, size: 4, patience: 120 })

const standbys = (what: 'SIGSTOP' | 'SIGCONT'): void =>
  three?.standbys().forEach((node) => signal(node, what))

test.skipIf(!three)(
  'RELAY-290 a commit whose wait for a standby is cut short is told as failed',
  long,
  async () => {
    const store = patientStore()
    await works(store)
    const [few, gone] = [newSecrets(), newSecrets()]
    await store.create(shareOf(few, { openers: 2 }))
    await store.create(shareOf(gone))
    standbys('SIGSTOP')
    for (const how of ['cancel', 'terminate'] as const) {
      const ends = [
        endOf(store.create(shareOf(newSecrets()))),
        endOf(store.open(askOf(few), noon)),
        endOf(store.stop(ownerOf(gone), noon)),
      ]
      await cutShort(how, ends.length)
      expect(await Promise.all(ends)).toEqual(['failed', 'failed', 'failed'])
    }
    standbys('SIGCONT')
    await store.close()
  },
)

test.skipIf(!three)(
  'RELAY-291 what a commit cut short left is told as taken only once a standby has it',
  long,
  async () => {
    const [store, hasty] = [patientStore(), storeBehind()]
    await works(hasty)
    const made = newSecrets()
    standbys('SIGSTOP')
    const end = endOf(store.create(shareOf(made)))
    await cutShort('terminate', 1)
    expect(await end).toBe('failed')
    expect(await endOf(hasty.create(shareOf(made)))).toBe('failed')
    standbys('SIGCONT')
    await works(hasty)
    expect(await hasty.create(shareOf(made))).toEqual({ ok: false, why: 'taken' })
    await Promise.all([hasty.close(), store.close()])
  },
)

test.skipIf(!three)(
  'RELAY-254 of two that believe to be the primary the one promoted last is taken',
  long,
  async () => {
    if (!three) return
    const secrets = newSecrets()
    const store = storeBehind()
    await works(store)
    expect(await store.create(shareOf(secrets, { openers: 1 }))).toEqual({ ok: true })
    const old = three.primary()
    signal(old, 'SIGSTOP')
    await three.promote()
    await works(store)
    expect(await store.open(askOf(secrets), noon)).not.toBeNull()
    signal(old, 'SIGCONT')
    expect(asked(old, 'SELECT pg_is_in_recovery()')).toBe('f')
    const fresh = storeBehind()
    await works(fresh)
    const again = await Promise.all([
      ...many(5, () => fresh.open(askOf(secrets), noon)),
      ...many(5, () => store.open(askOf(secrets), noon)),
    ])
    expect(again.filter(Boolean)).toEqual([])
    await Promise.all([fresh.close(), store.close()])
  },
)
