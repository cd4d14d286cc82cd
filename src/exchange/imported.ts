import type { Appointment, Contact, LocalDate } from '../record/types.ts'

/** Why a file gave nothing; each is a locale key. */
export type FileWhy = 'empty' | 'large' | 'unreadable'

/** The facts of a contact that a file or the directory can bring; no id, no times, no status. */
export type ImportedContact = Pick<
  Contact,
  | 'organisation'
  | 'person'
  | 'role'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'web'
  | 'hours'
  | 'note'
  | 'source'
>

/**
 * The facts of an appointment that an invitation can bring. Times are on the wall in
 * Europe/Stockholm; a whole day starts at T00:00, and its `end` is the last day (T00:00), or empty
 * when it is one day.
 */
export type ImportedAppointment = Pick<
  Appointment,
  'uid' | 'title' | 'start' | 'end' | 'allDay' | 'place' | 'note' | 'repeat'
> & {
  /** `unknown`: the file's time zone says nothing to us, the time stands as written: check it. */
  readonly zone: 'kept' | 'unknown'
  /** The event comes again in a way that is not read; only its first time is here. */
  readonly repeats: boolean
  /** The time of a series, named by the invitation's UID, that it stands in for. */
  readonly instead: { readonly uid: string; readonly day: LocalDate } | null
  readonly cancelled: boolean
}

export type VcardResult =
  | {
      readonly ok: true
      readonly contacts: readonly ImportedContact[]
      /** Cards that said nothing, or came after the limit. */
      readonly skipped: number
    }
  | { readonly ok: false; readonly why: FileWhy }

export type CalendarResult =
  | {
      readonly ok: true
      readonly appointments: readonly ImportedAppointment[]
      /** Events without a readable start, or after the limit. */
      readonly skipped: number
    }
  | { readonly ok: false; readonly why: FileWhy }
