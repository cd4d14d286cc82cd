import { useMemo, useState } from 'preact/hooks'
import type { ImportedContact } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { serviceNamed } from '../../../exchange/sorted.ts'
import type { Pack, Service } from '../../../exchange/service.ts'
import { all, put } from '../../../record/record.ts'
import { goTab } from '../../view.ts'
import { useApp } from '../../use.ts'
import { usePack } from '../directory/usePack.ts'
import { Check } from '../../parts/Check.tsx'
import { own } from '../share/titles.ts'
import { Chooser, type Taken } from './Chooser.tsx'
import { contactFrom, differing, sortedBy } from './entries.ts'
import type { Clash } from './Settle.tsx'

type Props = { readonly marked: readonly Marked<ImportedContact>[]; readonly skipped: number }

/** Left to right in every language, so that no group of figures changes its place. */
const phoneOf = ({ phones: [first] }: ImportedContact): string =>
  first ? `\u2066${first.number}\u2069` : ''

const nameOf = (contact: ImportedContact): string =>
  contact.organisation || contact.person || phoneOf(contact) || (contact.emails[0] ?? '')

const detailOf = (contact: ImportedContact): string =>
  [contact.organisation && own(contact.person), phoneOf(contact)].filter(Boolean).join(' · ')

type One = Marked<ImportedContact>

const isRead = (pack: ReturnType<typeof usePack>): pack is Pack =>
  pack !== null && pack !== 'missing'

/** Those whose name the directory knows. */
const sortedIn = (pack: Pack, marked: readonly One[]): ReadonlyMap<One, Service> =>
  new Map(
    marked
      .filter(({ mark }) => mark !== 'same')
      .flatMap((one) => {
        const service = serviceNamed(pack, one.item.organisation)
        return service ? [[one, service] as const] : []
      }),
  )

/** The contacts of a file, to choose from. Those that she has already are left out. */
export const ChooseContacts = ({ marked, skipped }: Props) => {
  const { record, t, send, look, newId, time } = useApp()
  const pack = usePack()
  const [sort, setSort] = useState(false)
  const known = useMemo(() => (isRead(pack) ? sortedIn(pack, marked) : new Map()), [pack, marked])
  const add = (chosen: readonly Taken<ImportedContact>[]): void => {
    const now = time()
    const entries = chosen.map(({ one, way }) => {
      const contact = contactFrom(record, one, { id: newId(), now }, way)
      const service = sort ? known.get(one) : undefined
      return service ? sortedBy(contact, service) : contact
    })
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
      more={
        known.size > 0 && (
          <Check
            label={t('import.sort', { count: known.size })}
            hint={t('import.sortHint')}
            checked={sort}
            onChange={setSort}
          />
        )
      }
    />
  )
}
