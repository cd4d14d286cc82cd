import { tidyFact, tidyLine, tidyText } from '../exchange/tidy.ts'
import type { Reply, ReplyItem } from '../record/reply.ts'
import type { Id, Time } from '../record/types.ts'
import { replyBounds, type Content } from '../share/reply.ts'

/** A name for a screen and for a file of hers: no path, no sign that a system reads as more than a sign. */
const safeName = (name: string): string =>
  tidyFact(name.replace(/[\\/:*?"<>|]/g, ' '), 100).replace(/^[.\s]+/, '')

/** What a stranger wrote, fit to be drawn: nothing unseen, nothing that turns a line around. */
const tidied = (item: ReplyItem): ReplyItem => {
  const line = (text: string): string => tidyLine(text, replyBounds.line)
  switch (item.kind) {
    case 'message':
      return { ...item, text: tidyText(item.text, replyBounds.text) }
    case 'appointment': {
      const { title, place, bring } = item
      return { ...item, title: line(title), place: line(place), bring: line(bring) }
    }
    case 'contact': {
      const { kind, organisation, person, role, phone, email } = item
      const [name, who, what] = [line(organisation), line(person), line(role)]
      return {
        kind,
        organisation: name,
        person: who,
        role: what,
        phone: line(phone),
        email: line(email),
      }
    }
    case 'step':
    case 'done':
    case 'ask':
      return { ...item, text: line(item.text) }
    case 'file':
      return { ...item, name: safeName(item.name) }
  }
}

/** An answer as it lies in her record; each item waits. */
export const replyFrom = (id: Id, share: Id, content: Content, fetched: Time): Reply => ({
  kind: 'reply',
  id,
  share,
  from: tidyLine(content.from, replyBounds.line),
  sent: content.sent,
  fetched,
  language: content.language,
  items: content.items.map((item) => ({ ...tidied(item), fate: 'new' })),
})
