import { titleOf } from '../../../record/order.ts'
import { dayOf } from '../../../record/plan.ts'
import type { Step } from '../../../record/step.ts'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'

/** What is said about a step beside its own words. */
export const useStepWords = () => {
  const { record, words, t, local } = useApp()
  const childOf = ({ child }: Step): string => record.child.get(child ?? '')?.name ?? ''
  const contactOf = ({ contact }: Step): string => {
    const found = record.contact.get(contact ?? '')
    return found ? titleOf(found) : ''
  }
  return {
    /** The child, whoever does it, and the area, as much of it as is known. */
    who: (step: Step): string =>
      [childOf(step), contactOf(step), step.area && t(`need.area.${step.area}`)]
        .filter(Boolean)
        .map(own)
        .join(' · '),
    /** The day that it asks for, said calmly when it has passed. */
    day: (step: Step): string => {
      const on = dayOf(step)
      const date = words.dates.short(on)
      return on !== '' && on < local().slice(0, 10) ? t('home.due', { date }) : date
    },
  }
}
