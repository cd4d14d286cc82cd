import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** Paths from the project's root with forward slashes, to their text. */
export type Tree = ReadonlyMap<string, string>

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Paths that match, sorted; nothing that was installed, built or cached. */
export const list = (...patterns: readonly string[]): readonly string[] =>
  globSync([...patterns], { cwd: root, exclude: ['node_modules/**', 'dist/**', '.cache/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()

export const readTree = (...patterns: readonly string[]): Tree =>
  new Map(list(...patterns).map((path) => [path, read(path)]))

/** All that we write in TypeScript. */
export const ourCode = (): Tree => readTree('{src,tests,tools}/**/*.{ts,tsx}', '*.ts')
