import { nextSteps, titleOf } from '../../../record/order.ts'
import { dayOf, isFollowed, stepsAhead } from '../../../record/plan.ts'
import { settingOf } from '../../../record/record.ts'
import { talksAhead } from '../../../record/safety.ts'
import type { Contact, LocalDate } from '../../../record/types.ts'
import { useApp } from '../../use.ts'
import type { Screen } from '../../view.ts'
import { useStepWords } from '../plan/words.ts'
import { useTalkWords } from '../safety/words.ts'
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
  const talkWords = useTalkWords()
  const dayFor = (contact: Contact): string => {
    const date = words.dates.short(contact.nextOn)
    return isDue(contact, local()) ? t('home.due', { date }) : date
  }
  const ofContacts = nextSteps(record).map((contact): Ahead => ({
    id: contact.id,
    title: contact.next || t('contact.next'),
    detail: titleOf(contact),
    meta: dayFor(contact),
    on: contact.nextOn,
    screen: { at: 'contact', id: contact.id },
  }))
  const { plain } = settingOf(record)
  const ofPlan = (plain ? [] : stepsAhead(record)).map((step): Ahead => ({
    id: step.id,
    title: isFollowed(step) ? t('home.follow', { what: step.what }) : step.what,
    detail: who(step),
    meta: day(step),
    on: dayOf(step),
    screen: { at: 'step', id: step.id },
  }))
  const ofTalks = (plain ? [] : talksAhead(record)).map((talk): Ahead => ({
    id: talk.id,
    title: t('home.review'),
    detail: talkWords.name(talk),
    meta: talkWords.day(talk),
    on: talk.review,
    screen: { at: 'talk', id: talk.id },
  }))
  return [...ofContacts, ...ofPlan, ...ofTalks].toSorted((a, b) =>
    (a.on || '9999').localeCompare(b.on || '9999'),
  )
}
