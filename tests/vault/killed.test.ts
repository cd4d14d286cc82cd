import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rounds } from '../thorough.ts'
import { fetchBack, type Kept } from './chunks.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'
import { decoys, hers, kinds, photoOf, type State, type Told } from './mortal.ts'

// A process that is ended from outside, at no chosen moment: what it said was kept is there.

const first: State = { hers: 0, decoys: 0, codes: 1 }
const upTo = (most: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % most

const begin = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-killed-'))
  const keeper = keeperOver()
  for (const code of [decoys(1), hers(1)]) {
    await keeper.ask({ ask: 'setUp', code })
    await keeper.ask({ ask: 'commit', put: [item('n', '0'), item('twin', '0')], drop: [] })
    await keeper.ask({ ask: 'lock' })
  }
  writeFileSync(join(folder, 'data'), keeper.disk.image())
  writeFileSync(join(folder, 'space'), '')
  return folder
}

const begetting = () =>
  spawn(process.execPath, [join(import.meta.dirname, 'mortal.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })

/** The next process gets ready while what the one before left is looked at. */
const waiting = { child: begetting() }

const milliseconds = (ms: number): Promise<void> =>
  ms < 1 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))

/** Lets it live for so long after it has begun; what it told until it was killed. */
const liveAndDie = async (
  folder: string,
  state: State,
  begins: string,
  ms: number,
): Promise<readonly Told[]> => {
  const { child } = waiting
  waiting.child = begetting()
  child.stdin.write(JSON.stringify([folder, state, begins]))
  let said = ''
  child.stdout.on('data', (text: Buffer) => void (said += text.toString()))
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  await milliseconds(ms)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  expect(child.exitCode).toBe(null)
  return said
    .split('\n')
    .slice(0, -1)
    .map((line): Told => JSON.parse(line))
}

const numberIn = (found: Record<string, string>): number => {
  expect(found['twin']).toBe(found['n'])
  return Number(found['n'])
}

const checkPhoto = async (keeper: Keeper, photo: string | undefined): Promise<void> => {
  if (photo === undefined) return
  const told: Kept & { readonly of: State } = JSON.parse(photo)
  const bytes = await fetchBack(keeper, { ...told, key: Uint8Array.from(told.key) })
  expect(Buffer.compare(bytes ?? new Uint8Array(0), photoOf(told.of))).toBe(0)
}

/** What her code and the decoy's open now, with the codes of one state. */
const stateNow = async (folder: string, codes: number): Promise<State | null> => {
  const [data, space] = ['data', 'space'].map((name) => readFileSync(join(folder, name)))
  const keeper = keeperOver(data, undefined, memoryDisk(space))
  if (!(await keeper.opens(hers(codes)))) return null
  const found = await contents(keeper)
  await checkPhoto(keeper, found['photo'])
  expect(await keeper.opens(decoys(codes))).toBe(true)
  const shown = await contents(keeper)
  return { hers: numberIn(found), decoys: numberIn(shown), codes }
}

/** What is left of two vaults after one more life; the kind of change that was broken off, if one was. */
const outlive = async (folder: string, state: State, begins: string, ms: number) => {
  const told = await liveAndDie(folder, state, begins, ms)
  const kept = told.findLast(({ is }) => is === 'kept')?.state ?? state
  const last = told.at(-1)
  const begun = last?.is === 'begun' ? last : null
  const found =
    (await stateNow(folder, kept.codes)) ?? (await stateNow(folder, begun?.state.codes ?? 0))
  expect([kept, begun?.state], begun?.what).toContainEqual(found)
  return { state: found ?? state, broken: begun?.what, first: told.length === 1 }
}

/**
 * How long, in ms, the first change of a kind is given at most. A save takes a few milliseconds here and a
 * change of codes hundreds, more on a busy machine: it grows while kills fall within that change, and
 * shrinks when one comes after it.
 */
const reaching = () => {
  const most = new Map<string, number>()
  const of = (kind: string): number => most.get(kind) ?? 32
  return {
    moment: (kind: string): number => upTo(of(kind) * 1_000) / 1_000,
    learn: (kind: string, within: boolean) => void most.set(kind, of(kind) * (within ? 1.4 : 0.6)),
  }
}

/** So many lives of one phone. Later ones have grown already, so others begin anew. */
const lives = 2 * kinds.length
/** What is asked for, and so many lives that a machine that never gets there is a fault. */
const [asked, ofEach, tooMany] = [rounds(0, 100, 500), rounds(0, 2, 5), 4_000]

const enough = (broken: ReadonlyMap<string, number>): boolean =>
  [...broken.values()].reduce((sum, count) => sum + count, 0) >= asked &&
  kinds.every((kind) => (broken.get(kind) ?? 0) >= ofEach)

test('VAULT-31 a process killed at any moment leaves all that it said was kept, in both vaults', async () => {
  const broken = new Map<string, number>()
  const { moment, learn } = reaching()
  let [folder, state, kill] = [await begin(), first, 0]
  while (kill < rounds(4, tooMany) && (kill < 4 || !enough(broken))) {
    kill += 1
    const begins = kinds.at(-kill % kinds.length) ?? ''
    const after = await outlive(folder, state, begins, moment(begins))
    learn(begins, after.first)
    if (after.broken) broken.set(after.broken, (broken.get(after.broken) ?? 0) + 1)
    state = after.state
    if (kill % lives > 0) continue
    rmSync(folder, { recursive: true })
    folder = await begin()
    state = first
  }
  rmSync(folder, { recursive: true })
  waiting.child.kill('SIGKILL')
  expect(enough(broken), JSON.stringify([kill, ...broken])).toBe(true)
}, 2_400_000)
