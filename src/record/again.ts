export const repeats = ['none', 'day', 'week', 'fortnight', 'month'] as const

/** How an appointment comes again; days are as in types.ts. */
export type Repeat = {
  readonly every: (typeof repeats)[number]
  /** The last day that it may fall on; empty when it goes on. */
  readonly until: string
  /** Days on which it does not take place, or has become an appointment of its own. */
  readonly but: readonly string[]
}

export const once: Repeat = { every: 'none', until: '', but: [] }
