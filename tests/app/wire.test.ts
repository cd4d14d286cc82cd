import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sendChanges } from '../../src/app/living.ts'
import { makeShare } from '../../src/app/sharing.ts'
import { keepUpdated } from '../../src/app/updating.ts'
import { put } from '../../src/record/record.ts'
import { paths, unframe } from '../../src/share/contract.ts'
import { padded } from '../../src/share/padding.ts'
import { openedBy, start, story, wish } from './line.ts'

const sealing: readonly string[] = [paths.create, paths.replace]

/** Her app, with all that it hands to the relay. */
const watched = () => {
  const line = start()
  const sent: Uint8Array[] = []
  const { relay } = line.desk
  const fetch = (url: string, how: RequestInit): Promise<Response> => {
    if (sealing.includes(url) && how.body instanceof Uint8Array) sent.push(how.body)
    return relay.fetch(url, how)
  }
  return { ...line, desk: { ...line.desk, relay: { ...relay, fetch } }, sent }
}

const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n')

test('SHARING-60 whatever she shares or changes, its size on the wire is one of the padded ones', async () => {
  const { desk, one, sent } = watched()
  await makeShare(desk, wish)
  keepUpdated(desk, one(), true)
  for (const length of [1, 3_000, 4_500, 9_999, 70_001]) {
    desk.send(put({ ...story, text: 'x'.repeat(length) }))
    expect(await sendChanges(desk)).toBe(true)
  }
  const contents = sent.map((bytes) => (unframe(bytes)?.body.length ?? 0) - 16 - 12 - 16)
  expect(contents).toHaveLength(6)
  for (const length of contents) expect(padded(length)).toBe(length)
  expect(new Set(contents).size).toBeGreaterThan(2)
})

test('SHARING-61 the files of the relay hold no word of a share, and nothing that opens one', async () => {
  const { desk, one, folder } = watched()
  await makeShare(desk, {
    ...wish,
    passcode: true,
    why: 'Hemliga skäl',
    recipient: 'Handläggare Exempel',
  })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
  const kept = bytesIn(folder)
  expect(kept.length).toBeGreaterThan(4_096)
  const { secret, owner, passcode } = one()
  for (const word of ['Hemliga', 'Testsson', secret, owner, `${passcode}`])
    expect(kept).not.toContain(word)
  const raw = [secret.slice(1), owner].map((text) => Buffer.from(text, 'base64url'))
  for (const bytes of raw)
    expect(kept.includes(bytes.subarray(0, 16).toString('latin1'))).toBe(false)
})
