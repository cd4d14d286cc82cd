import { expect, test, vi } from 'vitest'
import { keepLiving, sendWaiting } from '../../src/app/living.ts'
import { goOnSharing, pauseSharing } from '../../src/app/pausing.ts'
import { see } from '../../src/app/seeing.ts'
import { makeShare, stopSharing } from '../../src/app/sharing.ts'
import { changeEnd, updateShare } from '../../src/app/updating.ts'
import { put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import { isHeldUp } from '../../src/record/waiting.ts'
import { paths } from '../../src/share/contract.ts'
import { day, noon } from '../relay/given.ts'
import { clock, cut, lose, openedBy, passes, phone, start, wish } from './line.ts'

const made = async () => {
  const all = start()
  await makeShare(all.desk, wish)
  return all
}

const seenEnd = async ({ desk, one }: Awaited<ReturnType<typeof made>>): Promise<number | null> => {
  const seen = await see(desk.relay, one())
  return seen.ok ? seen.receipt.until : null
}

/** She leaves with the first word to the relay, which nobody hears; what stood in her record is what she finds. */
const leaving = async (
  { line, store, one }: Awaited<ReturnType<typeof made>>,
  doing: () => Promise<unknown>,
): Promise<void> => {
  let left: Share | null = null
  line.break = (path, pass) => {
    left ??= one()
    return cut(path, pass)
  }
  await doing()
  if (left) store.send(put(left))
  line.break = passes
}

test('SHARING-484 who leaves before a pause is answered still has it paused at the next chance', async () => {
  const all = await made()
  const { desk, one } = all
  await leaving(all, () => pauseSharing(desk, one()))
  expect(one()).toMatchObject({ pausing: '2027-01-15T08:00:00Z', paused: '' })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
  expect(await sendWaiting(desk)).toBe(true)
  expect(one()).toMatchObject({ pausing: '', paused: '2027-01-15T08:00:00Z' })
  expect(await openedBy(desk.relay, one())).toEqual({ ok: false, why: 'gone' })
})

test('SHARING-484 who leaves before an earlier end is answered still has it at the next chance', async () => {
  const all = await made()
  const { desk, one } = all
  await leaving(all, () => changeEnd(desk, one(), day))
  expect(one().sooner).toBe('2027-01-16T08:00:00Z')
  expect(await seenEnd(all)).toBe(noon + 7 * day)
  clock.now = phone.now = noon + 3_600
  expect(await sendWaiting(desk)).toBe(true)
  expect(await seenEnd(all)).toBe(noon + day)
  expect(one()).toMatchObject({ sooner: '', grant: { until: '2027-01-16T08:00:00Z' } })
})

test('SHARING-484 when the earlier end has passed by the next chance, the link ends at once', async () => {
  const all = await made()
  const { desk, one } = all
  await leaving(all, () => changeEnd(desk, one(), day))
  phone.now = noon + 2 * day
  // A clock that is wrong ends nothing.
  expect(await sendWaiting(desk)).toBe(false)
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
  clock.now = phone.now
  expect(await sendWaiting(desk)).toBe(true)
  expect(one()).toMatchObject({ sooner: '', ended: '2027-01-17T08:00:00Z' })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: false })
})

test('SHARING-485 neither a later end nor letting it go on is asked for again, and each takes back what waits', async () => {
  const all = await made()
  const { desk, one, line } = all
  line.break = cut
  await changeEnd(desk, one(), day)
  await pauseSharing(desk, one())
  await changeEnd(desk, one(), 20 * day)
  await goOnSharing(desk, one())
  expect(one()).toMatchObject({ sooner: '', pausing: '', paused: '' })
  const asked: string[] = []
  line.break = (path, pass) => {
    asked.push(path)
    return pass()
  }
  expect(await sendWaiting(desk)).toBe(true)
  expect(asked).toEqual([])
  expect(await seenEnd(all)).toBe(noon + 7 * day)
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})

test('SHARING-485 an end that waits never moves one that is earlier still', async () => {
  const all = await made()
  const { desk, one, line } = all
  line.break = lose(paths.replace)
  await changeEnd(desk, one(), day)
  line.break = cut
  await changeEnd(desk, one(), 3 * day)
  line.break = passes
  expect(one().sooner).toBe('2027-01-18T08:00:00Z')
  expect(await sendWaiting(desk)).toBe(true)
  expect(await seenEnd(all)).toBe(noon + day)
  expect(one().sooner).toBe('')
})

test('SHARING-485 what is stopped, or surely over, waits for nothing any more', async () => {
  const { desk, one, line } = await made()
  line.break = cut
  await pauseSharing(desk, one())
  await changeEnd(desk, one(), day)
  line.break = passes
  await stopSharing(desk, one())
  expect(one()).toMatchObject({ stopping: '', pausing: '', sooner: '' })
  line.break = cut
  expect(await sendWaiting(desk)).toBe(true)
})

/** A relay that was restored: it gives out, for good, the version before the one that she sent last. */
const restored = async () => {
  const all = await made()
  const { desk, one, line } = all
  let older: Uint8Array<ArrayBuffer> | null = null
  const asked: string[] = []
  line.break = async (path, pass) => {
    asked.push(path)
    if (path === paths.own && older) return new Response(older)
    const answer = await pass()
    if (path === paths.own) older = new Uint8Array(await answer.clone().arrayBuffer())
    return answer
  }
  await changeEnd(desk, one(), 6 * day)
  await updateShare(desk, one())
  return { ...all, asked: () => asked.filter((path) => path === paths.own).length }
}

test('SHARING-606 an end that a restored relay refuses is asked for ever more seldom, and she is told so', async () => {
  const { desk, one, asked } = await restored()
  expect(await changeEnd(desk, one(), day)).toEqual({ ok: false, why: 'damaged' })
  expect(isHeldUp(one())).toBe(false)
  const before = asked()
  for (let at = 0; at < 2 * 3_600; at += 30) {
    phone.now = clock.now = noon + at
    expect(await sendWaiting(desk)).toBe(false)
  }
  expect(asked() - before).toBeGreaterThan(3)
  expect(asked() - before).toBeLessThan(10)
  expect(isHeldUp(one())).toBe(true)
  expect(one().sooner).toBe('2027-01-16T08:00:00Z')
  // Another wish is asked for at once, and told as any.
  await changeEnd(desk, one(), 2 * day)
  expect(isHeldUp(one())).toBe(false)
  // When it has passed the link ends at once, however short a while ago it was refused.
  const end = Date.parse(one().sooner) / 1000
  phone.now = clock.now = end - 10
  expect(await sendWaiting(desk)).toBe(false)
  phone.now = clock.now = end
  expect(await sendWaiting(desk)).toBe(true)
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: false })
})

test('ERASE-601 what waited is not sent once erasing has begun, and nothing is kept', async () => {
  const all = await made()
  const { desk, one, store } = all
  await leaving(all, () => pauseSharing(desk, one()))
  const kept = store.state().record
  store.look((view) => ({ ...view, erasing: true }))
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  const stop = keepLiving({ ...desk, subscribe: store.subscribe }, { settle: 1, again: 1 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  stop()
  vi.unstubAllGlobals()
  store.send(put({ ...one(), pausing: '' }))
  expect(store.state().record).toBe(kept)
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
})
