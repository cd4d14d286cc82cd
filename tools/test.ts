import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { leftOut, outOfTime } from '../tests/thorough.ts'
import { failedIn, leftOutIn, listed, retriedIn, type Failed } from './failed.ts'
import { gather, root, show } from './run.ts'

// `npm test`: every step runs, also after another failed, and the last line sums them up.

type Figures = { readonly passed: number; readonly failed: number; readonly skipped: number }

type Step = {
  readonly name: string
  /** Several run side by side, and each is shown when it has ended. */
  readonly lines: readonly string[]
  /** Reads the figures of a step that runs tests; other steps only count when they fail. */
  readonly figures?: () => Figures
}

type Taken = { readonly figures: Figures; readonly failed: readonly Failed[] }

const reports = join(root, '.cache/reports')

const report = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8'))

const count = (fields: Record<string, unknown>, ...names: string[]): number =>
  names.reduce((sum, name) => sum + Number(fields[name] ?? 0), 0)

const vitest = (): Figures => {
  const fields = report('tests')
  return {
    passed: count(fields, 'numPassedTests'),
    failed: count(fields, 'numFailedTests'),
    skipped: count(fields, 'numPendingTests', 'numTodoTests'),
  }
}

const journeys = (): Figures => {
  const stats = { ...Object(report('journeys')['stats']) }
  return {
    // Where there is a second try, those that took it are named at the end.
    passed: count(stats, 'expected', 'flaky'),
    failed: count(stats, 'unexpected'),
    skipped: count(stats, 'skipped'),
  }
}

const steps: readonly Step[] = [
  {
    name: 'lint and types',
    lines: ['prettier --check --log-level warn .', 'oxlint -f unix', 'node tools/types.ts', 'knip'],
  },
  { name: 'build', lines: ['node tools/build.ts'] },
  {
    name: 'tests',
    lines: ['vitest run --reporter=default --reporter=json --outputFile=.cache/reports/tests.json'],
    figures: vitest,
  },
  {
    name: 'journeys',
    lines: ['playwright test --config tests/journeys/playwright.config.ts'],
    figures: journeys,
  },
]

const none: Figures = { passed: 0, failed: 0, skipped: 0 }

/** A step that broke before it could report still counts as one failure. */
const figuresOf = (step: Step, ok: boolean): Figures => {
  let figures = none
  try {
    figures = step.figures?.() ?? none
  } catch {
    console.log(`${step.name}: no report was written`)
  }
  return ok || figures.failed > 0 ? figures : { ...figures, failed: 1 }
}

const failedOf = ({ name, figures }: Step, ok: boolean): readonly Failed[] => {
  if (ok) return []
  const nothing = [{ title: name, why: 'see its output above' }]
  try {
    const failed = figures ? failedIn(report(name)) : []
    return failed.length > 0 ? failed : nothing
  } catch {
    return nothing
  }
}

const runAll = async (lines: readonly string[]): Promise<boolean> => {
  const [only, ...others] = lines
  if (only !== undefined && others.length === 0) return show(only)
  const run = async (line: string): Promise<boolean> => {
    const { ok, output } = await gather(line)
    if (output !== '') console.log(output.trimEnd())
    return ok
  }
  return (await Promise.all(lines.map(run))).every(Boolean)
}

const take = async (step: Step): Promise<Taken> => {
  const began = performance.now()
  console.log(`\n== ${step.name}`)
  const ok = await runAll(step.lines)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`== ${step.name} ${ok ? 'ok' : 'FAILED'} (${seconds} s)`)
  return { figures: figuresOf(step, ok), failed: failedOf(step, ok) }
}

/** Nothing where no report was written: then all of its step counts as failed. */
const ofJourneys = <T>(read: (fields: Record<string, unknown>) => T, nothing: T): T => {
  try {
    return read(report('journeys'))
  } catch {
    return nothing
  }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

let sum = none
const failures: Failed[] = []
for (const step of steps) {
  const { figures, failed: broken } = await take(step)
  const { passed, failed, skipped } = figures
  failures.push(...broken)
  sum = {
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }
}
if (leftOut.length > 0) {
  console.log(`\nLeft to .ci/run, or to SAMLAD_THOROUGH=1: the journeys ${leftOut.join(', ')}.`)
}
const untried = ofJourneys((fields) => leftOutIn(fields, outOfTime), 0)
if (untried > 0) console.log(`\nNo time was left for ${untried} journeys in other engines.`)
const second = ofJourneys(retriedIn, [])
if (second.length > 0) console.log(`\n${listed(second, 'SECOND TRY')}`)
if (failures.length > 0) console.log(`\n${listed(failures)}`)
process.exitCode = sum.failed === 0 ? 0 : 1
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
