import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { NewPiece, Store } from '../../src/relay/store.ts'
import { limits } from '../../src/share/contract.ts'
import type { Secrets } from './given.ts'
import { askOf, day, newSecrets, noon, ownerOf, pieceOf, shareOf } from './given.ts'

// Files beside a share, on every driver.

type Get = () => Store

const most = limits.files.piece
const later = noon + 8 * day
const missing = { ok: false, why: 'missing' }

const putAll = async (store: Store, secrets: Secrets, file: Uint8Array, pieces: number) => {
  const put: NewPiece[] = Array.from({ length: pieces }, (_, part) =>
    pieceOf(secrets, { file, part, sealed: randomBytes(100 + part) }),
  )
  for (const piece of put) expect(await store.put(piece, noon)).toBe('kept')
  return put
}

/** A share with one file of `pieces`, and a browser that was let in. */
const given = async (store: Store, pieces = 2, secrets = newSecrets()) => {
  const file = randomBytes(16)
  const put = await putAll(store, secrets, file, pieces)
  expect(await store.create(shareOf(secrets, { files: [{ id: file, pieces }] }))).toEqual({
    ok: true,
  })
  const guest = askOf(secrets)
  await store.open(guest, noon)
  const ask = (part: number) => ({ ...guest, file, part })
  return { secrets, file, put, ask }
}

const testGiving = (store: Get): void => {
  test('RELAY-160 a piece comes out as it was put, for who was let in', async () => {
    const { put, ask } = await given(store(), 3)
    for (const [part, { sealed }] of put.entries()) {
      const got = await store().piece(ask(part), noon)
      expect(got && Buffer.from(got).equals(Buffer.from(sealed))).toBe(true)
    }
    expect(await store().piece(ask(3), noon)).toBeNull()
  })

  test('RELAY-160 a whole piece of the greatest size goes in and out', async () => {
    const { secrets } = await given(store())
    const piece = pieceOf(secrets, { sealed: randomBytes(most) })
    expect(await store().put(piece, noon)).toBe('kept')
    const guest = askOf(secrets)
    await store().open(guest, noon)
    const got = await store().piece({ ...guest, file: piece.file, part: 0 }, noon)
    expect(got && Buffer.from(got).equals(Buffer.from(piece.sealed))).toBe(true)
  })
}

const testRefusing = (store: Get): void => {
  test('RELAY-161 nobody gets a piece who was not let in, and a guess at the code counts', async () => {
    const { secrets, file, ask } = await given(store())
    const stranger = { ...askOf(secrets), file, part: 0 }
    expect(await store().piece(stranger, noon)).toBeNull()
    expect(await store().piece({ ...ask(0), link: randomBytes(32) }, noon)).toBeNull()
    expect(await store().piece({ ...ask(0), pass: null }, noon)).toBeNull()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ wrong: 0, opens: 1 })
    expect(await store().piece({ ...ask(0), pass: randomBytes(32) }, noon)).toBeNull()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ wrong: 1, opens: 1 })
  })

  test('RELAY-161 without a passcode a held place is enough, and only as long as it is held', async () => {
    const { ask } = await given(store(), 1, newSecrets(false))
    expect(await store().piece(ask(0), noon)).not.toBeNull()
    expect(await store().piece(ask(0), noon + 3 * limits.held)).toBeNull()
    const guest = { ...ask(0) }
    await store().open(guest, noon)
    await store().shown(guest, noon)
    expect(await store().piece(guest, noon + 3 * limits.held)).not.toBeNull()
  })
}

const testWhole = (store: Get): void => {
  test('RELAY-162 a share is made only when every piece that it names is there', async () => {
    const secrets = newSecrets()
    const file = randomBytes(16)
    const share = shareOf(secrets, { files: [{ id: file, pieces: 3 }] })
    expect(await store().create(share)).toEqual(missing)
    await putAll(store(), secrets, file, 2)
    expect(await store().create(share)).toEqual(missing)
    expect(await store().look(ownerOf(secrets), noon)).toBeNull()
    const stranger = { ...secrets, owner: secrets.link }
    await store().put(pieceOf(stranger, { file, part: 2 }), noon)
    expect(await store().create(share)).toEqual(missing)
    await store().put(pieceOf(secrets, { file, part: 2 }), noon)
    expect(await store().create(share)).toEqual({ ok: true })
  })

  test('RELAY-163 the same piece again changes nothing, and she can ask what is there', async () => {
    const secrets = newSecrets()
    const file = randomBytes(16)
    await putAll(store(), secrets, file, 2)
    const again = Array.from({ length: 5 }, () => store().put(pieceOf(secrets, { file }), noon))
    expect(new Set(await Promise.all(again))).toEqual(new Set(['kept']))
    const there = await store().there(ownerOf(secrets))
    expect(there.map(({ id, pieces }) => [Buffer.from(id).equals(file), pieces])).toEqual([
      [true, 2],
    ])
    expect(await store().there(ownerOf({ ...secrets, owner: secrets.link }))).toEqual([])
  })
}

