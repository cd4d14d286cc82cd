import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { expect, test } from 'vitest'

test('HOUSE-600 a command whose packages are not there says in one sentence how they come', () => {
  const check = (...names: readonly string[]): readonly [number | null, string] => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/check-node.mjs', ...names])
    return [status, String(stderr)]
  }
  expect(check('vite', 'hono')).toEqual([0, ''])
  expect(check('hono', 'not-one-of-ours')).toEqual([
    1,
    'not-one-of-ours is not here: run `npm ci` first (`npm prune` takes away what only building and testing needs).\n',
  ])
})
