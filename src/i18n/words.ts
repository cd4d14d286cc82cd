import { createInstance } from 'i18next'
import { dates, type Dates } from './dates.ts'
import { languageOf, type Language } from './languages.ts'

/** Nested strings as they stand in locales/; plural forms end in _zero, _one, _two, _few, _many, _other. */
export type Bundle = { readonly [key: string]: string | Bundle }

export type Values = Readonly<Record<string, string | number>>

/** Everything a screen needs to speak: words, dates and the direction of writing. */
export type Words = {
  readonly language: Language
  readonly t: (key: string, values?: Values) => string
  readonly dates: Dates
}

/** Bundles of one language, already loaded; a later bundle adds to an earlier one. */
export const speak = (tag: string, ...bundles: readonly Bundle[]): Words => {
  const language = languageOf(tag)
  const instance = createInstance()
  void instance.init({
    lng: language.tag,
    fallbackLng: false,
    initAsync: false,
    resources: { [language.tag]: { translation: Object.assign({}, ...bundles) } },
    // Values are drawn as text nodes, never as HTML, so escaping here would only show up as "&amp;".
    interpolation: { escapeValue: false },
  })
  return {
    language,
    t: (key, values) => instance.t(key, { ...values }),
    dates: dates(language.tag),
  }
}
