import { expect, test } from 'vitest'
import {
  askedIn,
  askedName,
  likeness,
  meantBy,
  settle,
  waitingFor,
} from '../../src/app/settling.ts'
import { fieldsFor } from '../../src/app/screens/share/fields.ts'
import { needId, type Need } from '../../src/record/need.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import { readEntry } from '../../src/record/read.ts'
import type { Reply } from '../../src/record/reply.ts'
import type { Entry } from '../../src/record/types.ts'

const now = '2026-11-24T10:00:00Z'
const mark = { now, said: 'Från ett svar: Handläggaren' }

const read = (from: object): Entry => {
  const entry = readEntry(from)
  if (!entry) throw new Error('no entry')
  return entry
}

const need = (horizon: Need['horizon'], state: Need['state']): Entry =>
  read({ kind: 'need', id: needId(null, 'housing', horizon), area: 'housing', horizon, state })
const step = (id: string, done = ''): Entry =>
  read({ kind: 'step', id, what: id, done, note: 'Min' })

const reply: Reply = {
  kind: 'reply',
  id: 'reply-1',
  share: 'share-1',
  from: 'Handläggaren',
  sent: now,
  fetched: now,
  language: 'sv',
  items: [
    { kind: 'done', text: 'Ansökan är inne', fate: 'new' },
    { kind: 'ask', text: 'Vad heter skolan?', fate: 'new' },
  ],
}

const parts = [{ kind: 'step', id: 'call', fields: ['what'] }]
const share = read({
  kind: 'share',
  id: 'share-1',
  grant: { recipient: 'Handläggaren', type: 'social', parts },
})
const record = all(
  ...[need('now', 'open'), need('short', 'met'), need('long', 'none')].map(put),
  ...[step('write'), step('call'), step('over', now), share, reply].map(put),
)(emptyRecord)

test('ANSWER-8 what may be taken care of is what still waits, what they were given first', () => {
  const found = waitingFor(record, reply).map(({ id }) => id)
  expect(found).toEqual(['call', 'own.housing.now', 'write'])
})

test('ANSWER-8 what she says is taken care of is met or done, and keeps where it came from', () => {
  const [call, home] = waitingFor(record, reply)
  if (!call || !home) throw new Error('nothing waits')
  const after = all(settle(reply, 0, call, mark), settle(reply, 0, home, mark))(record)
  expect(after.step.get('call')).toMatchObject({
    done: now,
    note: 'Min\nFrån ett svar: Handläggaren',
  })
  expect(after.need.get('own.housing.now')).toMatchObject({ state: 'met', edited: now })
  expect(after.reply.get('reply-1')?.items.map(({ fate }) => fate)).toEqual(['kept', 'new'])
  expect(waitingFor(after, reply).map(({ id }) => id)).toEqual(['write'])
})

test('ANSWER-9 who asks for one more part gets a form of their own, with nothing ticked', () => {
  const asked = askedIn(record, askedName(reply, 1))
  expect(asked).toMatchObject({ text: 'Vad heter skolan?' })
  for (const name of [askedName(reply, 0), askedName(reply, 9), 'gone.1', ''])
    expect(askedIn(record, name)).toBe(null)
  const grant = record.share.get('share-1')?.grant
  if (!grant) throw new Error('no grant')
  const fields = fieldsFor(grant, 'Vad heter skolan?')
  expect(fields).toMatchObject({
    step: 'parts',
    type: 'social',
    recipient: 'Handläggaren',
    parts: '',
  })
})

test('ANSWER-9 what is most like the question is found by its longer words', () => {
  expect(likeness('Vad heter skolan?', 'Skolan Fiktiv')).toBe(1)
  expect(likeness('Vad heter skolan?', 'Skolan heter Fiktiv')).toBe(2)
  expect(likeness('Vad heter skolan?', 'Banken')).toBe(0)
  expect(likeness('?', 'Banken')).toBe(0)
})

test('ANSWER-302 what they named stands first while it waits, and is never taken for another', () => {
  const named = (part: object): Reply => ({
    ...reply,
    items: [{ kind: 'done', text: 'Klart', ...part, fate: 'new' }],
  })
  const meant = (part: object, among = record) => meantBy(among, named(part), 0)?.id
  expect(meant({ part: 0 })).toBe('call')
  for (const part of [{}, { part: 1 }, { part: 99 }]) expect(meant(part)).toBeUndefined()
  const call = record.step.get('call')
  if (!call) throw new Error('no step')
  expect(meant({ part: 0 }, put({ ...call, done: now })(record))).toBeUndefined()
  expect(meantBy(record, reply, 1)).toBeNull()
})
