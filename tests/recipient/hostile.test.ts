import { expect, test } from 'vitest'
import { answered, begin, press } from '../../src/recipient/state.ts'
import type { Relay } from '../../src/share/call.ts'
import { openingOf, openWith } from '../../src/share/client.ts'
import { frame } from '../../src/share/contract.ts'
import { newSecret, parseLink } from '../../src/share/link.ts'
import { newOwner } from '../../src/share/seal.ts'
import { browser, example, sealed } from '../share/example.ts'

// A relay that means harm, in front of the page's own steps.

const giving = (head: object, body: Uint8Array): Relay => ({
  origin: '',
  timeout: 1_000,
  fetch: () => Promise.resolve(new Response(new Uint8Array(frame(head, body)))),
})

const noon = Math.floor(Date.parse(example.until) / 1000) - 1_000

const start = async () => {
  const own = { secret: await newSecret(false), passcode: null, owner: newOwner() }
  const link = await parseLink(own.secret)
  if (!link) throw new Error('damaged')
  const version = (counter: number) => sealed(example, own, { counter })
  /** What the page makes of an answer, in a browser that has shown version `newest`. */
  const page = async (head: object, body: Uint8Array, newest = 2, now = noon) => {
    const first = begin(`#${own.secret}`, link)
    if (first.at !== 'closed') throw new Error(first.at)
    const result = await openWith(giving(head, body), await openingOf(link, null, browser))
    const state = answered(press(first, ''), result, newest, now)
    return state.at === 'closed' ? state.problem : state.at
  }
  return { version, page, second: await version(2) }
}

test('RECIPIENT-26 what the maker sealed is shown', async () => {
  const { page, second } = await start()
  expect(await page(second.opening, second.body)).toBe('open')
})

test('RECIPIENT-26 an old version, and an old version that says it is new, are caught', async () => {
  const { page, version, second } = await start()
  const first = await version(1)
  expect(await page(first.opening, first.body)).toBe('stale')
  expect(await page({ ...first.opening, counter: 2 }, first.body)).toBe('damaged')
  expect(await page(second.opening, first.body)).toBe('damaged')
})

test('RECIPIENT-26 another share in its place is caught', async () => {
  const { page, second } = await start()
  const other = (await start()).second
  expect(await page(other.opening, other.body)).toBe('damaged')
  expect(
    await page({ ...second.opening, serverShare: other.opening.serverShare }, second.body),
  ).toBe('damaged')
})

test('RECIPIENT-26 a body that was cut or lengthened, or has one bit turned, is caught', async () => {
  const { page, second } = await start()
  const { opening, body } = second
  const length = body.length
  for (const kept of [0, 1, 15, 16, 28, 44, length / 2, length - 1]) {
    expect(await page(opening, body.slice(0, kept))).toBe('damaged')
  }
  expect(await page(opening, new Uint8Array([...body, 0]))).toBe('damaged')
  for (let at = 0; at < length; at += 97) {
    const turned = body.slice()
    turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8))
    expect(['damaged', 'older']).toContain(await page(opening, turned))
  }
})

test('RECIPIENT-26 a relay that lies about the end is caught', async () => {
  const { page, second } = await start()
  const { opening, body } = second
  for (const more of [-600, 1, 86_400]) {
    expect(await page({ ...opening, until: opening.until + more }, body)).toBe('damaged')
  }
  expect(await page(opening, body, 2, opening.until + 3_601)).toBe('gone')
})