const testSwept = (store: Get): void => {
  test('RELAY-503 a file that a sweep has begun to take is not there, and the same pieces fill it again', async () => {
    const secrets = newSecrets()
    const file = randomBytes(16)
    const piece = (part: number) => pieceOf(secrets, { file, part })
    // An hour turns while it is sent.
    await store().put(piece(0), noon - 60)
    await store().put(piece(1), noon + 60)
    const over = noon + limits.staged
    await store().sweep(over)
    expect(await store().there(ownerOf(secrets))).toEqual([])
    expect(await store().put(piece(0), over)).toBe('kept')
    expect(await store().put(piece(1), over)).toBe('kept')
    expect(await store().there(ownerOf(secrets))).toMatchObject([{ pieces: 2 }])
    const share = shareOf(secrets, { until: over + day, files: [{ id: file, pieces: 2 }] })
    expect(await store().create(share)).toEqual({ ok: true })
  })
}

const testBounds = (store: Get): void => {
  test('RELAY-163 more than a share may have is refused, and so is one for a share that is over', async () => {
    const secrets = newSecrets()
    const files = [randomBytes(16), randomBytes(16)]
    for (const file of files) await putAll(store(), secrets, file, limits.files.pieces)
    expect(await store().put(pieceOf(secrets), noon)).toBe('large')
    expect(await store().put(pieceOf(secrets, { file: files[0] ?? randomBytes(16) }), noon)).toBe(
      'kept',
    )
    const { secrets: over } = await given(store())
    await store().stop(ownerOf(over), noon)
    expect(await store().put(pieceOf(over, { part: 7 }), noon)).toBeNull()
    expect(await store().put(pieceOf({ ...over, owner: over.link }, { part: 7 }), noon)).toBeNull()
  })
}

const testLives = (store: Get): void => {
  test('RELAY-164 pieces end with their share: paused, stopped, or over', async () => {
    const { secrets, ask } = await given(store())
    await store().pause(ownerOf(secrets), noon)
    expect(await store().piece(ask(0), noon)).toBeNull()
    await store().resume(ownerOf(secrets), noon)
    expect(await store().piece(ask(0), noon + 6 * day)).not.toBeNull()
    expect(await store().piece(ask(0), later)).toBeNull()
    await store().sweep(noon + 6 * day)
    expect(await store().piece(ask(0), noon + 6 * day)).not.toBeNull()
    await store().stop(ownerOf(secrets), noon)
    expect(await store().piece(ask(0), noon)).toBeNull()
    expect(await store().there(ownerOf(secrets))).toEqual([])
  })

  test('RELAY-164 pieces that no share names are gone after a day, and at once when she stops', async () => {
    const [left, stopped] = [newSecrets(), newSecrets()]
    for (const secrets of [left, stopped]) await putAll(store(), secrets, randomBytes(16), 2)
    expect(await store().stop(ownerOf(stopped), noon)).toBeNull()
    expect(await store().there(ownerOf(stopped))).toEqual([])
    await store().sweep(noon + day / 2)
    expect(await store().there(ownerOf(left))).toHaveLength(1)
    await store().sweep(noon + day + 7200)
    expect(await store().there(ownerOf(left))).toEqual([])
  })
}

const testAnew = (store: Get): void => {
  test('RELAY-165 new content keeps the files that it names, moves their end, and drops the others', async () => {
    const { secrets, file, ask } = await given(store())
    const [fresh, until] = [randomBytes(16), noon + 20 * day]
    const anew = { ...shareOf(secrets), ...ownerOf(secrets), counter: 2, until }
    const wanted = [
      { id: file, pieces: 2 },
      { id: fresh, pieces: 1 },
    ]
    expect(await store().replace({ ...anew, files: wanted }, noon)).toEqual(missing)
    await putAll(store(), secrets, fresh, 1)
    expect(await store().replace({ ...anew, files: wanted }, noon)).toEqual({ ok: true })
    await store().sweep(noon + 15 * day)
    expect(await store().piece(ask(1), noon + 15 * day)).not.toBeNull()
    const only = { ...anew, counter: 3, files: [{ id: fresh, pieces: 1 }] }
    expect(await store().replace(only, noon)).toEqual({ ok: true })
    expect(await store().piece(ask(0), noon)).toBeNull()
    expect(await store().piece({ ...ask(0), file: fresh }, noon)).not.toBeNull()
  })
}

/** Files beside a share, on every driver. */
export const testFiles = (store: Get): void => {
  for (const part of [
    testGiving,
    testRefusing,
    testWhole,
    testSwept,
    testBounds,
    testLives,
    testAnew,
  ])
    part(store)
}
