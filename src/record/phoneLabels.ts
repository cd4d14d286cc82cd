/** Kinds of numbers that have a name in every language; any other label is a word of her own. `check`: the number
 * comes from a weak source and must be looked up before use. */
export const phoneLabels = ['mobile', 'work', 'home', 'main', 'fax', 'check'] as const
export type PhoneLabel = (typeof phoneLabels)[number]

export const isPhoneLabel = (label: string): label is PhoneLabel =>
  phoneLabels.some((known) => known === label)
