import { expect, test } from 'vitest'
import { ready } from '../../src/crypto/sodium.ts'
import { headerBytes, pageBytes } from '../../src/vault/layout.ts'
import { item, keeperOver, type Keeper } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'

// Time cannot be measured here; the work that takes it can be counted.

const codes = { real: '483+92*7-165', decoy: '111+222', shred: '333+444', wrong: '555+666' }

type Work = { stretched: number; headers: number; pages: number }

/** A keeper whose work is counted. */
const counted = (start?: Uint8Array): { readonly keeper: Keeper; readonly work: Work } => {
  const work = { stretched: 0, headers: 0, pages: 0 }
  const keeper = keeperOver(
    start,
    async (code, salt) => {
      work.stretched += 1
      return (await ready()).crypto_generichash(64, new TextEncoder().encode(code), salt)
    },
    memoryDisk(),
  )
  const { read } = keeper.disk
  Object.assign(keeper.disk, {
    read: (at: number, length: number) => {
      if (length === headerBytes) work.headers += 1
      if (length === pageBytes) work.pages += 1
      return read(at, length)
    },
  })
  return { keeper, work }
}

const withAll = async (): Promise<Uint8Array> => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code: codes.real })
  await keeper.ask({ ask: 'commit', put: [item('note/1', 'hers')], drop: [] })
  const others = [{ begin: [item('note/1', 'shown')], to: codes.decoy }]
  const shred = { code: codes.shred, opens: 0 }
  await keeper.ask({ ask: 'recode', code: codes.real, others, shred })
  await keeper.ask({ ask: 'lock' })
  return keeper.disk.image()
}

test('VAULT-32 a wrong code, a decoy’s and the real one take the same work until the answer', async () => {
  const image = await withAll()
  for (const code of [codes.wrong, codes.decoy, codes.real]) {
    const { keeper, work } = counted(image)
    expect(await keeper.opens(code)).toBe(code !== codes.wrong)
    expect(work).toEqual({ stretched: 1, headers: 8, pages: 0 })
    await keeper.ask({ ask: 'read' })
    expect(work.pages > 0).toBe(code !== codes.wrong)
  }
})
