import type { Child } from '../../../record/child.ts'
import type { Id, Time } from '../../../record/types.ts'

export type ChildFields = {
  readonly name: string
  readonly born: string
  readonly school: string
  readonly seen: string
  readonly note: string
}

export const childFieldsOf = (child: Child | undefined): ChildFields => ({
  name: child?.name ?? '',
  born: child?.born ?? '',
  school: child?.school ?? '',
  seen: child?.seen ?? '',
  note: child?.note ?? '',
})

/** The child that the form describes; contacts and appointments are chosen elsewhere. */
export const childOf = (
  fields: ChildFields,
  id: Id,
  now: Time,
  before: Child | undefined,
): Child => ({
  kind: 'child',
  id,
  name: fields.name.trim(),
  born: fields.born.trim(),
  school: fields.school.trim(),
  contacts: before?.contacts ?? [],
  appointments: before?.appointments ?? [],
  seen: fields.seen.trim(),
  note: fields.note.trim(),
  written: before?.written ?? now,
  edited: now,
})
