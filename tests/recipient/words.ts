import ar from '../../locales/recipient/ar.json' with { type: 'json' }
import en from '../../locales/recipient/en.json' with { type: 'json' }
import sv from '../../locales/recipient/sv.json' with { type: 'json' }
import { speakSmall } from '../../src/recipient/speak.ts'

export const bundles = { sv, en, ar } as const
export type Tag = keyof typeof bundles
export const tags: readonly Tag[] = ['sv', 'en', 'ar']
export const wordsIn = (tag: Tag) => speakSmall(tag, bundles[tag])
