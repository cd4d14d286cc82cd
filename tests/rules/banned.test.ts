import { expect, test } from 'vitest'
import { ourCode, type Tree } from './tree.ts'

type Ban = {
  /** Which files the ban is for. */
  readonly where: RegExp
  readonly what: RegExp
  readonly why: string
  /** A line that must be caught. */
  readonly planted: string
}

const everywhere = /./
const source = /^src\//
const front = /^src\/(disguise|app|recipient|look)\//

const bans: readonly Ban[] = [
  {
    where: everywhere,
    what: /@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable|prettier-ignore|v8 ignore/,
    why: 'a check is silenced',
    planted: '// @ts-expect-error',
  },
  {
    where: everywhere,
    what: /\b(TODO|FIXME|XXX)\b/,
    why: 'unfinished work belongs in an issue',
    planted: '// TODO later',
  },
  {
    where: /^tests\//,
    what: /\b(test|describe|it)\.(only|todo|fails|skip(?!\((browserName|\(\{ browserName|visits === null|open === null|sqlite === undefined|desk === null)))\(/,
    why: 'a test does not run; only an engine that cannot do it is excused',
    planted: `test.skip('SUM-1', () => {})`,
  },
  {
    where: source,
    what: /\b(localStorage|sessionStorage|document\.cookie)\b/,
    why: 'it keeps old bytes on disk, in the clear',
    planted: `localStorage.setItem('a', '1')`,
  },
  {
    where: source,
    what: /\b(randombytes_buf|Math\.random)\b/,
    why: 'random comes from crypto.getRandomValues',
    planted: 'const n = Math.random()',
  },
  {
    where: source,
    what: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
    why: 'text is drawn as text nodes, never as HTML',
    planted: 'node.innerHTML = text',
  },
  {
    where: source,
    what: /\bhistory\.pushState\b|\breplaceState\((?!null, '', )/,
    why: 'one address and an empty state: the history must not tell',
    planted: `history.replaceState({ screen }, '', '/')`,
  },
  {
    where: front,
    what: /type=["'{]*password|autocomplete=["'{]*one-time-code|\.type = 'password'/i,
    why: 'browsers keep what is typed there',
    planted: '<input type="password" />',
  },
  {
    where: front,
    what: /<form\b/,
    why: 'a form is offered for saving and is kept with the session',
    planted: '<form onSubmit={send}>',
  },
  {
    where: source,
    what: /\beval\(|new Function\(/,
    why: 'text is never run',
    planted: 'eval(text)',
  },
  {
    where: source,
    what: /\bconsole\.|\bdebugger\b/,
    why: 'a console keeps what a screen forgets',
    planted: 'console.log(contact)',
  },
  {
    where: source,
    what: /^export default\b/,
    why: 'a thing has one name everywhere',
    planted: 'export default start',
  },
]

/** These name what they look for. */
const excused = (path: string): boolean => /^tests\/rules\/(banned|lint)\.test\.ts$/.test(path)

const caught = (tree: Tree, ban: Ban): readonly string[] =>
  [...tree]
    .filter(([path]) => ban.where.test(path) && !excused(path))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, at) => (ban.what.test(line) ? [`${path}:${at + 1}`] : [])),
    )

test.each(bans)('HOUSE-6 nowhere $what: $why', (ban) => {
  expect(caught(ourCode(), ban)).toEqual([])
})

test.each(bans)('HOUSE-6 a planted line is caught: $planted', (ban) => {
  const paths = ['src/app/a.tsx', 'tests/app/a.test.ts']
  const found = paths.flatMap((path) => caught(new Map([[path, ban.planted]]), ban))
  expect(found.length).toBeGreaterThan(0)
})
