import type { Service } from '../../../exchange/service.ts'
import { dayMs } from '../../../record/wall.ts'

const staleAfter = 180 * dayMs

/** Older than 180 days, or of no known date: numbers and hours move. */
export const isStale = (service: Service, today: string): boolean => {
  const read = Date.parse(service.date)
  return Number.isNaN(read) || Date.parse(today.slice(0, 10)) - read > staleAfter
}
