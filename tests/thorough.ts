const thorough = process.env['SAMLAD_THOROUGH']

/** Whether every test is run, as on a build machine. */
export const isThorough = thorough === '1' || thorough === 'all'

/**
 * How many rounds a slow test goes: few where somebody waits for it, many where `.ci/run` has set
 * SAMLAD_THOROUGH, and where that is `all`, as before a release, so many that it takes hours (decision 36).
 */
export const rounds = (few: number, many: number, all = many): number =>
  thorough === 'all' ? all : isThorough ? many : few

/** Epoch milliseconds from which on what goes the same way in another engine is left out. */
const late = Number(process.env['SAMLAD_LATE'] ?? Infinity) * 1_000

export const isLate = (): boolean => Date.now() > late

/** Why a journey was left out then. */
export const outOfTime = 'no time left'

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
