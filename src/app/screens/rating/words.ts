import { questions, type Occasion, type Rating } from '../../../record/rating.ts'
import { titleOf } from '../../../record/order.ts'
import type { Words } from '../../../i18n/words.ts'
import { useApp } from '../../use.ts'
import { nameOf } from '../appointment/words.ts'

/** Whom or what an occasion was with, and its day. */
export const useOccasion = ({ contact, appointment, on }: Occasion) => {
  const { record, words } = useApp()
  const [office, meeting] = [
    record.contact.get(contact ?? ''),
    record.appointment.get(appointment ?? ''),
  ]
  const meant = meeting ? nameOf(record, meeting, words) : ''
  return { whom: office ? titleOf(office) : meant, day: words.dates.day(on) }
}

/** "Listened: yes · It helped: no": everything that was said, in words. */
export const saidIn = (rating: Rating, { t }: Words): string => {
  const said = questions
    .filter((question) => rating[question] !== '')
    .map((question) =>
      t('rating.said', {
        question: t(`rating.short.${question}`),
        answer: t(`rating.answer.${rating[question]}`),
      }),
    )
  return [...said, ...(rating.retold === 'yes' ? [t('rating.toldAgain')] : [])].join(' · ')
}
