import { statfsSync } from 'node:fs'

/** Bytes that the disk under a folder has left for others than root. */
export const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** The last: what SQLite shares with other processes beside its log found no room. */
const codes: readonly unknown[] = [
  'SQLITE_FULL',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'SQLITE_IOERR_SHMSIZE',
]

/** Whether an error of SQLite or of the file system says that the disk is full. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && codes.includes(error.code)
