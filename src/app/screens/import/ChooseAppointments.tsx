import type { ImportedAppointment } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { all, put } from '../../../record/record.ts'
import { repeatOf } from '../appointment/words.ts'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { goTab } from '../../view.ts'
import type { Change } from '../../../record/types.ts'
import { CalledOff } from './CalledOff.tsx'
import { withoutIt } from './calledOff.ts'
import { Chooser, type Taken } from './Chooser.tsx'
import { appointmentFrom } from './entries.ts'
import type { Clash } from './Settle.tsx'

type Props = { readonly marked: readonly Marked<ImportedAppointment>[]; readonly skipped: number }

const useDetail = () => {
  const { words, t } = useApp()
  const comesOf = ({ repeat }: ImportedAppointment): string => repeatOf({ repeat }, words)
  return ({ item, mark }: Marked<ImportedAppointment>): string => {
    const clock = item.allDay ? t('appointment.allDay') : words.dates.clock(item.start)
    const moved = mark === 'changed' ? t('import.moved') : ''
    const again = item.repeats ? t('import.repeats') : comesOf(item)
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
  const off = marked.filter(({ item }) => item.cancelled)
  const add = (chosen: readonly Taken<ImportedAppointment>[]): void => {
    const now = time()
    const entries = chosen.map(({ one, way }) =>
      appointmentFrom(record, one, { id: newId(), now }, way),
    )
    // A time that was moved no longer stands in its series.
    const moved = chosen.map(
      ({ one }): Change =>
        (record) =>
          withoutIt(record, one)?.(record) ?? record,
    )
    look(goTab('appointments'))
    send(all(...entries.map(put), ...moved), 'import.saved')
  }
  return (
    <>
      {marked.some(({ item }) => item.zone === 'unknown') && (
        <Notice tone="careful">{t('import.zone')}</Notice>
      )}
      <CalledOff marked={off} detailOf={detailOf} />
      <Chooser
        marked={marked.filter((one) => !off.includes(one))}
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
