import type { SharedPart, Summary } from '../../record/summary.ts'
import type { Words } from '../../i18n/words.ts'
import { fileNames, headsOf, sectionsOf, shownIn, type Shown } from './shown.ts'

// The summary as plain text, for a system that takes nothing else. Between labels and values of two
// directions stand invisible marks that keep each in its own order; where all of it reads from left
// to right there are none, because a number pasted into a telephone must be the number alone.

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

type Mark = { readonly own: (text: string) => string; readonly exact: (text: string) => string }

const markOf = (words: Words): Mark => {
  const mixed = (text: string): boolean =>
    words.language.direction === 'rtl' || rightToLeft.test(text)
  // A mark does not reach past the end of its line.
  const ownLine = (line: string): string => (line && mixed(line) ? `\u2068${line}\u2069` : line)
  return {
    own: (text) => text.split('\n').map(ownLine).join('\n'),
    exact: (text) => (text && mixed(text) ? `\u2066${text}\u2069` : text),
  }
}

/** A fact with its name, except a whole text, which says enough by itself. */
const factLine = ({ field, label, text, kind }: Shown, mark: Mark): string => {
  switch (field.form) {
    case 'text':
      return mark.own(text)
    case 'line':
    case 'note':
      return `${label}: ${mark.own(text)}`
    case 'phone':
      return `${label}: ${mark.exact(text)}${kind && ` (${mark.own(kind)})`}`
    case 'exact':
    case 'email':
      return `${label}: ${mark.exact(text)}`
    case 'day':
    case 'span':
    case 'time':
    case 'word':
      return `${label}: ${text}`
  }
}

const linesOf = (part: SharedPart, words: Words, mark: Mark): readonly string[] => {
  const heads = headsOf(part, words).map(mark.own).join(', ')
  const facts = shownIn(part, words).filter(({ field }) => !field.head)
  return [heads || words.t('paper.unnamed'), ...facts.map((shown) => factLine(shown, mark))]
}

/** All that the paper shows, in its order, as text with an empty line between blocks. */
export const plain = (summary: Summary, words: Words): string => {
  const { t, dates } = words
  const mark = markOf(words)
  const head = [mark.own(summary.why), t('paper.made', { time: dates.instant(summary.made) })]
  const sections = sectionsOf(summary.parts).flatMap(({ kind, parts }) => [
    t(`paper.kind.${kind}`).toLocaleUpperCase(),
    ...parts.map((part) => linesOf(part, words, mark).join('\n')),
  ])
  const files = fileNames(summary.files, words).map(({ name }) => name)
  const list = files.length > 0 ? [t('paper.files').toLocaleUpperCase(), files.join('\n')] : []
  return [head.filter(Boolean).join('\n'), ...sections, ...list, ''].join('\n\n')
}
