import { expect, test } from 'vitest'
import { reissue } from '../../src/app/reissuing.ts'
import { see } from '../../src/app/seeing.ts'
import { makeShare } from '../../src/app/sharing.ts'
import { paths } from '../../src/share/contract.ts'
import { day, noon } from '../relay/given.ts'
import { clock, cut, openedBy, passes, phone, start, wish } from './line.ts'

test('SHARING-240 a new link has the same parts, end and terms, and the old one opens nothing', async () => {
  for (const words of [false, true]) {
    const { desk, one, shares } = start()
    await makeShare(desk, { ...wish, passcode: true, words, openers: 2, living: true })
    const old = one()
    clock.now = phone.now = noon + day
    expect(await reissue(desk, old)).toMatchObject({ ok: true })
    const fresh = shares().find(({ id }) => id !== old.id)
    if (!fresh) throw new Error('no new share')
    expect(fresh).toMatchObject({ grant: old.grant, openers: 2, stopped: '' })
    expect(fresh.living).not.toBeNull()
    expect(fresh.secret).not.toBe(old.secret)
    expect(fresh.passcode).not.toBe(old.passcode)
    expect(/\d/.test(fresh.passcode ?? '')).toBe(!words)
    expect(await openedBy(desk.relay, old)).toEqual({ ok: false, why: 'gone' })
    const opened = await openedBy(desk.relay, fresh)
    expect(opened).toMatchObject({ ok: true, until: noon + 7 * day })
    expect(await see(desk.relay, fresh)).toMatchObject({ receipt: { openers: 1 } })
    clock.now = phone.now = noon
  }
})

test('SHARING-240 while the old one cannot be stopped there is no new one', async () => {
  const { desk, one, shares, line } = start()
  await makeShare(desk, wish)
  line.break = (path, pass) => (path === paths.stop ? cut(path, pass) : pass())
  expect(await reissue(desk, one())).toEqual({ ok: false, why: 'offline', id: null })
  expect(shares()).toHaveLength(1)
  expect(one().stopping).not.toBe('')
  line.break = passes
  expect(await reissue(desk, one())).toMatchObject({ ok: true })
  expect(shares().filter(({ stopped }) => stopped === '')).toHaveLength(1)
})

test('SHARING-240 near its end the new one has the shortest life that there is', async () => {
  const { desk, one, shares } = start()
  await makeShare(desk, { ...wish, life: 600 })
  clock.now = phone.now = noon + 500
  const old = one()
  expect(await reissue(desk, old)).toMatchObject({ ok: true })
  const fresh = shares().find(({ id }) => id !== old.id)
  expect(Date.parse(fresh?.grant.until ?? '') / 1000).toBe(noon + 500 + 600)
})
