import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open, readFile, unlink } from 'node:fs/promises'
import { readdirSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { noRoom, syncFolder } from './segments.ts'

// Pieces of files are large and each lives and ends with its own share: one file on disk for each, so that
// the room comes back at once, and a share whose end moves leaves its pieces where they lie.

export type Files = {
  /** Writes one piece and returns its name once it is on disk. */
  readonly write: (parts: readonly Uint8Array[]) => Promise<string>
  /** null when it is gone. */
  readonly read: (name: string) => Promise<Buffer | null>
  /** Writes zeros over each one, down to the disk, and lets it go. */
  readonly wipe: (names: readonly string[]) => Promise<void>
  /** Lets them go, all of whose keys are gone already. */
  readonly drop: (names: readonly string[]) => Promise<void>
  /** Bytes of all pieces together. */
  readonly bytes: () => number
}

const isName = (name: string): boolean => /^[0-9a-f]{32}$/.test(name)

/** What a crash left: a piece is written before its row is. */
export const dropUnnamed = (folder: string, named: ReadonlySet<string>): void => {
  for (const name of readdirSync(folder).filter(isName)) {
    if (!named.has(name)) unlinkSync(join(folder, name))
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const writeWhole = async (handle: FileHandle, parts: readonly Uint8Array[]): Promise<void> => {
  const size = parts.reduce((sum, { length }) => sum + length, 0)
  try {
    if ((await handle.writev(parts)).bytesWritten < size) throw noRoom()
    // When somebody sent it is nobody's business who looks at the folder later.
    await handle.utimes(0, 0)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

const zeroFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+')
  await writeWhole(handle, [Buffer.alloc(sizeOf(path))])
}

/** Where it is gone already, all is well. */
const unlessGone = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  })
}

export const openFiles = (folder: string): Files => {
  const pathOf = (name: string): string => join(folder, name)
  let total = readdirSync(folder)
    .filter(isName)
    .reduce((sum, name) => sum + sizeOf(pathOf(name)), 0)

  const dropOne = async (name: string): Promise<void> => {
    const size = sizeOf(pathOf(name))
    await unlessGone(unlink(pathOf(name)))
    total -= size
  }
  const drop = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await dropOne(name)
  }

  return {
    drop,
    write: async (parts) => {
      const name = randomBytes(16).toString('hex')
      const handle = await open(pathOf(name), 'wx', 0o600)
      try {
        await writeWhole(handle, parts)
      } catch (error) {
        await unlessGone(unlink(pathOf(name)))
        throw error
      }
      syncFolder(folder)
      total += sizeOf(pathOf(name))
      return name
    },
    read: (name) => readFile(pathOf(name)).catch(() => null),
    wipe: async (names) => {
      for (const name of names) await unlessGone(zeroFile(pathOf(name)))
      await drop(names)
      if (names.length > 0) syncFolder(folder)
    },
    bytes: () => total,
  }
}
