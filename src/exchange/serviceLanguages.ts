import { fault, inner, maybe, text, type Fields } from './fields.ts'
import { forms, spoken } from './forms.ts'
import type { Languages, Spoken, Text } from './service.ts'

// What a service speaks. Earlier packs wrote a line of their own for each language; it is read as
// hours, which are shown as they were written where they cannot be read.

const names = new RegExp(`${forms.tag.source}|^note$`)

const isLine = ({ values }: Fields, name: string): boolean => typeof values[name] === 'string'

const readSpoken = (fields: Fields, tag: string): Spoken => {
  const silent = { tag, number: '', tel: '', hours: '' }
  if (isLine(fields, tag)) return { ...silent, hours: text(fields, tag, forms.text) }
  const own = inner(fields, tag, ['number', 'tel', 'hours'])
  if (!own) return silent
  const number = maybe(own, 'number', forms.number)
  const tel = maybe(own, 'tel', forms.tel)
  // A number that cannot be called, or a call to a number that is not shown.
  if ((number === '') !== (tel === '')) fault(fields, tag)
  return { tag, number, tel, hours: maybe(own, 'hours', forms.text) }
}

const readNote = (fields: Fields): Text | null => {
  if (!isLine(fields, 'note')) return spoken(fields, 'note')
  const note = text(fields, 'note', forms.text)
  return { sv: note, en: note }
}

/** The field `languages` of a service; null when it is missing. */
export const readLanguages = (service: Fields): Languages | null => {
  const fields = inner(service, 'languages', names)
  if (!fields) return null
  const tags = Object.keys(fields.values).filter((name) => name !== 'note')
  return { each: tags.map((tag) => readSpoken(fields, tag)), note: readNote(fields) }
}
