import { expect, test } from 'vitest'
import { changeAs, changeCodes, mayShred, type Wish } from '../../src/app/codes.ts'
import { opened, openedBeside, tried } from '../../src/app/openings.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { emptyRecord, put, settingOf } from '../../src/record/record.ts'
import { firstSetting } from '../../src/record/setting.ts'
import type { Change } from '../../src/record/types.ts'
import type { Setting } from '../../src/record/setting.ts'
import type { Answers, Ask } from '../../src/vault/messages.ts'
import { firstView } from '../../src/app/view.ts'
import { speak } from '../../src/i18n/words.ts'

type Recode = Extract<Ask, { ask: 'recode' }>

/** A record and a vault that answers changes of codes as it is told to. */
const deskWith = (setting: Partial<Setting>, answers: readonly Answers['recode'][] = []) => {
  let record = put({ ...firstSetting, ...setting })(emptyRecord)
  const asked: { readonly what: Recode; readonly known: Setting }[] = []
  const left = [...answers]
  const ask = (async (what: Recode) => {
    asked.push({ what, known: settingOf(record) })
    return left.shift() ?? { ok: true }
  }) as unknown as AskVault
  const desk = {
    ask,
    state: () => ({ record, view: firstView, words: speak('en', {}) }),
    send: (change: Change) => void (record = change(record)),
  }
  const change = (wish: Wish) => changeCodes(desk, wish)
  return { change, asked, setting: () => settingOf(record) }
}

const both = { decoyCode: '111213', shredCode: '98*76-54', backedUp: '2026-11-23T12:00:00Z' }

test('CODE-17 a new code of her own carries the decoy and the shred code over', async () => {
  const { change, asked } = deskWith(both)
  expect(await change({ own: '12*34-56' })).toBeNull()
  expect(asked[0]?.what).toEqual({
    ask: 'recode',
    code: '12*34-56',
    others: [{ code: '111213', to: '111213' }],
    shred: { code: '98*76-54', opens: 0 },
  })
})

test('CODE-17 without a decoy nothing is carried, and nothing clears', async () => {
  const { change, asked } = deskWith({ shredCode: '98*76-54' })
  await change({ own: '12*34-56' })
  expect(asked[0]?.what).toMatchObject({ others: [], shred: null })
})

test('CODE-18 the record knows of a decoy before it is made', async () => {
  const { change, asked, setting } = deskWith({})
  const begin = [['contact/a', new Uint8Array(1)]] as const
  await change({ own: '12*34-56', decoy: { code: '111213', begin } })
  expect(asked[0]?.known.decoyCode).toBe('111213')
  expect(asked[0]?.what.others).toEqual([{ begin, to: '111213' }])
  expect(setting().decoyCode).toBe('111213')
})

test('CODE-18 a change that is refused is taken back', async () => {
  const { change, setting } = deskWith({}, [{ ok: false, why: 'same', at: 0 }])
  expect(await change({ own: '12*34', decoy: { code: '12*34', begin: [] } })).toBe('same')
  expect(setting().decoyCode).toBe('')
})

test('CODE-19 a decoy that is not on this phone is let go', async () => {
  const { change, asked, setting } = deskWith(both, [{ ok: false, why: 'unknown', at: 0 }])
  expect(await change({ own: '12*34-56' })).toBeNull()
  expect(asked[1]?.what).toMatchObject({ others: [], shred: null })
  expect(setting()).toMatchObject({ decoyCode: '', shredCode: '' })
})

test('DECOY-200 a decoy is given another code and keeps what lies in it', async () => {
  const { change, asked, setting } = deskWith(both)
  const decoy = { code: '415263', begin: 'stays' } as const
  expect(await change({ own: '12*34-56', decoy })).toBeNull()
  expect(asked[0]?.what).toMatchObject({
    others: [{ code: '111213', to: '415263' }],
    shred: { code: '98*76-54', opens: 0 },
  })
  expect(setting()).toMatchObject({ decoyCode: '415263', shredCode: '98*76-54' })
})

test('DECOY-200 the old code stays where the vault refuses', async () => {
  const { change, asked, setting } = deskWith(both, [{ ok: false, why: 'unknown', at: 0 }])
  const decoy = { code: '415263', begin: 'stays' } as const
  expect(await change({ own: '12*34-56', decoy })).toBe('unknown')
  expect(asked).toHaveLength(1)
  expect(setting()).toMatchObject({ decoyCode: '111213', shredCode: '98*76-54' })
})

