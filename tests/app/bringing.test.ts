import { expect, test } from 'vitest'
import { itemOf } from '../../src/app/codes.ts'
import { bringBack, lookInto } from '../../src/app/screens/setUp/bringing.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { readEntry } from '../../src/record/read.ts'
import { firstSetting, type Setting } from '../../src/record/setting.ts'
import { newRecoveryKey } from '../../src/vault/recoveryKey.ts'
import { contents, item, keeperOver } from '../vault/desk.ts'

const before: Setting = {
  ...firstSetting,
  language: 'ar',
  backedUp: '2026-11-23T12:00:00Z',
  decoyCode: '111213',
  shredCode: '98*76-54',
}

test('SHRED-200 what comes back from a copy names no code of the other phone, in whatever it was killed', async () => {
  const old = keeperOver()
  await old.ask({ ask: 'setUp', code: '1+1' })
  await old.ask({ ask: 'commit', put: [itemOf(before), item('story/a', '{}')], drop: [] })
  const key = newRecoveryKey()
  const made = await old.ask({ ask: 'backup', key: key.slice() })
  if (!('file' in made)) throw new Error('no file')

  const other = keeperOver()
  const ask = other.ask as AskVault
  await ask({ ask: 'setUp', code: '2+2' })
  other.disk.writes()
  const empty = other.disk.image()
  const picked = { file: new Blob([new Uint8Array(made.file)]), front: made.file }
  const copy = await lookInto(ask, picked, key.slice())
  if (!copy) throw new Error('no copy')
  const placed = await bringBack(ask, { ...copy, key }, () => undefined)
  expect(placed).toMatchObject({ ok: true, brought: { lost: [] } })

  const settings: unknown[] = []
  for (const { at, bytes } of [{ at: 0, bytes: new Uint8Array(0) }, ...other.disk.writes()]) {
    empty.set(bytes, at)
    const later = keeperOver(empty)
    expect(await later.opens('2+2')).toBe(true)
    const text = (await contents(later))['setting/setting']
    if (text) settings.push(readEntry(JSON.parse(text)))
  }
  expect(settings.length).toBeGreaterThan(0)
  const after = { ...before, backedUp: '', decoyCode: '', shredCode: '' }
  for (const setting of settings) expect(setting).toEqual(after)
})
