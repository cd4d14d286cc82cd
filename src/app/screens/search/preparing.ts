import { prepare, type Findable } from '../../../record/find.ts'
import { gradually } from '../../gradually.ts'

/** Gets entries ready for the search while she has not typed yet; returns a way to stop. */
export const preparing = (entries: readonly Findable[]): (() => void) => gradually(entries, prepare)
