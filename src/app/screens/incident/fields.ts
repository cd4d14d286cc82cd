import type { Incident } from '../../../record/incident.ts'
import type { Id, Time } from '../../../record/types.ts'

export type IncidentFields = {
  readonly what: string
  readonly when: string
  readonly on: string
  readonly place: string
  readonly witnesses: string
  readonly reported: string
}

export const fieldsOf = (incident: Incident | undefined): IncidentFields => ({
  what: incident?.what ?? '',
  when: incident?.when ?? '',
  on: incident?.on ?? '',
  place: incident?.place ?? '',
  witnesses: incident?.witnesses ?? '',
  reported: incident?.reported ?? '',
})

/** The incident that the form describes. Her text is kept to the letter. */
export const incidentOf = (
  fields: IncidentFields,
  id: Id,
  now: Time,
  before: Incident | undefined,
): Incident => ({
  kind: 'incident',
  id,
  what: fields.what,
  when: fields.when.trim(),
  on: fields.on,
  place: fields.place.trim(),
  witnesses: fields.witnesses.trim(),
  reported: fields.reported.trim(),
  written: before?.written ?? now,
  edited: now,
})
