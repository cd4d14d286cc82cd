import { type Area } from './areas.ts'
import { needId, type Horizon, type Need } from './need.ts'
import { all, drop, listOf } from './record.ts'
import type { Step } from './step.ts'
import type { Change, ClientRecord, Id, LocalDate } from './types.ts'

// The plan and the map of needs, as they are looked at.

/** What stands in one place of a map; null when nothing was ever said there. */
export const needAt = (
  record: ClientRecord,
  child: Id | null,
  area: Area,
  horizon: Horizon,
): Need | null => record.need.get(needId(child, area, horizon)) ?? null

/** Places of a map where something is needed or under way. */
export const needsOf = (record: ClientRecord, child: Id | null): Need[] =>
  listOf(record, 'need').filter(
    (need) => need.child === child && (need.state === 'open' || need.state === 'going'),
  )

/**
 * The day that a step asks for her: until it is done when it is due, then when to follow it up. With no day by which
 * it is due, the day to follow it up asks from the beginning.
 */
export const dayOf = (step: Step): LocalDate => {
  if (step.done === '') return step.by || step.follow
  return step.helped === '' ? step.follow : ''
}

/** Whether it is the day to follow it up that asks. */
export const isFollowed = ({ done, by, follow }: Step): boolean =>
  done !== '' || (by === '' && follow !== '')

/** Nothing more is asked: it is done, and either followed up or without such a day. */
export const isOver = (step: Step): boolean => step.done !== '' && dayOf(step) === ''

const bySoonest = (a: Step, b: Step): number =>
  (dayOf(a) || '9999').localeCompare(dayOf(b) || '9999') || a.written.localeCompare(b.written)

/** Steps that still ask for something, the soonest day first, those without a day last. */
export const stepsAhead = (record: ClientRecord): Step[] =>
  listOf(record, 'step')
    .filter((step) => !isOver(step))
    .toSorted(bySoonest)

/** Steps that ask for nothing more, the latest first. */
export const stepsOver = (record: ClientRecord): Step[] =>
  listOf(record, 'step')
    .filter(isOver)
    .toSorted((a, b) => b.done.localeCompare(a.done))

/** Takes a child away with the child's own needs and steps; taken back, all of it comes back. */
export const dropChild =
  (id: Id): Change =>
  (record) => {
    const own = [...listOf(record, 'need'), ...listOf(record, 'step')]
    const hers = own.filter(({ child }) => child === id)
    return all(drop('child', id), ...hers.map((entry) => drop(entry.kind, entry.id)))(record)
  }
