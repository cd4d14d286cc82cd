import { openingAt } from '../../../record/opening.ts'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'

/** "Open now, until 16:30" or "Opens Monday 08:00"; empty when the hours cannot be read. */
const useOpening = () => {
  const { t, words, local } = useApp()
  return (hours: string): string => {
    const now = local()
    const opening = openingAt(hours, now)
    if (!opening) return ''
    if (opening.open && opening.until === '24:00') return t('contact.open.now')
    if (opening.open) return t('contact.open.until', { clock: opening.until })
    if (opening.day === now.slice(0, 10)) return t('contact.open.today', { clock: opening.clock })
    return t('contact.open.later', {
      day: words.dates.weekday(opening.day),
      clock: opening.clock,
    })
  }
}

/** Opening hours as they were written, and what they mean at this hour in Sweden. */
export const Hours = ({ hours }: { readonly hours: string }) => {
  const { t } = useApp()
  const standing = useOpening()(hours)
  if (!hours) return null
  return (
    <div>
      <Fact label={t('contact.hours')} ltr={/\d/.test(hours)}>
        {hours}
      </Fact>
      {standing && <p class="use">{standing}</p>}
    </div>
  )
}
