import type { Entry } from '../../../record/types.ts'

/** The fields that she would know an entry by. */
const telling = ['organisation', 'person', 'title', 'what', 'name', 'text', 'tool', 'told'] as const

const textIn = (entry: Entry, name: string): string => {
  const value: unknown = Object.entries(entry).find(([field]) => field === name)?.[1]
  return typeof value === 'string' ? value.trim() : ''
}

/** Her own words for it; empty when it has none. */
export const titleIn = (entry: Entry): string => {
  const found = telling.map((name) => textIn(entry, name)).find(Boolean) ?? ''
  return found.replace(/\s+/g, ' ').slice(0, 80)
}
