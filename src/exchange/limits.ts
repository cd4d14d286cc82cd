// A hostile or huge file must cost a bounded time and leave bounded entries. Lengths are UTF-16
// units, sizes are bytes.

/** Lines that are looked at in any file: a file of many more is made to waste time. */
export const mostLines = 600_000

export const vcardLimits = { file: 20_000_000, cards: 2_000, lines: 500, line: 65_536 } as const

export const calendarLimits = { file: 1_000_000, events: 500, line: 65_536, depth: 4 } as const

export const packLimits = { file: 400_000, services: 5_000, text: 2_000, list: 50 } as const

export const fieldLimits = {
  name: 200,
  role: 200,
  phone: 40,
  label: 40,
  email: 254,
  address: 500,
  web: 500,
  hours: 200,
  note: 4_000,
  uid: 255,
  title: 200,
  place: 300,
  /** Phones, and e-mail addresses, that one contact keeps. */
  several: 12,
} as const
