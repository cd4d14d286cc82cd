import { dates } from '../i18n/dates.ts'
import { languageOf } from '../i18n/languages.ts'
import type { Bundle, Values, Words } from '../i18n/words.ts'

// The page's own small mouth: i18next alone would take half of what this page may weigh. A test
// holds it to say what i18next says, for every key and number (RECIPIENT-3).

/** Words that came over the wire; null when they are none. */
export const readBundle = (value: unknown): Bundle | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const bundle: Record<string, string | Bundle> = {}
  for (const [key, inner] of Object.entries(value)) {
    const read = typeof inner === 'string' ? inner : readBundle(inner)
    if (read === null) return null
    bundle[key] = read
  }
  return bundle
}

const find = (bundle: Bundle, key: string): string | null => {
  let at: string | Bundle | undefined = bundle
  for (const name of key.split('.')) at = typeof at === 'object' ? at[name] : undefined
  return typeof at === 'string' ? at : null
}

const fill = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

/** Speaks one language; a key without words speaks for itself. */
export const speakSmall = (tag: string, bundle: Bundle): Words => {
  const language = languageOf(tag)
  const rules = new Intl.PluralRules(language.tag)
  return {
    language,
    t: (key, values = {}) => {
      const { count } = values
      const form = typeof count === 'number' ? find(bundle, `${key}_${rules.select(count)}`) : null
      return fill(form ?? find(bundle, key) ?? key, values)
    },
    dates: dates(language.tag),
  }
}
