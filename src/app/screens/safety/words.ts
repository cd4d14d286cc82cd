import { isReviewDue } from '../../../record/safety.ts'
import type { Talk } from '../../../record/talk.ts'
import { useApp } from '../../use.ts'

/** What a talk is called, and the day that it asks for. */
export const useTalkWords = () => {
  const { words, t, local } = useApp()
  return {
    name: ({ tool }: Talk): string => tool || t('talk.one'),
    day: (talk: Talk): string => {
      const date = words.dates.short(talk.review)
      return isReviewDue(talk, local().slice(0, 10)) ? t('talk.due', { date }) : date
    },
  }
}
