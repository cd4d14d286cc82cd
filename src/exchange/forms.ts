import { fault, inner, text, type Fields } from './fields.ts'
import type { Text } from './service.ts'

/** How the fields of a pack look. */
export const forms = {
  id: /^[a-z0-9-]{1,60}$/,
  kind: /^[a-z-]{1,40}$/,
  region: /^[a-z0-9-]{1,40}$/,
  line: /^[^\p{Cc}]{1,300}$/u,
  text: /^[^\p{Cc}]{1,2000}$/u,
  tag: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  tel: /^\+?\d{2,15}$/,
  number: /^[+\d][\d -]{1,25}$/,
  web: /^https?:\/\/[^\s"'<>]{1,480}$/,
  scope: /^(national|regional|local)(:[a-z0-9-]{1,40})?$/,
  date: /^(undated|\d{4}|\d{4}-\d\d-\d\d)$/,
  day: /^\d{4}-\d\d-\d\d$/,
  country: /^[A-Z]{2}$/,
} as const

/** A text for people, in Swedish and English at least; null when it is missing. */
export const spoken = (fields: Fields, name: string): Text | null => {
  const own = inner(fields, name, forms.tag)
  if (!own) return null
  for (const tag of ['sv', 'en']) text(own, tag, forms.text)
  return Object.fromEntries(Object.keys(own.values).map((tag) => [tag, text(own, tag, forms.text)]))
}

/** As `spoken`, but it must not be missing. */
export const required = (fields: Fields, name: string): Text => {
  const found = spoken(fields, name)
  if (!found) fault(fields, name)
  return found ?? {}
}
