import { put } from './record.ts'
import type { Link, LinkKind } from './reach.ts'
import type { Change, ClientRecord, Id } from './types.ts'

/** A link with both its ends, as it is drawn and told. */
export type Tie = { readonly from: Id; readonly to: Id; readonly kind: LinkKind }

const isSame = (one: Link, other: Link): boolean => one.to === other.to && one.kind === other.kind

/** Every link whose two ends are still kept, no link twice. */
export const linksIn = (record: Pick<ClientRecord, 'contact'>): Tie[] =>
  [...record.contact.values()].flatMap(({ id: from, links }) =>
    links
      .filter(({ to }) => to !== from && record.contact.has(to))
      .filter((link, at) => links.findIndex((other) => isSame(link, other)) === at)
      .map(({ to, kind }) => ({ from, to, kind })),
  )

/** Links from or to a contact. */
export const linksAbout = (record: Pick<ClientRecord, 'contact'>, id: Id): Tie[] =>
  linksIn(record).filter(({ from, to }) => from === id || to === id)

/** Puts a link, or takes it away when it is there. */
export const toggleLink =
  ({ from, to, kind }: Tie): Change =>
  (record) => {
    const contact = record.contact.get(from)
    if (!contact || from === to) return record
    const rest = contact.links.filter((link) => !isSame(link, { to, kind }))
    const links = rest.length < contact.links.length ? rest : [...rest, { to, kind }]
    return put({ ...contact, links })(record)
  }
