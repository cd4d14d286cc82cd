import { expect, test } from 'vitest'
import { fileSort, fileTypes, isFileType } from '../../src/record/carried.ts'
import { goOn, type Load, type Way } from '../../src/recipient/carried/loading.ts'
import { blobOf, isDrawn, saveName } from '../../src/recipient/carried/safely.ts'

const piece = (at: number) => new Uint8Array([at])

const start = (count: number, fails: ReadonlyMap<number, 'offline' | 'damaged' | 'gone'>) => {
  const asked: number[] = []
  const loads: Load[] = []
  const left = new Map(fails)
  let paused = false
  const way: Way = {
    count,
    isPaused: () => paused,
    told: (load) => loads.push(load),
    fetch: (at) => {
      asked.push(at)
      const why = left.get(at)
      left.delete(at)
      return Promise.resolve(why ? { ok: false, why } : { ok: true, content: piece(at) })
    },
  }
  const last = (): Load => loads.at(-1) ?? { at: 'idle', parts: [] }
  return { way, asked, last, pause: (yes: boolean) => (paused = yes) }
}

test('RECIPIENT-61 a line that breaks costs one piece, and what has come is not asked for again', async () => {
  const { way, asked, last } = start(4, new Map([[2, 'offline']]))
  await goOn(way, [])
  expect(last()).toEqual({ at: 'broken', parts: [piece(0), piece(1)] })
  await goOn(way, last().parts)
  expect(last()).toEqual({ at: 'whole', parts: [0, 1, 2, 3].map(piece) })
  expect(asked).toEqual([0, 1, 2, 2, 3])
})

test('RECIPIENT-61 a pause keeps what has come', async () => {
  const { way, asked, last, pause } = start(3, new Map())
  pause(true)
  await goOn(way, [piece(0)])
  expect(last()).toEqual({ at: 'paused', parts: [piece(0)] })
  pause(false)
  await goOn(way, last().parts)
  expect([last().at, asked]).toEqual(['whole', [1, 2]])
})

test('RECIPIENT-62 a file that is not as it was sent, or is gone, is never whole', async () => {
  for (const [why, at] of [
    ['damaged', 'wrong'],
    ['gone', 'gone'],
  ] as const) {
    const { way, last } = start(3, new Map([[1, why]]))
    await goOn(way, [])
    expect(last()).toEqual({ at, parts: [piece(0)] })
  }
})

const file = (type: string) => ({
  id: '',
  key: '',
  size: 1,
  type: isFileType(type) ? type : never(),
})
const never = (): never => {
  throw new Error('no such type')
}

test('RECIPIENT-63 only pictures of dots are drawn; all else is bytes of no kind, to be saved', () => {
  for (const type of fileTypes) {
    const { type: given } = blobOf(file(type), [piece(60)])
    const drawn = isDrawn(file(type))
    expect(given).toBe(drawn ? type : 'application/octet-stream')
    if (drawn) expect(type).toMatch(/^image\/(jpeg|png|gif|webp)$/)
  }
  for (const type of ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'constructor', ''])
    expect(isFileType(type)).toBe(false)
})

test('RECIPIENT-64 a file is saved under a name that is made here', () => {
  expect(saveName(file('application/pdf'), 2)).toBe('document-2.pdf')
  for (const type of fileTypes) {
    expect(saveName(file(type), 7)).toMatch(/^(picture|document|sound)-7\.[a-z0-9]{3,4}$/)
    expect(saveName(file(type), 7)).toContain(fileSort(type))
  }
})
