import { openingAt, type Opening } from '../../../record/opening.ts'
import { dayAfter } from '../../../record/wall.ts'
import { hoursIn } from './hours.ts'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'

/** On a holiday hours are uncertain, but not where it is always open. */
const isUnsure = (opening: Opening | null): boolean =>
  opening?.holiday === true && !(opening.open && opening.until === '24:00')

/** "Open now, until 16:30" or "Opens Monday 08:00"; empty when the hours cannot be read. */
const useOpening = () => {
  const { t, words, local } = useApp()
  return (opening: Opening | null): string => {
    const now = local()
    if (!opening) return ''
    if (opening.open && opening.until === '24:00') return t('contact.open.now')
    if (opening.open) return t('contact.open.until', { clock: opening.until })
    if (opening.day === now.slice(0, 10)) return t('contact.open.today', { clock: opening.clock })
    // From a week on, the name of the day alone would be today's or an earlier one's.
    const isFar = opening.day >= dayAfter(now, 7)
    const day = isFar ? words.dates.short(opening.day) : words.dates.weekday(opening.day)
    return t('contact.open.later', { day, clock: opening.clock })
  }
}

/** Opening hours as they were written, and what they mean at this hour in Sweden. */
export const Hours = ({ hours }: { readonly hours: string }) => {
  const { words, t, local } = useApp()
  const said = hoursIn(hours, words)
  const opening = openingAt(hours, local())
  const standing = useOpening()(opening)
  if (!hours) return null
  return (
    <div>
      <Fact label={t('contact.hours')} ltr={said === hours && /\d/.test(hours)}>
        {said}
      </Fact>
      {standing && <p class="use">{standing}</p>}
      {isUnsure(opening) && <p class="use">{t('contact.open.holiday')}</p>}
    </div>
  )
}
