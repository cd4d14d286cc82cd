import type { Words } from '../../../i18n/words.ts'
import { clockAt } from '../../../record/opening.ts'
import { spansIn } from '../../../record/spans.ts'

// The directory writes its hours in one form, "mon-fri 08:00-16:30"; they are said in her language where
// they can be read for certain. What she wrote herself stays as she wrote it.

/** Sentences of the directory about hours that no clock can hold. */
const sentences: Readonly<Record<string, string>> = {
  'evenings, nights, weekends (local)': 'evenings',
  'weekdays (vary; verify)': 'vary',
  '00:00-24:00 (typical)': 'typical',
}

const written = /^(mon|tue|wed|thu|fri|sat|sun|daily|00:00)/

/** A Monday: only the names of the days are taken from it. */
const monday = 23

type Row = { readonly first: number; readonly last: number; readonly times: string }

/** Days in a row with the same times. */
const rowsOf = (hours: string): readonly Row[] => {
  const spans = spansIn(hours)
  const rows: Row[] = []
  for (let day = 0; day < 7; day++) {
    const times = spans
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => `\u2066${clockAt(from)}–${clockAt(to)}\u2069`)
      .join(', ')
    const before = rows.at(-1)
    if (times === '') continue
    if (before?.last === day - 1 && before.times === times)
      rows.splice(-1, 1, { ...before, last: day })
    else rows.push({ first: day, last: day, times })
  }
  return rows
}

/** Opening hours as they are said in her language. */
export const hoursIn = (hours: string, { t, dates }: Words): string => {
  const sentence = sentences[hours]
  if (sentence) return t(`contact.open.${sentence}`)
  const rows = written.test(hours) ? rowsOf(hours) : []
  if (rows.length === 0) return hours
  const name = (day: number): string => dates.weekday(`2026-11-${monday + day}`)
  return rows
    .map(({ first, last, times }) => {
      if (first === 0 && last === 6)
        return times.includes('00:00–24:00')
          ? t('contact.open.always')
          : `${t('contact.open.daily')} ${times}`
      return first === last ? `${name(first)} ${times}` : `${name(first)}–${name(last)} ${times}`
    })
    .join('; ')
}
