import { contactsInOrder, inTime, past, storiesInOrder, upcoming } from '../../../record/order.ts'
import { stepsAhead, stepsOver } from '../../../record/plan.ts'
import { precautionsInOrder, talksInOrder } from '../../../record/safety.ts'
import { listOf } from '../../../record/record.ts'
import type { ClientRecord, Id, LocalTime, PartKind } from '../../../record/types.ts'
import type { IconName } from '../../parts/Icon.tsx'

type Kind = {
  readonly icon: IconName
  /** In the order in which she meets them elsewhere. */
  readonly entries: (
    record: ClientRecord,
    now: LocalTime,
    language: string,
  ) => readonly { readonly id: Id }[]
}

/** How each kind that can be shared looks in her lists. */
export const kinds: Readonly<Record<PartKind, Kind>> = {
  story: { icon: 'book', entries: storiesInOrder },
  incident: {
    icon: 'edit',
    entries: (record) =>
      listOf(record, 'incident').toSorted((a, b) => inTime(b.written, a.written)),
  },
  appointment: {
    icon: 'calendar',
    entries: (record, now) => [...upcoming(record, now), ...past(record, now)],
  },
  need: {
    icon: 'eye',
    entries: (record) => listOf(record, 'need').filter(({ state }) => state !== 'none'),
  },
  step: { icon: 'check', entries: (record) => [...stepsAhead(record), ...stepsOver(record)] },
  child: { icon: 'people', entries: (record) => listOf(record, 'child') },
  precaution: { icon: 'lock', entries: precautionsInOrder },
  talk: { icon: 'clock', entries: talksInOrder },
  council: { icon: 'plot', entries: (record) => listOf(record, 'council') },
  contact: { icon: 'people', entries: (record, _, language) => contactsInOrder(record, language) },
}
