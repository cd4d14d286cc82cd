import type { PartKind } from '../types.ts'
import { appointment } from './appointment.ts'
import { contact } from './contact.ts'
import { council } from './council.ts'
import { child } from './child.ts'
import { incident } from './incident.ts'
import { need } from './need.ts'
import { precaution } from './precaution.ts'
import type { Field, Shape } from './shape.ts'
import { step } from './step.ts'
import { story } from './story.ts'
import { talk } from './talk.ts'

/** Every kind of entry that can be shared, in the order in which they stand on the paper. */
export const shapes: Readonly<Record<PartKind, Shape>> = {
  story,
  incident,
  need,
  step,
  child,
  precaution,
  talk,
  appointment,
  contact,
  council,
}

export const partKinds: readonly PartKind[] = Object.values(shapes).map(({ kind }) => kind)

export const fieldOf = (kind: PartKind, name: string): Field | undefined =>
  shapes[kind].fields.find((field) => field.name === name)
