import type { Words } from '../i18n/words.ts'

/**
 * The language of a name in other letters than the screen's: an authority of this country is called in
 * Swedish, which is read aloud and divided otherwise. Undefined where nothing tells it apart.
 */
export const langOf = (name: string, { language }: Words): 'sv' | undefined =>
  language.direction === 'rtl' && /\p{Script=Latin}/u.test(name) && !/\p{Script=Arabic}/u.test(name)
    ? 'sv'
    : undefined
