import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createShare } from '../../src/share/client.ts'
import type { Relay } from '../../src/share/call.ts'
import { askThere, fetchPiece, putPiece } from '../../src/share/carry.ts'
import { paths, type OpenRequest } from '../../src/share/contract.ts'
import { newSealedFile, sealPiece } from '../../src/share/files.ts'
import { fileHead, pieceRoom, piecesOf, spanOf } from '../../src/share/pieceSizes.ts'
import { derive } from '../../src/share/keys.ts'
import { newSecret, parseLink } from '../../src/share/link.ts'
import { openerOf } from '../../src/share/opener.ts'
import { newOwner } from '../../src/share/seal.ts'
import { spell } from '../../src/share/bytes.ts'
import { dropFolder, newFolder, relayOn, sqliteIn } from '../relay/given.ts'
import { browser, example, sealed } from './example.ts'

// Her phone, a real relay and the agency's page, over a line that breaks.

const folder = newFolder()
const store = sqliteIn(folder)
const now = Math.floor(Date.parse(example.made) / 1000)
const real = relayOn(store, { now })
let broken = 0

const post = async (url: string, how: RequestInit): Promise<Response> => {
  const body = new Uint8Array(await new Response(how.body ?? null).arrayBuffer())
  const headers = { 'Content-Length': `${body.length}` }
  return real.request(url, { method: 'POST', body, headers })
}

const calm: Relay = { origin: '', timeout: 5_000, fetch: post }

/** Of four calls one does not arrive, and of one the answer is lost. */
const line: Relay = {
  ...calm,
  fetch: async (url, how) => {
    broken += 1
    if (broken % 4 === 1) throw new TypeError('no network')
    const answer = await post(url, how)
    if (broken % 4 === 2) throw new TypeError('the answer was lost')
    return answer
  },
}

afterAll(async () => {
  await store.close()
  dropFolder(folder)
})

const until = async <T extends { readonly ok: boolean }>(work: () => Promise<T>): Promise<T> => {
  const done = await work()
  return done.ok ? done : until(work)
}

test('SHARE-66 a file goes up and comes down whole over a line that breaks', async () => {
  const own = { secret: await newSecret(false), passcode: null, owner: newOwner() }
  const link = await parseLink(own.secret)
  if (!link) throw new Error('damaged')
  const content = new Uint8Array(randomBytes(2 * pieceRoom + 99))
  const file = newSealedFile(content.length)
  for (let at = 0; at < piecesOf(file.size); at++) {
    const { from, to } = spanOf(file.size, at)
    const piece = await sealPiece(file, at, content.slice(from, to))
    await until(() => putPiece(line, own, file, at, piece))
  }
  const there = await until(() => askThere(line, own))
  expect(there).toEqual({ ok: true, files: [fileHead(file)] })
  const { head, body } = await sealed(example, own)
  expect(await createShare(calm, { ...head, files: [fileHead(file)] }, body)).toEqual({
    ok: true,
  })
  const keys = await derive(link, null)
  const ask: OpenRequest = {
    version: 1,
    locator: spell(keys.locator),
    link: spell(keys.link),
    pass: null,
    opener: await openerOf(browser, keys.locator),
  }
  await post(paths.open, { body: JSON.stringify(ask) })
  const parts: Uint8Array[] = []
  for (let at = 0; at < piecesOf(file.size); at++) {
    const got = await until(() => fetchPiece(line, ask, file, at))
    if (got.ok) parts.push(got.content)
  }
  expect(Buffer.concat(parts).equals(content)).toBe(true)
})

test('SHARE-66 a relay that gives out another piece is refused, and nothing of it is shown', async () => {
  const file = newSealedFile(500)
  const piece = await sealPiece(file, 0, new Uint8Array(500))
  const lying = (bytes: BodyInit): Relay => ({
    ...line,
    fetch: () => Promise.resolve(new Response(bytes)),
  })
  const ask = { version: 1, locator: '', link: '', pass: null, opener: '' } as const
  expect(await fetchPiece(lying(piece), ask, file, 0)).toMatchObject({ ok: true })
  for (const other of [piece.slice(1), new Uint8Array(9e6), '<html>'])
    expect(await fetchPiece(lying(other), ask, file, 0)).toMatchObject({ ok: false })
})
