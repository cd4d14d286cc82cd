import { nextSteps, titleOf } from '../../../record/order.ts'
import { dayOf, stepsAhead } from '../../../record/plan.ts'
import { settingOf } from '../../../record/record.ts'
import type { Contact, LocalDate } from '../../../record/types.ts'
import { useApp } from '../../use.ts'
import type { Screen } from '../../view.ts'
import { useStepWords } from '../plan/words.ts'
import { isDue } from './ahead.ts'

type Ahead = {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly meta: string
  readonly on: LocalDate
  readonly screen: Screen
}

/** Next steps of her contacts and of her plan together, the soonest day first. */
export const useSteps = (): readonly Ahead[] => {
  const { record, words, t, local } = useApp()
  const { who, day } = useStepWords()
  const dayFor = (contact: Contact): string => {
    const date = words.dates.short(contact.nextOn)
    return isDue(contact, local()) ? t('home.due', { date }) : date
  }
  const ofContacts = nextSteps(record).map((contact): Ahead => ({
    id: contact.id,
    title: contact.next,
    detail: titleOf(contact),
    meta: dayFor(contact),
    on: contact.nextOn,
    screen: { at: 'contact', id: contact.id },
  }))
  const planned = settingOf(record).plain ? [] : stepsAhead(record)
  const ofPlan = planned.map((step): Ahead => ({
    id: step.id,
    title: step.done === '' ? step.what : t('home.follow', { what: step.what }),
    detail: who(step),
    meta: day(step),
    on: dayOf(step),
    screen: { at: 'step', id: step.id },
  }))
  return [...ofContacts, ...ofPlan].toSorted((a, b) =>
    (a.on || '9999').localeCompare(b.on || '9999'),
  )
}
