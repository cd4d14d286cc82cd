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

/** Lets it live for a moment; what it told until it was killed. */
const liveAndDie = async (
  folder: string,
  state: State,
  begins: string,
): Promise<readonly Told[]> => {
  const script = join(import.meta.dirname, 'mortal.ts')
  const child = spawn(process.execPath, [script, folder, JSON.stringify(state), begins], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => void (said += text.toString()))
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  // A save takes a few milliseconds, a change of codes hundreds.
  await new Promise((resolve) => setTimeout(resolve, upTo(upTo(2) === 0 ? 8 : 250)))
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
const outlive = async (folder: string, state: State, begins: string) => {
  const told = await liveAndDie(folder, state, begins)
  const kept = told.findLast(({ is }) => is === 'kept')?.state ?? state
  const last = told.at(-1)
  const begun = last?.is === 'begun' ? last : null
  const found =
    (await stateNow(folder, kept.codes)) ?? (await stateNow(folder, begun?.state.codes ?? 0))
  expect([kept, begun?.state], begun?.what).toContainEqual(found)
  return { state: found ?? state, broken: begun?.what }
}

/** So many lives of one phone. Later ones have grown already, so others begin anew. */
const lives = 2 * kinds.length

test('VAULT-31 a process killed at any moment leaves all that it said was kept, in both vaults', async () => {
  const broken = new Map<string, number>()
  let [folder, state] = [await begin(), first]
  const kills = rounds(4, 512)
  for (let kill = 1; kill <= kills; kill++) {
    const after = await outlive(folder, state, kinds.at(-kill % kinds.length) ?? '')
    if (after.broken) broken.set(after.broken, (broken.get(after.broken) ?? 0) + 1)
    state = after.state
    if (kill % lives > 0) continue
    rmSync(folder, { recursive: true })
    folder = await begin()
    state = first
  }
  rmSync(folder, { recursive: true })
  const midway = [...broken.values()].reduce((sum, count) => sum + count, 0)
  expect(midway).toBeGreaterThan(rounds(0, kills / 4))
  const most = kinds.filter((kind) => (broken.get(kind) ?? 0) >= rounds(0, 5))
  expect(most, JSON.stringify([...broken])).toEqual(kinds)
}, 2_400_000)
