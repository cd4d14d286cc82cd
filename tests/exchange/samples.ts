import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { readCalendar } from '../../src/exchange/calendar.ts'
import type { ImportedAppointment, ImportedContact } from '../../src/exchange/imported.ts'
import { readVcards } from '../../src/exchange/vcard.ts'

/** A file with the habits of some phone or program, and nobody real in it. */
export const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`samples/${name}`, import.meta.url)))

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const contactsOf = (bytes: Uint8Array): readonly ImportedContact[] => {
  const read = readVcards(bytes)
  expect(read.ok).toBe(true)
  return read.ok ? read.contacts : []
}

/** The only contact of a card with these lines. */
export const card = (...lines: readonly string[]): ImportedContact => {
  const text = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
  const [contact, ...others] = contactsOf(bytesOf(text))
  expect(others).toEqual([])
  if (!contact) throw new Error('the card gave no contact')
  return contact
}

export const appointmentsOf = (bytes: Uint8Array): readonly ImportedAppointment[] => {
  const read = readCalendar(bytes)
  expect(read.ok).toBe(true)
  return read.ok ? read.appointments : []
}

/** A calendar with one event of these lines. */
export const calendar = (...lines: readonly string[]): Uint8Array =>
  bytesOf(
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
  )

/** One text again and again, cut at `size` bytes. */
export const filled = (text: string, size: number): Uint8Array => {
  const unit = bytesOf(text).subarray(0, size)
  const bytes = new Uint8Array(size)
  bytes.set(unit)
  for (let done = unit.length; done < size; done *= 2) bytes.copyWithin(done, 0, done)
  return bytes
}
