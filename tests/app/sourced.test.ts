import { expect, test } from 'vitest'
import ar from '../../locales/app/ar.json' with { type: 'json' }
import en from '../../locales/app/en.json' with { type: 'json' }
import sv from '../../locales/app/sv.json' with { type: 'json' }
import { sourced } from '../../src/app/screens/share/sourced.ts'
import { speak } from '../../src/i18n/words.ts'
import { notices } from '../../src/record/notices.ts'
import { tags } from '../recipient/words.ts'

const bundles = { sv, en, ar } as const

test.each(tags)(
  'NOTICE-250 what each rests on stands beneath it, and how sure it is, in %s',
  (tag) => {
    const words = speak(tag, bundles[tag])
    const { t, dates } = words
    for (const notice of notices) {
      const { law, said } = sourced(notice, words)
      expect(law).toBe(notice.source)
      expect(said).toContain(dates.day(notice.date))
      expect(said).toContain(t('share.source.lawyer.no'))
      expect(said).not.toMatch(/share\.|\{\{/)
      const read = t('share.source.read', { date: dates.day(notice.date) })
      expect(said.includes(read)).toBe(notice.basis === 'read')
    }
  },
)
