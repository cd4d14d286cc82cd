import type { ImportedAppointment } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { all, put } from '../../../record/record.ts'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { goTab } from '../../view.ts'
import { Chooser, type Taken } from './Chooser.tsx'
import { appointmentFrom } from './entries.ts'
import type { Clash } from './Settle.tsx'

type Props = { readonly marked: readonly Marked<ImportedAppointment>[]; readonly skipped: number }

const useDetail = () => {
  const { words, t } = useApp()
  return ({ item, mark }: Marked<ImportedAppointment>): string => {
    const clock = item.allDay ? t('appointment.allDay') : words.dates.clock(item.start)
    const moved = mark === 'changed' ? t('import.moved') : ''
    const again = item.repeats ? t('import.repeats') : ''
    const off = item.cancelled ? t('import.cancelled') : ''
    return [words.dates.day(item.start), clock, moved, again, off].filter(Boolean).join(' · ')
  }
}

type Facts = Pick<ImportedAppointment, 'start' | 'allDay' | 'place'>

/** When and where she has it, and when and where the file says. */
const useClash = () => {
  const { record, words, t } = useApp()
  const told = ({ start, allDay, place }: Facts): string => {
    const clock = allDay ? t('appointment.allDay') : words.dates.clock(start)
    return [words.dates.short(start), clock, place].filter(Boolean).join(' · ')
  }
  return ({ item, of }: Marked<ImportedAppointment>): Clash | null => {
    const kept = record.appointment.get(of ?? '')
    return kept ? { hers: told(kept), theirs: told(item), first: 'theirs' } : null
  }
}

/** The appointments of an invitation, to choose from. */
export const ChooseAppointments = ({ marked, skipped }: Props) => {
  const { record, t, send, look, newId, time } = useApp()
  const detailOf = useDetail()
  const clashOf = useClash()
  const add = (chosen: readonly Taken<ImportedAppointment>[]): void => {
    const now = time()
    const entries = chosen.map(({ one, way }) =>
      appointmentFrom(record, one, { id: newId(), now }, way),
    )
    look(goTab('appointments'))
    send(all(...entries.map(put)), 'import.saved')
  }
  return (
    <>
      {marked.some(({ item }) => item.zone === 'unknown') && (
        <Notice tone="careful">{t('import.zone')}</Notice>
      )}
      <Chooser
        marked={marked}
        skipped={skipped}
        label={t('appointment.heading')}
        titleOf={(item) => item.title || t('appointment.untitled')}
        detailOf={detailOf}
        clashOf={clashOf}
        add={add}
      />
    </>
  )
}
