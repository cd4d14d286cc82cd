import { expect, test } from 'vitest'
import { chunkBytes, chunkRoom } from '../../src/vault/chunkSize.ts'
import { rounds } from '../thorough.ts'
import { attach, fetchBack, widenTo } from './chunks.ts'
import { contents, item, keeperOver } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'

const code = '483+92*7-165'

type Write = { readonly at: number; readonly bytes: Uint8Array; readonly to: 'space' | 'record' }

/** Both files as a kill leaves them: whole writes up to `count`, then `bytes` of the next. */
const torn = (
  start: { readonly space: Uint8Array; readonly record: Uint8Array },
  writes: readonly Write[],
  count: number,
  bytes: number,
) => {
  const image = { space: start.space.slice(), record: start.record.slice() }
  for (const write of writes.slice(0, count)) image[write.to].set(write.bytes, write.at)
  const last = writes[count]
  if (last) image[last.to].set(last.bytes.subarray(0, bytes), last.at)
  return image
}

test('FILE-5 a kill at any write of an attachment leaves the record before it or all of it', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  await widenTo(keeper, 8)
  await keeper.ask({ ask: 'commit', put: [item('a', 'before')], drop: [] })
  const start = { space: keeper.space.image(), record: keeper.disk.image() }
  keeper.space.writes()
  keeper.disk.writes()
  const bytes = new Uint8Array(chunkRoom + 100).map((_, at) => at % 251)
  const kept = await attach(keeper, bytes, [4, 1])
  if (!kept.ok) throw new Error('not kept')
  const chunks = keeper.space.writes().map((write): Write => ({ ...write, to: 'space' }))
  await keeper.ask({ ask: 'commit', put: [item('attachment/x', 'slots 4 1')], drop: [] })
  const record = keeper.disk.writes().map((write): Write => ({ ...write, to: 'record' }))
  const writes = [...chunks, ...record]
  expect(chunks.map((write) => write.bytes.length)).toEqual([chunkBytes, chunkBytes])
  const named: boolean[] = []
  for (const [count, write] of writes.entries()) {
    const step = Math.ceil(write.bytes.length / rounds(4, 12, 40) / 4_096) * 4_096
    for (let part = 0; part < write.bytes.length; part += step) {
      const image = torn(start, writes, count, part)
      const later = keeperOver(image.record, undefined, memoryDisk(image.space))
      expect(await later.opens(code)).toBe(true)
      const found = await contents(later)
      expect(found['a']).toBe('before')
      named.push('attachment/x' in found)
      if ('attachment/x' in found) expect(await fetchBack(later, kept)).toEqual(bytes)
    }
  }
  const whole = torn(start, writes, writes.length, 0)
  const later = keeperOver(whole.record, undefined, memoryDisk(whole.space))
  await later.opens(code)
  expect(Object.keys(await contents(later))).toContain('attachment/x')
  expect(await fetchBack(later, kept)).toEqual(bytes)
  expect(named).toContain(false)
}, 120_000)

test('FILE-5 the answer to the last chunk comes after all of them are flushed', async () => {
  const order: string[] = []
  const disk = memoryDisk()
  const space = {
    ...disk,
    write: (at: number, bytes: Uint8Array) => {
      order.push('write')
      disk.write(at, bytes)
    },
    flush: () => {
      order.push('flush')
      return disk.flush()
    },
  }
  const keeper = keeperOver(undefined, undefined, space)
  await keeper.ask({ ask: 'setUp', code })
  await widenTo(keeper, 8)
  order.length = 0
  await attach(keeper, new Uint8Array(chunkRoom + 1), [0, 1])
  expect(order).toEqual(['write', 'write', 'flush'])
})
