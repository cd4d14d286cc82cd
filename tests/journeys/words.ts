import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Bundle = { readonly [key: string]: string | Bundle }

const read = (name: string): Bundle =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../locales', name), 'utf8'))

const at = (bundle: Bundle, key: string): string | undefined => {
  const found = key.split('.').reduce<string | Bundle | undefined>((here, part) => {
    return typeof here === 'object' ? here[part] : undefined
  }, bundle)
  return typeof found === 'string' ? found : undefined
}

/** What a screen says, by its locale key: journeys follow the words, so a reworded button is no fault. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

export const wordsOf = (part: 'app' | 'recipient' | 'disguise', language: string): Say => {
  const bundle = read(`${part}/${language}.json`)
  const rules = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const count = values['count']
    const plural = typeof count === 'number' ? `${key}_${rules.select(count)}` : key
    const text = at(bundle, plural) ?? at(bundle, key)
    if (text === undefined) throw new Error(`no words for ${key} in ${language}`)
    const named = { tool: at(bundle, 'tool.calculator') ?? '', clear: 'AC', last: '=', ...values }
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(new Map<string, string | number>(Object.entries(named)).get(name) ?? ''),
    )
  }
}
