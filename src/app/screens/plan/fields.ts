import { areas, type Area } from '../../../record/areas.ts'
import { needId, type Horizon, type Need, type NeedState } from '../../../record/need.ts'
import type { Step } from '../../../record/step.ts'
import type { Id, Time } from '../../../record/types.ts'

export type NeedFields = { readonly state: NeedState; readonly text: string }

/** Where on the map. */
export type Spot = { readonly child: Id | null; readonly area: Area; readonly horizon: Horizon }

export const needFieldsOf = (need: Need | null): NeedFields => ({
  state: need?.state ?? 'none',
  text: need?.text ?? '',
})

export const needOf = (
  { state, text }: NeedFields,
  { child, area, horizon }: Spot,
  now: Time,
  before: Need | null,
): Need => ({
  kind: 'need',
  id: needId(child, area, horizon),
  child,
  area,
  horizon,
  state,
  text: text.trim(),
  written: before?.written ?? now,
  edited: now,
})

/** A step as the form shows it; an empty child or contact is nobody. */
export type StepFields = {
  readonly what: string
  readonly goal: string
  readonly area: string
  readonly child: string
  readonly contact: string
  readonly by: string
  readonly follow: string
  readonly note: string
}

type Begun = { readonly area: Area | ''; readonly child: Id | null }

export const stepFieldsOf = (step: Step | undefined, begun: Begun): StepFields => ({
  what: step?.what ?? '',
  goal: step?.goal ?? '',
  area: step?.area ?? begun.area,
  child: step?.child ?? begun.child ?? '',
  contact: step?.contact ?? '',
  by: step?.by ?? '',
  follow: step?.follow ?? '',
  note: step?.note ?? '',
})

/** The step that the form describes; whether it is done and helped is said elsewhere. */
export const stepOf = (fields: StepFields, id: Id, now: Time, before: Step | undefined): Step => ({
  kind: 'step',
  id,
  what: fields.what.trim(),
  goal: fields.goal.trim(),
  area: areas.find((area) => area === fields.area) ?? '',
  child: fields.child || null,
  contact: fields.contact || null,
  by: fields.by,
  follow: fields.follow,
  note: fields.note.trim(),
  done: before?.done ?? '',
  helped: before?.helped ?? '',
  written: before?.written ?? now,
  edited: now,
})
