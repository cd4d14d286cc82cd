import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/share/contract.ts'
import {
  createFrame,
  day,
  dropFolder,
  newSecrets,
  openRequest,
  ownerRequest,
  text,
  type Secrets,
} from './given.ts'
import { endOf, newHouse, seconds, startApart, type Apart } from './running.ts'

// Counts that many callers reach for at once, on a relay in a process of its own and over real connections.

let house: string
let relay: Apart

beforeAll(async () => {
  house = newHouse()
  // One address stands for a crowd here, and may hold as many lines as it asks for.
  const more = { SAMLAD_CONNECTIONS: '5000', SAMLAD_CONNECTIONS_EACH: '5000' }
  relay = await startApart(house, more)
})
afterAll(async () => {
  relay.child.kill('SIGTERM')
  await endOf(relay.child)
  dropFolder(house)
})

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

const say = (path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(relay.url + path, { method: 'POST', body })

const make = async (secrets: Secrets, terms: { openers?: number; tries?: number }) => {
  const made = await say(paths.create, createFrame(secrets, { until: seconds() + day, ...terms }))
  expect(made.status).toBe(201)
  return secrets
}

const asOwner = async (path: string, secrets: Secrets): Promise<unknown> =>
  (await say(path, JSON.stringify(ownerRequest(secrets)))).json()

const statusOf = async (body: string): Promise<number | null> => {
  try {
    const answer = await say(paths.open, body)
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}

/**
 * The status of an open from a browser that nobody has seen before. On a busy machine a line is cut while
 * it waits for its turn: then that browser asks once more, as one does, and is the same browser.
 */
const open = async (secrets: Secrets, more: { pass?: string } = {}): Promise<number> => {
  const body = JSON.stringify(openRequest(secrets, more))
  for (let left = 20; left > 0; left -= 1) {
    const status = await statusOf(body)
    if (status !== null && status !== 503) return status
  }
  throw new Error('the relay gave no answer')
}

const guess = (secrets: Secrets): Promise<number> => open(secrets, { pass: text(randomBytes(32)) })

/** How many of them got the content; all others must have got the one bare answer. */
const letIn = (statuses: readonly number[]): number => {
  expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([])
  return statuses.filter((status) => status === 200).length
}

test.each([true, false])(
  'RELAY-350 forty shares of one view that twenty open at once serve forty (passcode: %s)',
  async (withPass) => {
    const all = await Promise.all(many(40, () => make(newSecrets(withPass), { openers: 1 })))
    // In turns, so that those who want the same share come together with all the others.
    const rounds = many(20, () => all.map((secrets) => open(secrets)))
    const each = await Promise.all(rounds.map((round) => Promise.all(round)))
    const served = all.map((_, at) => letIn(each.map((round) => round[at] ?? 0)))
    expect(served).toEqual(many(40, () => 1))
  },
)

test.each([true, false])(
  'RELAY-350 a thousand at once at a share of five views get in five times (passcode: %s)',
  async (withPass) => {
    const secrets = await make(newSecrets(withPass), { openers: 5 })
    expect(letIn(await Promise.all(many(1000, () => open(secrets))))).toBe(5)
  },
)

test('RELAY-350 of guesses all at once as many count as the link has tries, then only she lets it go on', async () => {
  const secrets = await make(newSecrets(), { tries: 10 })
  expect(letIn(await Promise.all(many(200, () => guess(secrets))))).toBe(0)
  expect(await asOwner(paths.look, secrets)).toMatchObject({ state: 'paused', wrong: 10, opens: 0 })
  expect(await open(secrets)).toBe(404)
  expect(await asOwner(paths.resume, secrets)).toMatchObject({ state: 'live', wrong: 10 })
  expect(await open(secrets)).toBe(200)
})
