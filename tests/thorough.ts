/** Whether a build machine goes all that there is. */
export const isThorough = process.env['SAMLAD_THOROUGH'] === '1'

/**
 * How many rounds a slow test goes: few where somebody waits for it, many where `.ci/run` has set
 * SAMLAD_THOROUGH.
 */
export const rounds = (few: number, many: number): number => (isThorough ? many : few)

/** Journeys that together take longer than a person should wait; `.ci/run` goes them all. */
const long = [
  'access',
  'aloud',
  'anew',
  'attachment',
  'backup',
  'backupFiles',
  'blocked',
  'carried',
  'codes',
  'consent',
  'container',
  'coordinator',
  'deadline',
  'erasing',
  'gallery',
  'import',
  'large',
  'living',
  'names',
  'network',
  'out',
  'panic',
  'paused',
  'paper',
  'plaintext',
  'reply',
  'robot',
  'safety',
  'several',
  'sight',
  'slow',
  'spoken',
  'storage',
  'sums',
  'tasks',
  'tongues',
  'tools',
  'trouble',
]

/** The journeys that this run leaves out. */
export const leftOut: readonly string[] = isThorough ? [] : long
