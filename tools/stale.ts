import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'src/**/*',
  'locales/**/*',
  'public/**/*',
  'index.html',
  'convert.html',
  'timer.html',
  'recipient.html',
  'vite.config.ts',
  'package-lock.json',
  'tools/build.ts',
]

const built = ['dist/app/index.html', 'dist/app/sw.js', 'dist/recipient/recipient.html']

const changedAt = (file: string): number =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY

/**
 * Whether the front ends in `root`/dist are missing or older than anything they are made from,
 * folders included, because a folder changes when a file in it is removed.
 */
export const isStale = (root: string): boolean => {
  const made = built.map((file) => changedAt(join(root, file)))
  const files = globSync(sources, { cwd: root }).map((file) => changedAt(join(root, file)))
  return Math.min(...made) < Math.max(...files)
}
