// What a contact is made of besides its name. Ids are as in types.ts.

export const contactTypes = [
  'police',
  'court',
  'lawyer',
  'social',
  'health',
  'school',
  'shelter',
  'housing',
  'money',
  'work',
  'friend',
  'other',
] as const
/** What kind of place or person it is; empty until she says. */
export type ContactType = (typeof contactTypes)[number] | ''

export const caseKinds = ['diary', 'police', 'prosecutor', 'court', 'claim', 'other'] as const
export type CaseKind = (typeof caseKinds)[number]

export type Case = { readonly kind: CaseKind; readonly number: string }

export const uses = ['yes', 'careful', 'no'] as const
/** Whether a way of reaching them, or of being reached, is safe for her. */
export type Use = (typeof uses)[number]

/** What she says of one number or address. Hers alone. */
export type Safety = {
  /** The number, e-mail address or address, as the contact has it. */
  readonly way: string
  readonly use: Use
  /** How and when, in her words: "text only, before four". */
  readonly how: string
}

export const linkKinds = ['talk', 'referred', 'waits'] as const
/** talk: they should talk to each other; referred: this one sent her there; waits: this one waits for it. */
export type LinkKind = (typeof linkKinds)[number]

/** From the contact that holds it to another. */
export type Link = { readonly to: string; readonly kind: LinkKind }

export const sensitivities = ['ordinary', 'careful', 'never'] as const
/** careful: think before sharing it; never: it goes into no summary, whatever is chosen. */
export type Sensitivity = (typeof sensitivities)[number]

/** Forms that authorities give their numbers. Hints alone: whatever she writes is kept. */
const forms: readonly (readonly [CaseKind, RegExp])[] = [
  ['police', /^(\d{4}-)?K ?\d+-\d+/i],
  ['prosecutor', /^AM[- ]?\d+-\d{2}/i],
  ['court', /^([BTÄÖFÖ]|PMT|UM) ?\d+-\d{2}$/i],
]

/** The kind that a number looks like; most authorities call theirs a diary number. */
export const caseKindOf = (number: string): CaseKind =>
  forms.find(([, form]) => form.test(number.trim()))?.[0] ?? 'diary'
