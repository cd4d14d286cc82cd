import { expect, test } from 'vitest'
import { holderOf, keepTaken, takeIn } from '../../src/app/taking.ts'
import { blankContact } from '../../src/record/contact.ts'
import type { Attachment } from '../../src/record/hanging.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import type { Reply } from '../../src/record/reply.ts'

// What came with an answer, until it is hers.

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const pdf = bytesOf('%PDF-1.7 ett beslut')
const jpeg = bytesOf('\xff\xd8\xff\xe0 GPS 57.70 11.97 <script>')
const drawn = new File([bytesOf('\xff\xd8\xff drawn anew')], 'picture.jpg', { type: 'image/jpeg' })
const redraw = () => Promise.resolve(drawn)
const never = () => Promise.reject(new Error('drawn, though it is no picture'))

test('ANSWER-301 a file is what its first bytes say, under a name that says the same', async () => {
  const taken = await takeIn(pdf, 'beslut.html', never)
  if (!taken.ok) throw new Error(taken.why)
  expect([taken.file.name, taken.file.type]).toEqual(['beslut.pdf', 'application/pdf'])
  expect(await taken.file.text()).toBe('%PDF-1.7 ett beslut')
})

test('ANSWER-301 what is no photo, PDF or sound does not come in, whatever it is called', async () => {
  for (const text of ['<!doctype html><script>', '<svg onload=x>', 'MZ\x90\0', 'PK\x03\x04', ''])
    expect(await takeIn(bytesOf(text), 'photo.jpg', redraw), text).toEqual({
      ok: false,
      why: 'type',
    })
})

test('ANSWER-301 a picture comes in only drawn anew', async () => {
  const taken = await takeIn(jpeg, 'photo.exe.png', redraw)
  if (!taken.ok) throw new Error(taken.why)
  expect(taken.file.name).toBe('photo.exe.jpg')
  expect(await taken.file.text()).not.toContain('GPS')
  const unclean = { ok: false, why: 'unclean' }
  expect(await takeIn(jpeg, 'photo.jpg', () => Promise.resolve(null))).toEqual(unclean)
})

const now = '2026-11-24T10:00:00Z'
const reply: Reply = {
  kind: 'reply',
  id: 'r1',
  share: 's1',
  from: 'Mottagningen',
  sent: now,
  fetched: now,
  language: 'sv',
  items: [{ kind: 'file', name: 'beslut.pdf', size: 9, fate: 'new' }],
}
const office = {
  ...blankContact,
  id: 'c1',
  organisation: 'Mottagningen',
  source: 'own',
  written: now,
  edited: now,
}
const stamp = { id: 'new', now, unnamed: 'Ett svar' }
const entry: Attachment = {
  kind: 'attachment',
  id: 'a1',
  of: { kind: 'contact', id: 'new' },
  name: 'beslut.pdf',
  type: 'application/pdf',
  size: 9,
  hash: '',
  slots: [0],
  key: '',
  thumbnail: '',
  written: now,
  edited: now,
}

test('ANSWER-300 it is kept under who sent it; whom she does not have becomes a contact with it', () => {
  const known = all(put(reply), put(office))(emptyRecord)
  expect(holderOf(known, reply, stamp)).toMatchObject({ owner: { id: 'c1' }, made: null })
  const record = put(reply)(emptyRecord)
  const holder = holderOf(record, reply, stamp)
  const after = keepTaken(reply, 0, holder, entry)(record)
  expect(after.contact.get('new')).toMatchObject({
    organisation: 'Mottagningen',
    source: 'reply:r1:0',
  })
  expect(after.attachment.get('a1')?.of).toEqual({ kind: 'contact', id: 'new' })
  expect(after.reply.get('r1')?.items[0]?.fate).toBe('kept')
  expect(holderOf(record, { ...reply, from: '' }, stamp).name).toBe('Ett svar')
})