test('SHRED-200 no code is said to clear when its decoy is not on this phone', async () => {
  const { change, asked, setting } = deskWith({ ...both, shredCode: '' }, [
    { ok: false, why: 'unknown', at: 0 },
  ])
  expect(await change({ own: '12*34-56', shred: '98*76-54' })).toBe('unknown')
  expect(asked).toHaveLength(1)
  expect(setting().shredCode).toBe('')
})

test('SHRED-1 a shred code needs a copy and a decoy', async () => {
  expect(mayShred({ ...firstSetting, ...both })).toBe(true)
  expect(mayShred({ ...firstSetting, ...both, backedUp: '' })).toBe(false)
  expect(mayShred({ ...firstSetting, ...both, decoyCode: '' })).toBe(false)
  const { change, asked } = deskWith({ decoyCode: '111213' })
  await expect(change({ own: '12*34-56', shred: '98*76-54' })).rejects.toThrow()
  expect(asked).toEqual([])
})

test('OPENING-1 the last openings are remembered, to the minute', () => {
  const once = opened(firstSetting, '2026-11-23T20:15:42Z')
  expect(once.openings).toEqual(['2026-11-23T20:15:00Z'])
  const often = Array.from({ length: 60 }, (_, n) => `2026-11-23T20:${n + 10}:09Z`).reduce(
    opened,
    once,
  )
  expect(often.openings).toHaveLength(50)
  expect(often.openings.at(-1)).toBe('2026-11-23T20:69:00Z')
})

test('OPENING-1 tries that opened nothing are remembered beside them', () => {
  const minute = Date.parse('2026-11-23T20:15:00Z') / 60_000
  const { tries } = tried(firstSetting, [minute, minute + 1])
  expect(tries).toEqual(['2026-11-23T20:15:00Z', '2026-11-23T20:16:00Z'])
})

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00Z`) / 60_000
const on = (time: string): string => `2026-11-23T${time}:00Z`

test('OPENING-2 her opening stands in the decoy as one of its own, and a wrong try as a try', () => {
  const hers = opened(firstSetting, on('20:15'))
  const decoy = openedBeside(firstSetting, hers, [at('19:00')])
  expect(decoy).toMatchObject({ openings: [on('20:15')], tries: [on('19:00')] })
  const later = openedBeside(decoy, opened(hers, on('21:30')), [at('20:15')])
  expect(later.openings).toEqual([on('20:15'), on('21:30')])
  expect(later.tries).toEqual([on('19:00'), on('20:15')])
})

test('OPENING-2 an opening that could not be told is told with the next one', () => {
  const hers = [on('19:30'), on('20:15'), on('20:15'), on('20:41'), on('22:00')].reduce(
    opened,
    firstSetting,
  )
  const missed = [at('20:15'), at('20:15'), at('20:15'), at('20:40'), at('20:50')]
  const decoy = openedBeside(opened(firstSetting, on('19:30')), hers, missed)
  expect(decoy.openings).toEqual(hers.openings)
  expect(decoy.tries).toEqual([on('20:15'), on('20:50')])
})

test('OPENING-2 openings from before there was a decoy hide no try', () => {
  const hers = [on('20:15'), on('20:15')].reduce(opened, firstSetting)
  const decoy = openedBeside(firstSetting, hers, [at('20:15')])
  expect(decoy).toMatchObject({ openings: [on('20:15')], tries: [on('20:15')] })
})

test('CODE-20 whoever does not know the code of what is open changes nothing', async () => {
  const asked: unknown[] = []
  const ask = (async (what: unknown) => {
    asked.push(what)
    return { mine: asked.length > 1 }
  }) as unknown as AskVault
  let changed = 0
  const change = (): Promise<null> => {
    changed += 1
    return Promise.resolve(null)
  }
  expect(await changeAs(ask, '1+1', change)).toBe('present')
  expect(changed).toBe(0)
  expect(await changeAs(ask, '2+2', change)).toBeNull()
  expect(changed).toBe(1)
  expect(asked[1]).toEqual({ ask: 'confirm', code: '2+2' })
})
