/** A language that people can choose; `name` is how its speakers write it. */
export type Language = {
  readonly tag: string
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

export const languages: readonly Language[] = [
  { tag: 'sv', name: 'Svenska', direction: 'ltr' },
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'ar', name: 'العربية', direction: 'rtl' },
]

/** English, not Swedish, when nothing fits: more of those who need a fallback read it. */
const fallback = 'en'

export const languageOf = (tag: string): Language => {
  const exact = languages.find((language) => language.tag === tag)
  const base = languages.find((language) => language.tag === tag.split('-')[0])
  const last = languages.find((language) => language.tag === fallback)
  const found = exact ?? base ?? last
  if (!found) throw new Error('the fallback language is missing')
  return found
}

/** The first wish that we speak, else the fallback. */
export const choose = (wishes: readonly string[]): Language => {
  const known = wishes.find((wish) =>
    languages.some((language) => language.tag === wish.split('-')[0]),
  )
  return languageOf(known ?? fallback)
}
