import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Carrier } from '../../src/app/carrying.ts'
import { sendAgain } from '../../src/app/resending.ts'
import { makeShare, stopSharing, type Desk, type Wish } from '../../src/app/sharing.ts'
import { changeEnd, updateShare } from '../../src/app/updating.ts'
import type { SharedFile } from '../../src/record/carried.ts'
import { fetchPiece } from '../../src/share/carry.ts'
import { openingOf, openWith } from '../../src/share/client.ts'
import { paths } from '../../src/share/contract.ts'
import { piecesOf } from '../../src/share/pieceSizes.ts'
import { parseLink } from '../../src/share/link.ts'
import { newBrowserKey } from '../../src/share/opener.ts'
import { day } from '../relay/given.ts'
import { cut, lose, passes, start, wish } from './line.ts'

const photo = new File([randomBytes(700_000)], 'IMG_20261101.jpg', { type: 'image/jpeg' })
const letter = new File([randomBytes(4_000)], 'letter.pdf', { type: 'application/pdf' })
const clean = new File([randomBytes(600_000)], 'picture.jpg', { type: 'image/jpeg' })

const carrierOf = (more: Partial<Carrier> = {}): Carrier => ({
  read: (id) => Promise.resolve(id === 'photo' ? photo : id === 'letter' ? letter : null),
  clean: () => Promise.resolve(clean),
  told: () => undefined,
  isOver: () => false,
  ...more,
})

const both: Wish = {
  ...wish,
  files: [
    { of: 'photo', whole: false },
    { of: 'letter', whole: true },
  ],
}

const begin = (more: Partial<Carrier> = {}) => {
  const started = start()
  const desk: Desk = { ...started.desk, carrier: carrierOf(more) }
  return { ...started, desk }
}

/** Everything that an agency gets of it. */
const openedBy = async ({ desk, one }: ReturnType<typeof begin>) => {
  const link = await parseLink(one().secret)
  if (!link) throw new Error('damaged')
  const opening = await openingOf(link, null, await newBrowserKey())
  const opened = await openWith(desk.relay, opening)
  const files = opened.ok ? (opened.summary.files ?? []) : []
  const whole = async (file: SharedFile): Promise<Buffer> => {
    const parts: Uint8Array[] = []
    for (let at = 0; at < piecesOf(file.size); at++) {
      const got = await fetchPiece(desk.relay, opening.ask, file, at)
      if (got.ok) parts.push(got.content)
    }
    return Buffer.concat(parts)
  }
  return { opened, files, bytes: await Promise.all(files.map(whole)) }
}

const same = async (bytes: Buffer | undefined, file: File): Promise<boolean> =>
  bytes?.equals(Buffer.from(await file.arrayBuffer())) === true

test('SHARING-70 what goes along is a clean copy, unless she wants it as it is', async () => {
  const started = begin()
  expect(await makeShare(started.desk, both)).toMatchObject({ ok: true })
  const { files, bytes } = await openedBy(started)
  expect(files.map(({ type }) => type)).toEqual(['image/jpeg', 'application/pdf'])
  expect(await same(bytes[0], clean)).toBe(true)
  expect(await same(bytes[1], letter)).toBe(true)
})

test('SHARING-71 no name of a file leaves the phone', async () => {
  const started = begin()
  await makeShare(started.desk, both)
  const { opened } = await openedBy(started)
  expect(JSON.stringify(opened)).not.toMatch(/IMG_|letter|picture/)
})

test('SHARING-72 without a network it waits, and only what is missing goes at the next try', async () => {
  const started = begin()
  const { desk, line, one } = started
  let puts = 0
  line.break = (path, pass) => {
    if (path === paths.put) puts += 1
    return path === paths.put && puts === 2 ? cut(path, pass) : pass()
  }
  expect(await makeShare(desk, both)).toMatchObject({ ok: false, why: 'offline' })
  expect(one().made).toBe('')
  const { opened } = await openedBy(started)
  expect(opened).toEqual({ ok: false, why: 'gone' })
  expect(await sendAgain(desk, one())).toEqual({ ok: true })
  expect(puts).toBe(4)
  const { bytes } = await openedBy(started)
  expect(await same(bytes[0], clean)).toBe(true)
})

test('SHARING-72 a clean copy that came out differently goes under another name and key', async () => {
  const started = begin()
  started.line.break = lose(paths.put)
  await makeShare(started.desk, both)
  started.line.break = passes
  const [before] = started.one().files
  const other = new File([randomBytes(50)], 'picture.jpg', { type: 'image/jpeg' })
  const carrier = carrierOf({ clean: () => Promise.resolve(other) })
  expect(await sendAgain({ ...started.desk, carrier }, started.one())).toEqual({ ok: true })
  const [after] = started.one().files
  expect(after?.sealed?.id).not.toBe(before?.sealed?.id)
  expect(after?.sealed?.key).not.toBe(before?.sealed?.key)
  expect(await same((await openedBy(started)).bytes[0], other)).toBe(true)
})

test('SHARING-73 what she calls off, what is too much and what cannot be cleaned is not sent', async () => {
  const heavy = new File([new Uint8Array(25_000_001)], 'a.jpg', { type: 'image/jpeg' })
  const tries: readonly [Partial<Carrier>, string][] = [
    [{ isOver: () => true }, 'cancelled'],
    [{ clean: () => Promise.resolve(heavy) }, 'files'],
    [{ clean: () => Promise.resolve(null) }, 'unclean'],
    [{ read: () => Promise.resolve(null) }, 'unread'],
  ]
  for (const [more, why] of tries) {
    const { desk, shares } = begin(more)
    expect(await makeShare(desk, both)).toEqual({ ok: false, why, id: null })
    expect(shares()).toEqual([])
  }
})

test('SHARING-74 an update and another end keep the files, and a stop ends them', async () => {
  const started = begin()
  const { desk, one } = started
  await makeShare(desk, both)
  expect(await updateShare(desk, one())).toEqual({ ok: true })
  expect(await changeEnd(desk, one(), 20 * day)).toEqual({ ok: true })
  const { bytes } = await openedBy(started)
  expect(await same(bytes[1], letter)).toBe(true)
  expect(await stopSharing(desk, one())).toEqual({ ok: true })
  expect((await openedBy(started)).opened).toEqual({ ok: false, why: 'gone' })
})

test('SHARE-301 no file goes to a council, neither its bytes nor a word of it', async () => {
  const started = begin()
  const calls: string[] = []
  started.line.break = (path, pass) => {
    calls.push(path)
    return pass()
  }
  expect(await makeShare(started.desk, { ...both, type: 'council' })).toMatchObject({ ok: true })
  const { opened, files } = await openedBy(started)
  expect(opened.ok && opened.summary.type).toBe('council')
  expect(files).toEqual([])
  expect(await updateShare(started.desk, started.one())).toEqual({ ok: true })
  expect((await openedBy(started)).files).toEqual([])
  expect(calls).toContain(paths.create)
  expect(calls).not.toContain(paths.put)
})
