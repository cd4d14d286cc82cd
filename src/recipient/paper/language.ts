const arabic = /\p{Script=Arabic}/u
const latin = /\p{Script=Latin}/u

const writesArabic = (language: string): boolean =>
  new Intl.Locale(language).maximize().script === 'Arab'

/**
 * The language to mark her words with, so that browsers choose fonts and voices by it. Words in another
 * script than that language's are left unmarked: a name in Latin letters is not read out as Arabic.
 */
export const langOf = (text: string, language: string): string | undefined => {
  const [other, own] = writesArabic(language) ? [latin, arabic] : [arabic, latin]
  return other.test(text) && !own.test(text) ? undefined : language
}
