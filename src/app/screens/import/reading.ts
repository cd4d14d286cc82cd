import type { CalendarResult, FileWhy, VcardResult } from '../../../exchange/imported.ts'
import { calendarLimits, vcardLimits } from '../../../exchange/limits.ts'
import type { ClientRecord } from '../../../record/types.ts'
import { markAppointments } from '../../../exchange/invitations.ts'
import { markContacts, type Marked } from '../../../exchange/merge.ts'
import type { ImportedAppointment, ImportedContact } from '../../../exchange/imported.ts'

/** What a file turned out to hold. */
export type Found =
  | {
      readonly what: 'contacts'
      readonly marked: readonly Marked<ImportedContact>[]
      readonly skipped: number
    }
  | {
      readonly what: 'appointments'
      readonly marked: readonly Marked<ImportedAppointment>[]
      readonly skipped: number
    }
  | { readonly what: 'nothing'; readonly why: FileWhy }

const nothing = (why: FileWhy): Found => ({ what: 'nothing', why })

/** A calendar says so in its first line; everything else is tried as contacts. */
const isCalendar = (bytes: Uint8Array): boolean =>
  /BEGIN:VCALENDAR/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replaceAll('\0', ''),
  )

const contactsIn = (record: ClientRecord, result: VcardResult): Found =>
  result.ok
    ? { what: 'contacts', marked: markContacts(record, result.contacts), skipped: result.skipped }
    : nothing(result.why)

const appointmentsIn = (record: ClientRecord, result: CalendarResult): Found =>
  result.ok
    ? {
        what: 'appointments',
        marked: markAppointments(record, result.appointments),
        skipped: result.skipped,
      }
    : nothing(result.why)

/** Reads a picked file, which is hostile: too large ones are not even loaded. The parsers come lazily. */
export const readFile = async (record: ClientRecord, file: Blob): Promise<Found> => {
  if (file.size === 0) return nothing('empty')
  if (file.size > vcardLimits.file) return nothing('large')
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
  if (!bytes) return nothing('unreadable')
  if (!isCalendar(bytes)) {
    const { readVcards } = await import('../../../exchange/vcard.ts')
    return contactsIn(record, readVcards(bytes))
  }
  if (bytes.length > calendarLimits.file) return nothing('large')
  const { readCalendar } = await import('../../../exchange/calendar.ts')
  return appointmentsIn(record, readCalendar(bytes))
}
