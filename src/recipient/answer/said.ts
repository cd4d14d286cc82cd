import type { Words } from '../../i18n/words.ts'
import type { ReplyItem } from '../../record/reply.ts'

const span = (item: Extract<ReplyItem, { kind: 'appointment' }>, { dates }: Words): string =>
  [dates.day(item.start.slice(0, 10)), dates.clock(item.start), item.end && dates.clock(item.end)]
    .filter(Boolean)
    .join(' · ')

/** An item in a few words, for the list of what is in the answer. */
export const said = (item: ReplyItem, words: Words): readonly string[] => {
  switch (item.kind) {
    case 'appointment':
      return [item.title, span(item, words), item.place].filter(Boolean)
    case 'contact':
      return [item.organisation, item.person, item.phone].filter(Boolean)
    case 'step':
      return [item.text, words.dates.day(item.on)].filter(Boolean)
    case 'message':
    case 'done':
    case 'ask':
      return [item.text]
    case 'file':
      return [item.name]
  }
}
