import { plainFigures } from '../../../record/figures.ts'
import { saidOf } from '../../../record/ways.ts'
import type { Safety } from '../../../record/reach.ts'
import type { Contact } from '../../../record/types.ts'

/** Where a touch on a number or an e-mail address leads. */
export type Lead = {
  readonly href: string
  /** What she said of it, when she is to be asked first. */
  readonly ask: Safety | null
}

export type Reached = 'phone' | 'email'

/** Nothing in an address may become a subject, a text or a further recipient. */
const mailTo = (email: string): string | null => {
  const [local = '', domain = '', ...more] = email.trim().split('@')
  if (!local || !domain || more.length > 0 || /[\s\p{Cs}]/u.test(email.trim())) return null
  return `mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}`
}

/** A code of the network, such as one that hides her own number, cannot go into a link and must not be lost. */
const telTo = (written: string): string | null => {
  const plain = plainFigures(written).replace(/\p{Cf}/gu, '')
  if (/^[^\d+]*[*#]/.test(plain)) return null
  const dialled = plain
    .replace(/(\d)\s*(?:[;,x#]|ext|ank).*$/is, '$1')
    .replace(/^(\s*(?:\+|00)[\d\s]+)\(0\)/, '$1')
    .replace(/[^\d+]/g, '')
  return dialled ? `tel:${dialled}` : null
}

const hrefOf = (way: string, by: Reached): string | null =>
  by === 'email' ? mailTo(way) : telTo(way)

/** Null where she said not to use it, and where it is no address at all. */
export const leadOf = (
  contact: Parameters<typeof saidOf>[0],
  way: Contact['emails'][number],
  by: Reached,
): Lead | null => {
  const said = saidOf(contact, way)
  const href = hrefOf(way, by)
  if (href === null || said?.use === 'no') return null
  return { href, ask: said?.use === 'careful' ? said : null }
}
