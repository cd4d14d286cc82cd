import { expect, test } from 'vitest'
import { sendChanges } from '../../src/app/living.ts'
import { look } from '../../src/app/noting.ts'
import { goOnSharing, pauseSharing } from '../../src/app/pausing.ts'
import { see } from '../../src/app/seeing.ts'
import { makeShare } from '../../src/app/sharing.ts'
import { changeEnd, keepUpdated, updateShare } from '../../src/app/updating.ts'
import { put } from '../../src/record/record.ts'
import { paths } from '../../src/share/contract.ts'
import { day, noon } from '../relay/given.ts'
import { clock, cut, kept, lose, openedBy, passes, phone, start, story, wish } from './line.ts'

const living = async (passcode = false) => {
  const line = start()
  await makeShare(line.desk, { ...wish, passcode })
  keepUpdated(line.desk, line.one(), true)
  await sendChanges(line.desk)
  const edit = (text: string) => line.desk.send(put({ ...story, text }))
  const read = async () => {
    const opened = await openedBy(line.desk.relay, line.one())
    if (!opened?.ok) return opened
    const part = opened.summary.parts.find(({ kind }) => kind === 'story')
    return [opened.counter, part?.facts.find(({ name }) => name === 'text')?.text]
  }
  return { ...line, edit, read }
}

test('SHARING-40 a change to a chosen part reaches the same link, with or without a passcode', async () => {
  for (const passcode of [false, true]) {
    const { desk, one, edit, read } = await living(passcode)
    const { secret } = one()
    edit('Det senaste')
    expect(await sendChanges(desk)).toBe(true)
    expect(await read()).toEqual([3, 'Det senaste'])
    expect(one()).toMatchObject({ secret, counter: 3, living: { behind: '' } })
  }
})

test('SHARING-40 nothing is sent while nothing has changed, or when she did not ask for it', async () => {
  const { desk, one, edit, line, read } = await living()
  const asked: string[] = []
  line.break = (path, pass) => {
    asked.push(path)
    return pass()
  }
  await sendChanges(desk)
  for (const contact of kept.contact.values()) desk.send(put({ ...contact, id: 'another' }))
  await sendChanges(desk)
  keepUpdated(desk, one(), false)
  edit('Bara för mig')
  await sendChanges(desk)
  expect(asked).toEqual([])
  expect(await read()).toEqual([2, story.text])
})

test('SHARING-41 without a network an update waits in the record, and goes later', async () => {
  const { desk, one, edit, line, read } = await living()
  edit('Skrivet på bussen')
  line.break = cut
  phone.now = noon + 60
  expect(await sendChanges(desk)).toBe(false)
  expect(one().living?.behind).toBe('2027-01-15T08:01:00Z')
  phone.now = noon + 600
  expect(await sendChanges(desk)).toBe(false)
  expect(one().living?.behind).toBe('2027-01-15T08:01:00Z')
  line.break = passes
  expect(await read()).toEqual([2, story.text])
  expect(await sendChanges(desk)).toBe(true)
  expect(one().living?.behind).toBe('')
  expect(await read()).toEqual([3, 'Skrivet på bussen'])
})

test('SHARING-41 when the answer is lost the next update goes above the one that arrived', async () => {
  const { desk, one, edit, line, read } = await living()
  edit('Ett')
  line.break = lose(paths.replace)
  expect(await sendChanges(desk)).toBe(false)
  expect(one().counter).toBe(2)
  line.break = passes
  expect(await updateShare(desk, one())).toEqual({ ok: true })
  expect(await read()).toEqual([4, 'Ett'])
})

