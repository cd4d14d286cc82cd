import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undo } from '../../src/record/difference.ts'
import { dropOne } from '../../src/record/attached.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import { bringBack, changesOf, emptyTrash, remembering, trashOf } from '../../src/record/trash.ts'
import { contacts, recordOf, records, stories } from './entries.ts'

const now = '2026-11-23T12:00:00Z'
const later = '2026-11-24T12:00:00Z'
const muchLater = '2026-12-25T12:00:00Z'

test('PAST-1 what she takes away can be brought back as it was, for thirty days', () => {
  fc.assert(
    fc.property(stories, contacts, (story, contact) => {
      fc.pre(story.id !== contact.id)
      const record = recordOf([story])
      const without = remembering(dropOne('story', story.id), now)(record)
      expect(without.story.size).toBe(0)
      const [gone] = trashOf(without)
      if (!gone) throw new Error('nothing to bring back')
      expect(bringBack(gone)(without)).toEqual(record)
      const kept = remembering(put(contact), later)(without)
      expect(trashOf(kept)).toHaveLength(1)
      const old = remembering(dropOne('contact', contact.id), muchLater)(kept)
      expect(trashOf(old).map(({ at }) => at)).toEqual([muchLater])
    }),
  )
})

test('PAST-2 what was there before a change is kept, and undo takes that back too', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const record = recordOf([story])
      const after = remembering(put({ ...story, text: 'Ny text' }), now)(record)
      expect(changesOf(after, 'story', story.id)).toEqual([{ at: now, entry: story }])
      expect(trashOf(after)).toEqual([])
      expect(undo(record, after)(after)).toEqual(record)
    }),
  )
})

test('PAST-3 the trash is emptied for good, and nothing else with it', () => {
  fc.assert(
    fc.property(records, (record) => {
      const shelf = record.story.size > 0 ? record.story : new Map([['x', null]])
      const after = remembering(
        (one) => [...shelf.keys()].reduce((next, id) => dropOne('story', id)(next), one),
        now,
      )(record)
      const empty = emptyTrash(after)
      expect(empty.past.size).toBe(0)
      expect({ ...empty, past: null }).toEqual({ ...after, past: null })
    }),
  )
  expect(trashOf(emptyRecord)).toEqual([])
})

test('PAST-200 of several changes within one second each can be brought back', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const texts = ['ett', 'två', 'tre'].map((text) => ({ ...story, text }))
      const after = texts.reduce(
        (record, one) => remembering(put(one), now)(record),
        recordOf([story]),
      )
      expect(changesOf(after, 'story', story.id).map(({ entry }) => entry)).toEqual([
        texts[1],
        texts[0],
        story,
      ])
      const gone = remembering(dropOne('story', story.id), now)(after)
      expect(trashOf(gone)[0]?.entries).toEqual([texts[2]])
    }),
  )
})
