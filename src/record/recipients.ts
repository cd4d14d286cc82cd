/** Who can be given a summary; those whom most begin with stand first. */
export const recipientTypes = [
  'social',
  'police',
  'lawyer',
  'health',
  'shelter',
  'coordinator',
  'family',
  'childHealth',
  'school',
  'insurance',
  'tax',
  'employer',
  'bank',
  'council',
  'friend',
  'other',
] as const
export type RecipientType = (typeof recipientTypes)[number]