test('SHARING-42 another end, shorter and longer, leaves what they read as it was', async () => {
  const { desk, one, read, edit } = await living(true)
  keepUpdated(desk, one(), false)
  edit('Senare, och bara hos mig')
  for (const life of [day, 30 * day, 600]) {
    expect(await changeEnd(desk, one(), life)).toEqual({ ok: true })
    const seen = await see(desk.relay, one())
    expect(seen).toMatchObject({ ok: true, receipt: { until: noon + life } })
    expect(Date.parse(one().grant.until) / 1000).toBe(noon + life)
  }
  expect(await read()).toEqual([5, story.text])
  clock.now = noon + 601
  expect(await changeEnd(desk, one(), day)).toEqual({ ok: false, why: 'over' })
})

test('SHARING-482 another end never brings back what she took out, whatever the relay gives out as hers', async () => {
  const { desk, one, line, read, edit } = await living()
  let older: Uint8Array<ArrayBuffer> | null = null
  line.break = async (path, pass) => {
    if (path === paths.own && older) return new Response(older)
    const answer = await pass()
    if (path === paths.own) older = new Uint8Array(await answer.clone().arrayBuffer())
    return answer
  }
  expect(await changeEnd(desk, one(), 2 * day)).toEqual({ ok: true })
  edit('Utan adressen')
  expect(await updateShare(desk, one())).toEqual({ ok: true })
  const { counter, grant } = one()
  expect(await changeEnd(desk, one(), 3 * day)).toEqual({ ok: false, why: 'damaged' })
  expect(await read()).toEqual([counter, 'Utan adressen'])
  expect(one()).toMatchObject({ counter, grant })
})

test('SHARING-43 she pauses a link and lets it go on', async () => {
  const { desk, one, read } = await living()
  expect(await pauseSharing(desk, one())).toEqual({ ok: true })
  expect(one().paused).not.toBe('')
  expect(await read()).toEqual({ ok: false, why: 'gone' })
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
  expect(one().paused).toBe('')
  expect(await read()).toEqual([2, story.text])
  expect(await goOnSharing(desk, one())).toEqual({ ok: true })
})

test('SHARING-203 what is asked for at once is done one after the other, each from what the one before left', async () => {
  const { desk, one, edit, read } = await living()
  edit('Nytt')
  const all = await Promise.all([
    sendChanges(desk),
    changeEnd(desk, one(), day),
    updateShare(desk, one()),
    updateShare(desk, one()),
    changeEnd(desk, one(), 2 * day),
    sendChanges(desk),
  ])
  expect(all.map((done) => done === true || (done !== false && done.ok))).toEqual(
    all.map(() => true),
  )
  expect(await read()).toEqual([one().counter, 'Nytt'])
  const seen = await see(desk.relay, one())
  expect(seen).toMatchObject({
    ok: true,
    receipt: { until: noon + 2 * day, counter: one().counter },
  })
  expect(Date.parse(one().grant.until) / 1000).toBe(noon + 2 * day)
})

test('SHARING-203 a shortened end whose answer was lost is not undone by an update', async () => {
  const { desk, one, edit, line, read } = await living()
  line.break = lose(paths.replace)
  expect(await changeEnd(desk, one(), day)).toMatchObject({ ok: false })
  line.break = passes
  edit('Efteråt')
  expect(await sendChanges(desk)).toBe(true)
  expect(await read()).toEqual([4, 'Efteråt'])
  expect(await see(desk.relay, one())).toMatchObject({ receipt: { until: noon + day } })
  expect(await sendChanges(desk)).toBe(true)
  expect(one().counter).toBe(4)
})

test('SHARING-204 a pause or its end whose answer was lost is known after the next receipt', async () => {
  const { desk, one, line } = await living()
  line.break = lose(paths.pause)
  expect(await pauseSharing(desk, one())).toMatchObject({ ok: false })
  expect(one().paused).toBe('')
  line.break = passes
  await look(desk, one())
  expect(one().paused).not.toBe('')
  expect(one().pausing).toBe('')
  line.break = lose(paths.resume)
  expect(await goOnSharing(desk, one())).toMatchObject({ ok: false })
  line.break = passes
  await look(desk, one())
  expect(one().paused).toBe('')
})
