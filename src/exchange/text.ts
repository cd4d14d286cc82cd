import type { Text } from './service.ts'

/** The text in a language: its own tag, its base language, English, Swedish, or whatever there is. */
export const textIn = (text: Text | null, language: string): string => {
  const tags = [language, language.split('-')[0] ?? '', 'en', 'sv', ...Object.keys(text ?? {})]
  const tag = tags.find((one) => text !== null && Object.hasOwn(text, one))
  return (tag === undefined ? '' : text?.[tag]) ?? ''
}

/** Letters without case and marks, so that "socialtjanst" finds "Socialtjänst". */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
