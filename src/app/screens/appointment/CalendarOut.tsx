import { useState } from 'preact/hooks'
import { writeCalendar } from '../../../exchange/writeCalendar.ts'
import { all, put } from '../../../record/record.ts'
import type { Appointment } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { giveFile } from '../../errands.ts'

type SheetProps = { readonly appointments: readonly Appointment[]; readonly close: () => void }

const useFile = ({ appointments }: SheetProps, titles: boolean, places: boolean) => {
  const { t, send, time, newId } = useApp()
  return (): File => {
    const neutral = t('appointment.out.neutral')
    const named = appointments.map((one) => (one.out === '' ? { ...one, out: newId() } : one))
    // Kept, so that what comes back from there is known again.
    send(all(...named.filter((one) => !appointments.includes(one)).map(put)))
    const text = writeCalendar(named, { neutral, titles, places, now: time() })
    return new File([text], 'calendar.ics', { type: 'text/calendar' })
  }
}

const Choosing = (props: SheetProps) => {
  const { t } = useApp()
  const [titles, setTitles] = useState(false)
  const [places, setPlaces] = useState(false)
  const made = useFile(props, titles, places)
  const { close } = props
  const give = async (): Promise<void> => {
    await giveFile(made())
    close()
  }
  return (
    <Sheet title={t('appointment.out.title')} onClose={close} closeLabel={t('action.close')}>
      <Notice tone="careful">{t('appointment.out.told')}</Notice>
      <Check
        label={t('appointment.out.titles')}
        hint={t('appointment.out.titlesHint')}
        checked={titles}
        onChange={setTitles}
      />
      <Check label={t('appointment.out.places')} checked={places} onChange={setPlaces} />
      <Button kind="main" wide onPress={() => void give()}>
        {t('appointment.out.give')}
      </Button>
    </Sheet>
  )
}

/** Into another calendar: told first, neutral and without a place until she adds them. */
export const CalendarOut = ({ appointments }: Pick<SheetProps, 'appointments'>) => {
  const { t } = useApp()
  const [open, setOpen] = useState(false)
  if (appointments.length === 0) return null
  return (
    <>
      <Button kind="quiet" wide onPress={() => setOpen(true)}>
        {t('appointment.out.open')}
      </Button>
      {open && <Choosing appointments={appointments} close={() => setOpen(false)} />}
    </>
  )
}
