import { fault, fieldsOf, inner, maybe, text, type Fields } from './fields.ts'
import type { Languages, Spoken, Text } from './service.ts'

// What a service speaks. Earlier packs wrote a line of their own for each language; it is read as
// hours, which are shown as they were written where they cannot be read.

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const names = /^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*|note)$/
const line = /^[^\p{Cc}]{1,2000}$/u
const number = /^[+\d][\d -]{1,25}$/
const tel = /^\+?\d{2,15}$/

const lineOf = ({ values }: Fields, name: string): boolean => typeof values[name] === 'string'

const readSpoken = (fields: Fields, name: string): Spoken => {
  if (lineOf(fields, name))
    return { tag: name, number: '', tel: '', hours: text(fields, name, line) }
  const own = inner(fields, name, ['number', 'tel', 'hours'])
  const spoken = own && {
    tag: name,
    number: maybe(own, 'number', number),
    tel: maybe(own, 'tel', tel),
    hours: maybe(own, 'hours', line),
  }
  // A number that cannot be called, or a call to a number that is not shown.
  if (spoken && (spoken.number === '') !== (spoken.tel === '')) fault(fields, name)
  return spoken ?? { tag: name, number: '', tel: '', hours: '' }
}

const readNote = (fields: Fields): Text | null => {
  if (fields.values['note'] === undefined) return null
  if (lineOf(fields, 'note')) {
    const note = text(fields, 'note', line)
    return { sv: note, en: note }
  }
  const own = inner(fields, 'note', tag)
  if (!own) return null
  for (const language of ['sv', 'en']) text(own, language, line)
  return Object.fromEntries(Object.keys(own.values).map((one) => [one, text(own, one, line)]))
}

/** The field `languages` of a service; null when it is missing. */
export const readLanguages = (service: Fields): Languages | null => {
  const value = service.values['languages']
  if (value === undefined) return null
  const fields = fieldsOf(value, names, `${service.where}.languages`, service.faults)
  const tags = Object.keys(fields.values).filter((name) => name !== 'note')
  return { each: tags.map((name) => readSpoken(fields, name)), note: readNote(fields) }
}
