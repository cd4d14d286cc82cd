// The few words by which help is sorted, for her contacts and for the directory alike.

export const needs = [
  'protection',
  'housing',
  'economy',
  'health',
  'children',
  'legal',
  'work',
  'network',
] as const
export type Need = (typeof needs)[number]

/** Who is answerable for it. */
export const levels = ['municipality', 'region', 'state', 'legal', 'civil', 'other'] as const
export type Level = (typeof levels)[number]
