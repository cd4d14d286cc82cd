import { expect } from '@playwright/test'
import sodium from 'libsodium-wrappers-sumo'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { containerBytes, firstPages } from '../../src/vault/layout.ts'
import { herPhone } from '../journeys/driver.ts'
import type { Server } from '../journeys/server.ts'
import { readContainer } from '../vault/containerReader.ts'
import { beginContact, setUpBySum, wholeDay, type Day } from './day.ts'
import { plant, type Planted } from './planted.ts'
import { browserPause, firstPage, type Profile, type ProfileFile } from './profile.ts'
import { leaveTraces } from './traces.ts'

/** Every key that her code leads to, as they can be had from the container alone. */
const plantKeys = async (planted: Planted, profile: Profile, code: string): Promise<void> => {
  await sodium.ready
  const length = containerBytes(firstPages)
  const file = profile.files().find(({ bytes }) => bytes.length === length)
  const opened = file ? readContainer(sodium, file.bytes, code) : []
  const keys = opened.flatMap((one) => one.keys)
  // Of each copy of the header its secret, root, own key and vault key, and one key for each page.
  expect(keys.length).toBeGreaterThan(5)
  for (const [n, key] of keys.entries()) planted.addKey(`key ${n}`, key)
}

type Found = {
  /** Where something of an ordinary page was found, one line each. */
  readonly found: string
  readonly files: readonly ProfileFile[]
}

type Do = (day: Day, file: string) => Promise<void>

/**
 * A whole day that ends in mid-word because the battery does, and another one on which an ordinary page
 * leaves its traces. Nothing of the first may be on the disk, neither before nor after the second.
 */
export const dayWithoutBattery = async (
  profile: Profile,
  server: Server,
  { live = wholeDay, switches }: { live?: Do; switches?: readonly string[] } = {},
): Promise<Found> => {
  const planted = plant()
  const folder = mkdtempSync(join(tmpdir(), 'samlad-file-'))
  const context = await profile.open(switches)
  const day = { her: herPhone(firstPage(context), server), planted }
  const code = await setUpBySum(day)
  await live(day, join(folder, `${planted.word('name of a file')}.vcf`))
  await day.her.exit()
  await day.her.unlock(code)
  await beginContact(day, 'half-typed contact')
  await day.her.page.waitForTimeout(browserPause)
  await profile.kill(context)
  rmSync(folder, { recursive: true })
  await plantKeys(planted, profile, code)
  expect(planted.foundIn(profile.files())).toEqual([])

  // The browser mends its files at the next start; and the same search finds what others leave.
  const traces = plant()
  const next = await profile.open(switches)
  await leaveTraces(firstPage(next), server, traces)
  await next.close()
  const files = profile.files()
  expect(planted.foundIn(files)).toEqual([])
  return { files, found: traces.foundIn(files).join('\n') }
}
