import { titleOf } from '../../../record/order.ts'
import type { Appointment, ClientRecord, Part, Share, Story } from '../../../record/types.ts'
import type { Words } from '../../../i18n/words.ts'

/** Her words inside ours keep their own direction, and so their own full stops. */
export const own = (text: string): string => text && `\u2068${text}\u2069`

/** What a share is called: the name that she gave, or the kind of place. */
export const nameOf = ({ grant }: Share, { t }: Words): string =>
  grant.recipient || t(`share.type.${grant.type}`)

export const storyTitle = (story: Story, { t }: Words): string =>
  story.title || t(`story.topic.${story.topic}`)

/** "tis 24 nov 14:05", as much of it as is known. */
export const whenOf = ({ start, allDay }: Appointment, { dates }: Words): string =>
  [dates.short(start), allDay ? '' : dates.clock(start)].filter(Boolean).join(' ')

/** What a part is called today; null when she has deleted it since. */
export const partTitle = (record: ClientRecord, part: Part, words: Words): string | null => {
  const contact = part.kind === 'contact' ? record.contact.get(part.id) : undefined
  if (contact) return titleOf(contact)
  const story = part.kind === 'story' ? record.story.get(part.id) : undefined
  if (story) return storyTitle(story, words)
  const appointment = part.kind === 'appointment' ? record.appointment.get(part.id) : undefined
  return appointment ? appointment.title || whenOf(appointment, words) : null
}
