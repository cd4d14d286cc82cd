import type { Words } from '../../../i18n/words.ts'
import { whoIn } from '../../../record/who.ts'
import { titleOf } from '../../../record/order.ts'
import { minutesBefore } from '../../../record/wall.ts'
import type { Appointment, ClientRecord } from '../../../record/types.ts'

/** Whom it is with, by name. */
export const contactOf = (record: ClientRecord, appointment: Appointment): string =>
  whoIn(appointment)
    .flatMap((id) => record.contact.get(id) ?? [])
    .map(titleOf)
    .join(', ')

/** What to call it: its title, else whom it is with, else just "appointment". */
export const nameOf = (record: ClientRecord, appointment: Appointment, words: Words): string =>
  appointment.title || contactOf(record, appointment) || words.t('appointment.untitled')

/** "14:05–15:00", "14:05", or the words for a whole day. Left to right in every language. */
export const hoursOf = (appointment: Appointment, { t, dates }: Words): string => {
  if (appointment.allDay) return t('appointment.allDay')
  const [from, to] = [dates.clock(appointment.start), dates.clock(appointment.end)]
  return to ? `\u2066${from}–${to}\u2069` : from
}

/** When to set out, "13:20"; empty where the way is not known. */
export const leavingOf = ({ start, travel, allDay }: Appointment, { dates }: Words): string =>
  travel > 0 && !allDay ? dates.clock(minutesBefore(start, travel)) : ''

/** "Every week", "Every week until 5 May"; empty for what comes once. */
export const repeatOf = ({ repeat }: Pick<Appointment, 'repeat'>, { t, dates }: Words): string => {
  if (repeat.every === 'none') return ''
  const every = t(`appointment.every.${repeat.every}`)
  return repeat.until ? t('appointment.last', { every, date: dates.short(repeat.until) }) : every
}

/** What still has to be arranged, or is: "Child care: to be arranged". */
export const aroundOf = (
  { childCare, interpreter, interpreterIn }: Appointment,
  { t }: Words,
): readonly { readonly label: string; readonly text: string }[] => [
  ...(childCare === 'none'
    ? []
    : [{ label: t('appointment.childCare'), text: t(`appointment.arranged.${childCare}`) }]),
  ...(interpreter === 'none'
    ? []
    : [
        {
          label: t('appointment.interpreter'),
          text: [interpreterIn, t(`appointment.arranged.${interpreter}`)]
            .filter(Boolean)
            .join(' · '),
        },
      ]),
]
