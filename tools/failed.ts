/** One test that failed: its title, and the beginning of what went wrong. */
export type Failed = { readonly title: string; readonly why: string }

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields => ({ ...Object(value) })

const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(fieldsOf) : []

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

const beginning = (text: string): string =>
  text.replaceAll(colours, '').split('\n').slice(0, 12).join('\n')

const inVitest = (file: Fields): Failed[] => {
  const failed = listOf(file['assertionResults']).filter(({ status }) => status === 'failed')
  // A file that breaks before its first test has no test to blame.
  if (failed.length === 0 && file['status'] === 'failed')
    return [{ title: String(file['name']), why: beginning(String(file['message'])) }]
  return failed.map((one) => ({
    title: `${String(file['name'])} ${String(one['fullName'])}`,
    why: beginning([one['failureMessages']].flat().join('\n')),
  }))
}

const errorOf = (run: Fields): string => String(fieldsOf(run['error'])['message'] ?? run['status'])

/** What Playwright says of a journey that never passed, and of one that passed at its second try. */
type Outcome = 'unexpected' | 'flaky'

const notPassed = ({ status }: Fields): boolean => status !== 'passed'

const inSuite = (suite: Fields, outcome: Outcome): Failed[] => {
  const here = listOf(suite['specs']).flatMap((spec) =>
    listOf(spec['tests'])
      .filter(({ status }) => status === outcome)
      .map((test) => ({
        title: `[${String(test['projectName'])}] ${String(spec['file'])} ${String(spec['title'])}`,
        why: listOf(test['results']).filter(notPassed).map(errorOf).map(beginning).join('\n'),
      })),
  )
  return [...here, ...listOf(suite['suites']).flatMap((inner) => inSuite(inner, outcome))]
}

/** Reads what failed out of a report as vitest or Playwright writes it (JSON). */
export const failedIn = (report: Fields): readonly Failed[] => [
  ...listOf(report['testResults']).flatMap(inVitest),
  ...listOf(report['suites']).flatMap((suite) => inSuite(suite, 'unexpected')),
]

/** What passed only at its second try, with why it did not at the first. */
export const retriedIn = (report: Fields): readonly Failed[] =>
  listOf(report['suites']).flatMap((suite) => inSuite(suite, 'flaky'))

const annotated = (word: string, suite: Fields): number =>
  listOf(suite['specs'])
    .flatMap((spec) => listOf(spec['tests']))
    .filter(({ annotations }) => listOf(annotations).some((one) => one['description'] === word))
    .length + listOf(suite['suites']).reduce((sum, inner) => sum + annotated(word, inner), 0)

/** How many journeys were skipped for this reason. */
export const leftOutIn = (report: Fields, reason: string): number =>
  listOf(report['suites']).reduce((sum, suite) => sum + annotated(reason, suite), 0)

/** The list that stands just above the last line, where whoever sees only the end finds it. */
export const listed = (failed: readonly Failed[], word = 'FAILED'): string =>
  failed.map(({ title, why }) => `${word} ${title}\n${why.replaceAll(/^/gm, '    ')}`).join('\n')
