import type { ImportedContact } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { all, put } from '../../../record/record.ts'
import { goTab } from '../../view.ts'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'
import { Chooser, type Taken } from './Chooser.tsx'
import { contactFrom, differing } from './entries.ts'
import type { Clash } from './Settle.tsx'

type Props = { readonly marked: readonly Marked<ImportedContact>[]; readonly skipped: number }

/** Left to right in every language, so that no group of figures changes its place. */
const phoneOf = ({ phones: [first] }: ImportedContact): string =>
  first ? `\u2066${first.number}\u2069` : ''

const nameOf = (contact: ImportedContact): string =>
  contact.organisation || contact.person || phoneOf(contact) || (contact.emails[0] ?? '')

const detailOf = (contact: ImportedContact): string =>
  [contact.organisation && own(contact.person), phoneOf(contact)].filter(Boolean).join(' · ')

/** The contacts of a file, to choose from. Those that she has already are left out. */
export const ChooseContacts = ({ marked, skipped }: Props) => {
  const { record, t, send, look, newId, time } = useApp()
  const add = (chosen: readonly Taken<ImportedContact>[]): void => {
    const now = time()
    const entries = chosen.map(({ one, way }) =>
      contactFrom(record, one, { id: newId(), now }, way),
    )
    look(goTab('contacts'))
    send(all(...entries.map(put)), 'import.saved')
  }
  const clashOf = ({ item, of }: Marked<ImportedContact>): Clash | null => {
    const kept = record.contact.get(of ?? '')
    const facts = kept ? differing(kept, item) : []
    if (facts.length === 0) return null
    const [hers, theirs] = [facts.map((one) => one.hers), facts.map((one) => one.theirs)]
    return { hers: hers.join(' · '), theirs: theirs.join(' · '), first: 'hers' }
  }
  return (
    <Chooser
      marked={marked}
      skipped={skipped}
      label={t('contact.title')}
      titleOf={nameOf}
      detailOf={({ item, mark }) => (mark === 'changed' ? t('import.changed') : detailOf(item))}
      clashOf={clashOf}
      add={add}
    />
  )
}
