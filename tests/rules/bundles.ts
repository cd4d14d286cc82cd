import { basename } from 'node:path'
import { list, read } from './tree.ts'

/** Keys with dots, as they are asked for, to their texts. */
export type Texts = ReadonlyMap<string, string>

export const spaces = ['disguise', 'app', 'recipient'] as const
export type Space = (typeof spaces)[number]

const flatten = (node: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries({ ...Object(node) }).flatMap(([key, value]) =>
    flatten(value, path === '' ? key : `${path}.${key}`),
  )
}

/** The texts of one space by language, as they stand in locales/<space>/<language>.json. */
export const bundles = (space: Space): ReadonlyMap<string, Texts> =>
  new Map(
    list(`locales/${space}/*.json`).map((path) => [
      basename(path, '.json'),
      new Map(flatten(JSON.parse(read(path)), '')),
    ]),
  )

const plural = /_(zero|one|two|few|many|other)$/

/** The key that code asks for: without its plural form. */
export const asked = (key: string): string => key.replace(plural, '')

export const formOf = (key: string): string | null => plural.exec(key)?.[1] ?? null

/** A form that a language may say without the number: "none", "both", and in languages with a form
 * for two, such as Arabic, also the one that is a single thing. */
export const silent = (language: string, key: string): boolean => {
  const form = formOf(key)
  if (form === 'zero' || form === 'two') return true
  return form === 'one' && new Intl.PluralRules(language).select(2) === 'two'
}

/** Names between braces in a text: "{{count}} of {{all}}" gives all, count. */
export const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))].toSorted()

/** Forms that a language needs for numbers and that a group of keys lacks or has too many of. */
export const wrongForms = (language: string, texts: Texts): readonly string[] => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const groups = new Map<string, string[]>()
  for (const key of texts.keys()) {
    const form = formOf(key)
    if (form !== null) groups.set(asked(key), [...(groups.get(asked(key)) ?? []), form])
  }
  return [...groups].flatMap(([key, forms]) => [
    ...needed.filter((form) => !forms.includes(form)).map((form) => `${key}_${form} is missing`),
    ...forms
      .filter((form) => !needed.some((one) => one === form))
      .map((form) => `${key}_${form} is never used`),
  ])
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

/** Words in a sentence, and LIX: that plus the share of words over six letters; 40 is easy prose. */
export const ease = (texts: Texts): { readonly words: number; readonly lix: number } => {
  const lines = [...texts.values()].map((text) => text.replace(/\{\{\s*\w+\s*\}\}/g, '7'))
  const text = lines.map((line) => (/[.!?:]$/.test(line) ? line : `${line}.`)).join(' ')
  const words = Math.max(1, count(text, /[\p{L}\d]+/gu))
  const long = count(text, /\p{L}{7,}/gu)
  const perSentence = words / Math.max(1, count(text, /[.!?:]+(\s|$)/g))
  return { words: perSentence, lix: perSentence + (100 * long) / words }
}
