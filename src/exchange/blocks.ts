import { decode } from './encoding.ts'
import { calendarLimits } from './limits.ts'
import { unfold } from './lines.ts'

/** The lines of one VEVENT or VTIMEZONE that say when, what and where; all else is left behind. */
export type Block = { readonly name: string; readonly lines: string[] }

const roots = ['VEVENT', 'VTIMEZONE']
const inner = ['STANDARD', 'DAYLIGHT']
const kept =
  /^(DTSTART|DTEND|DURATION|SUMMARY|LOCATION|DESCRIPTION|UID|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TZID|TZOFFSETFROM|TZOFFSETTO)[;:]/i

type Reading = {
  readonly blocks: Block[]
  open: Block | null
  /** Names of components inside the open one; alarms and the like are passed over. */
  inside: string[]
  calendar: boolean
  cancelled: boolean
}

const begin = (reading: Reading, name: string): void => {
  if (name === 'VCALENDAR') reading.calendar = true
  else if (roots.includes(name)) {
    reading.open = { name, lines: [] }
    reading.inside = []
    reading.blocks.push(reading.open)
  } else if (reading.open && reading.inside.length < calendarLimits.depth) {
    reading.inside.push(name)
    if (inner.includes(name)) reading.open.lines.push(`BEGIN:${name}`)
  }
}

const end = (reading: Reading, name: string): void => {
  if (roots.includes(name) || name === 'VCALENDAR') reading.open = null
  else if (reading.inside.at(-1) === name) {
    reading.inside.pop()
    if (inner.includes(name)) reading.open?.lines.push(`END:${name}`)
  }
}

/** Some calendars write a bare date without saying that it is one. */
const dated = (line: string): string =>
  line.replace(
    /^(DTSTART|DTEND|EXDATE|RECURRENCE-ID)(;TZID=[^:;]*)?:(\d{8}(?:,\d{8})*)\s*$/i,
    '$1;VALUE=DATE:$3',
  )

const take = (reading: Reading, line: string): void => {
  const frame = /^(BEGIN|END)\s*:\s*([A-Z-]+)\s*$/i.exec(line)
  const name = frame?.[2]?.toUpperCase() ?? ''
  if (frame) (frame[1]?.toUpperCase() === 'BEGIN' ? begin : end)(reading, name)
  else if (/^METHOD:\s*CANCEL/i.test(line)) reading.cancelled = true
  else if (kept.test(line) && reading.inside.every((one) => inner.includes(one)))
    // A value that was broken without a mark comes back in one line.
    reading.open?.lines.push(dated(line).replaceAll('\n', '\\n'))
}

/** The events and zones of a calendar file; `calendar` is false when it is no such file. */
export const readBlocks = (bytes: Uint8Array): Omit<Reading, 'open' | 'inside'> => {
  const reading: Reading = {
    blocks: [],
    open: null,
    inside: [],
    calendar: false,
    cancelled: false,
  }
  for (const line of unfold(bytes, calendarLimits.line)) take(reading, decode(line))
  // An event that the file cuts off may lack its end, or half of its start.
  if (reading.open) reading.blocks.pop()
  return reading
}
