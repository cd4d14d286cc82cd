import type { Attachment } from '../../../record/hanging.ts'
import type { IconName } from '../../parts/Icon.tsx'

/** How many bytes that is, in kilobytes or megabytes of the language. */
export const sizeText = (bytes: number, language: string): string => {
  const large = bytes >= 1_000_000
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large && bytes < 10_000_000 ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000))
}

/** What she would call it; each has a text. */
export type Sort = 'picture' | 'document' | 'sound'

export const sortOf = ({ type }: Pick<Attachment, 'type'>): Sort => {
  if (type.startsWith('image/')) return 'picture'
  return type.startsWith('audio/') ? 'sound' : 'document'
}

export const icons: Readonly<Record<Sort, IconName>> = {
  picture: 'eye',
  document: 'copy',
  sound: 'phone',
}

/** The address of the small picture; undefined when there is none. */
export const pictureOf = ({ thumbnail }: Attachment): string | undefined =>
  thumbnail === ''
    ? undefined
    : `data:image/jpeg;base64,${thumbnail.replaceAll('-', '+').replaceAll('_', '/')}`

/** Names that stand in one sentence; more than these tell nothing more. */
const mostNames = 5

export const namesOf = (attachments: readonly Attachment[], language: string): string =>
  new Intl.ListFormat(language).format(attachments.slice(0, mostNames).map(({ name }) => name))
