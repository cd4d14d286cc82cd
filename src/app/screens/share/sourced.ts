import type { Words } from '../../../i18n/words.ts'
import type { Notice } from '../../../record/notices.ts'

type Told = {
  /** The laws by their own names; null where it rests on none. */
  readonly law: string | null
  /** How it is known, when it was last looked at, and whether a lawyer has. */
  readonly said: string
}

/** What a notice rests on, so that she can see how far to trust it. */
export const sourced = ({ id, source, date, basis, lawyer }: Notice, { t, dates }: Words): Told => {
  const how = source === null ? 'own' : basis
  const looked = t(`share.source.${how}`, { date: dates.day(date) })
  const own = source === null ? [t(`share.source.because.${id}`)] : []
  return { law: source, said: [...own, looked, t(`share.source.lawyer.${lawyer}`)].join(' ') }
}
