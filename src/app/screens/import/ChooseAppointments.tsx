import type { ImportedAppointment } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { all, put } from '../../../record/record.ts'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { goTab } from '../../view.ts'
import { Chooser } from './Chooser.tsx'
import { appointmentFrom } from './entries.ts'

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

/** The appointments of an invitation, to choose from. */
export const ChooseAppointments = ({ marked, skipped }: Props) => {
  const { record, t, send, look, newId, time } = useApp()
  const detailOf = useDetail()
  const add = (chosen: readonly Marked<ImportedAppointment>[]): void => {
    const now = time()
    const entries = chosen.map((one) => appointmentFrom(record, one, { id: newId(), now }))
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
        add={add}
      />
    </>
  )
}
