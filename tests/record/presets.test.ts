import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOf, shapes } from '../../src/record/parts/table.ts'
import { presetOf, presets } from '../../src/record/presets.ts'
import { recipientTypes } from '../../src/record/recipients.ts'
import { recordOf, records, stories } from './entries.ts'

const types = fc.constantFrom(...recipientTypes)

test('PRESET-1 what is ticked is hers, and whole fields of what it is', () => {
  fc.assert(
    fc.property(records, types, (record, type) => {
      for (const { kind, id, fields } of presetOf(record, type)) {
        expect(record[kind].has(id)).toBe(true)
        expect(fields.length).toBeGreaterThan(0)
        expect(fields.filter((name) => !fieldOf(kind, name))).toEqual([])
      }
    }),
  )
})

test('PRESET-1 where she wrote it in short, the long text is not ticked', () => {
  fc.assert(
    fc.property(stories, (one) => {
      const story = { ...one, topic: 'need' as const, brief: 'kort' }
      const [part] = presetOf(recordOf([story]), 'social')
      expect(part?.fields).toContain('brief')
      expect(part?.fields).not.toContain('text')
    }),
  )
  expect(presetOf(recordOf([]), 'police')).toEqual([])
})

test('PRESET-2 nothing that asks for care is ever ticked for her', () => {
  fc.assert(
    fc.property(records, types, (record, type) => {
      for (const { kind, id, fields } of presetOf(record, type)) {
        expect(shapes[kind].careOf(record, id)).toBeNull()
        expect(fields.filter((name) => fieldOf(kind, name)?.care)).toEqual([])
        if (kind === 'contact') expect(record.contact.get(id)?.sensitivity).toBe('ordinary')
      }
    }),
  )
  for (const { topics } of Object.values(presets)) {
    expect(topics).not.toContain('children')
    expect(topics).not.toContain('housing')
  }
})
