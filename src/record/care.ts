import { fieldOf, shapes } from './parts/table.ts'
import type { ClientRecord, Part } from './types.ts'

/** Whether something that asks for care goes along: where somebody is, a child, or what keeps her safe. */
export const asksForCare = (record: ClientRecord, parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, id, fields }) =>
      shapes[kind].careOf(record, id) !== null ||
      fields.some((name) => fieldOf(kind, name)?.care !== undefined),
  )
