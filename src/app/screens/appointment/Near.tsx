import { clashesOf } from '../../../record/clash.ts'
import type { Appointment } from '../../../record/types.ts'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'
import { hoursOf, nameOf } from './words.ts'

/** What else stands at the same time, or too near for the way there. Said once, and calmly. */
export const Near = ({ appointment }: { readonly appointment: Appointment }) => {
  const { record, words, t } = useApp()
  const clashes = clashesOf(record, appointment)
  if (clashes.length === 0) return null
  return (
    <Notice tone="info">
      {clashes.map(({ other, kind }) => (
        <p key={`${other.id} ${other.start}`}>
          {t(`appointment.near.${kind}`, {
            name: own(nameOf(record, other, words)),
            hours: hoursOf(other, words),
          })}
        </p>
      ))}
    </Notice>
  )
}
