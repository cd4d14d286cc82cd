import type {
  SharedAppointment,
  SharedContact,
  SharedStory,
  Summary,
} from '../../record/summary.ts'
import type { Words } from '../../i18n/words.ts'
import { byDate, whenOf } from './order.ts'

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

const fact = (name: string, value: string): readonly string[] =>
  value ? [`${name}: ${value}`] : []

const contactLines = (contact: SharedContact, { t, dates }: Words, mark: Mark) => [
  [contact.organisation, contact.person, contact.role].filter(Boolean).map(mark.own).join(', '),
  ...fact(t('paper.caseNumber'), mark.exact(contact.caseNumber)),
  ...contact.phones.flatMap(({ label, number }) =>
    fact(t('paper.phone'), mark.exact(number) + (label ? ` (${mark.own(label)})` : '')),
  ),
  ...contact.emails.flatMap((email) => fact(t('paper.email'), mark.exact(email))),
  ...fact(t('paper.address'), mark.own(contact.address)),
  ...(contact.status === 'none'
    ? []
    : fact(t('paper.standing'), t(`paper.status.${contact.status}`))),
  ...fact(t('paper.next'), mark.own(contact.next)),
  ...fact(t('paper.nextOn'), dates.day(contact.nextOn)),
]

const appointmentLines = (appointment: SharedAppointment, words: Words, mark: Mark) => [
  `${whenOf(appointment, words) || words.t('paper.undated')}: ${mark.own(appointment.title)}`,
  ...fact(words.t('paper.with'), mark.own(appointment.with)),
  ...fact(words.t('paper.place'), mark.own(appointment.place)),
  ...fact(words.t('paper.bring'), mark.own(appointment.bring)),
]

const storyLines = (story: SharedStory, { t, dates }: Words, mark: Mark) => [
  mark.own(story.title) || t(`paper.topic.${story.topic}`),
  mark.own(story.text),
  ...(story.edited ? [t('paper.edited', { time: dates.instant(story.edited) })] : []),
]

const section = (title: string, blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks.length > 0 ? [title.toLocaleUpperCase(), ...blocks.map((lines) => lines.join('\n'))] : []

/** All that the paper shows, in its order, as text with an empty line between blocks. */
export const plain = (summary: Summary, words: Words): string => {
  const { t, dates } = words
  const mark = markOf(words)
  const head = [mark.own(summary.why), t('paper.made', { time: dates.instant(summary.made) })]
  return [
    head.filter(Boolean).join('\n'),
    ...section(
      t('paper.stories'),
      summary.stories.map((story) => storyLines(story, words, mark)),
    ),
    ...section(
      t('paper.appointments'),
      byDate(summary.appointments).map((item) => appointmentLines(item, words, mark)),
    ),
    ...section(
      t('paper.contacts'),
      summary.contacts.map((contact) => contactLines(contact, words, mark)),
    ),
    '',
  ].join('\n\n')
}
