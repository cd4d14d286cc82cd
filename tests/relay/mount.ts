import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { dropFolder, newFolder } from './given.ts'

// A small disk of its own, for tests that fill one or look at its bare blocks. Only root may mount.

export type Mounted = {
  readonly folder: string
  /** Every byte of the disk, as a text. Only an ext4 disk can be read so. */
  readonly raw: () => string
}

const run = (command: string, ...rest: string[]): void => {
  execFileSync(command, rest, { stdio: 'pipe' })
}

const mountExt4 = (house: string, folder: string, megabytes: number): void => {
  const file = join(house, 'image')
  writeFileSync(file, new Uint8Array(megabytes * 1_000_000))
  run('mkfs.ext4', '-q', '-F', '-E', 'nodiscard', file)
  run('mount', '-o', 'loop,nodiscard', file, folder)
}

const mountMemory = (folder: string, megabytes: number): void =>
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'relay', folder)

/**
 * A mounted disk, which goes away after the tests of the file; null, with a word about it, where
 * this machine does not let us mount one.
 */
export const mounted = (kind: 'ext4' | 'tmpfs', megabytes: number): Mounted | null => {
  const house = newFolder()
  const folder = join(house, 'disk')
  mkdirSync(folder)
  chmodSync(house, 0o711)
  try {
    if (kind === 'ext4') mountExt4(house, folder, megabytes)
    else mountMemory(folder, megabytes)
  } catch {
    console.log(`skipped: tests on a disk of their own (${kind} cannot be mounted here)`)
    dropFolder(house)
    return null
  }
  afterAll(() => {
    run('umount', '-l', folder)
    dropFolder(house)
  })
  return { folder, raw: () => readFileSync(join(house, 'image')).toString('latin1') }
}
