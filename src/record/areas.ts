// The few words by which help is sorted, for her contacts and for the directory alike.

export const areas = [
  'protection',
  'housing',
  'economy',
  'health',
  'children',
  'legal',
  'work',
  'network',
] as const
export type Area = (typeof areas)[number]

/** Who is answerable for it. */
export const levels = ['municipality', 'region', 'state', 'legal', 'civil', 'other'] as const
export type Level = (typeof levels)[number]
