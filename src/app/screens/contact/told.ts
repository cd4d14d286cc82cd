import { titleOf } from '../../../record/order.ts'
import type { Tie } from '../../../record/links.ts'
import type { Id } from '../../../record/types.ts'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'

/** A link in words: "Socialtjänsten waits for the police", with their own names. */
export const useTold = () => {
  const { record, t } = useApp()
  const name = (id: Id): string => {
    const contact = record.contact.get(id)
    return contact ? own(titleOf(contact)) : ''
  }
  return ({ from, to, kind }: Tie): string =>
    t(`contact.links.told.${kind}`, { from: name(from), to: name(to) })
}
