import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKeeper, patience } from '../../src/disguise/keeper.ts'
import { lineTo, type Far } from '../../src/disguise/line.ts'
import type { Answer, Question } from '../../src/vault/messages.ts'

/** A worker that answers when the test says so. */
const farWorker = () => {
  const asked: Question[] = []
  const seen = { terminated: 0 }
  const far: Far = {
    postMessage: (question) => void asked.push(question),
    terminate: () => void (seen.terminated += 1),
    onmessage: null,
    onerror: null,
  }
  const answer = (data: Answer) => far.onmessage?.(new MessageEvent('message', { data }))
  const broke = () => far.onerror?.(Object.assign(new Event('error'), noError))
  return { far, asked, seen, answer, broke }
}

const noError = { message: '', filename: '', lineno: 0, colno: 0, error: null }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('LINE-1 answers that come out of order reach their own questions', async () => {
  const { far, asked, answer } = farWorker()
  const { ask } = lineTo(far)
  const first = ask({ ask: 'try', code: '111111' })
  const second = ask({ ask: 'wake' })
  expect(asked.map(({ id }) => id)).toEqual([1, 2])
  answer({ id: 2, answer: { state: 's', storage: 'file' } })
  answer({ id: 1, answer: { open: true } })
  answer({ id: 9, answer: {} })
  expect(await first).toEqual({ open: true })
  expect(await second).toEqual({ state: 's', storage: 'file' })
})

test('LINE-2 a line that was ended stays silent', async () => {
  const { far, seen, answer } = farWorker()
  const { ask, end } = lineTo(far)
  const settled = vi.fn<() => void>()
  void ask({ ask: 'try', code: '111111' }).then(settled, settled)
  end()
  answer({ id: 1, answer: { open: true } })
  await vi.advanceTimersByTimeAsync(1000)
  expect(settled).not.toHaveBeenCalled()
  expect(seen.terminated).toBe(1)
})

test('LINE-2 a worker that broke fails what was asked and what will be', async () => {
  const { far, broke } = farWorker()
  const { ask } = lineTo(far)
  const before = ask({ ask: 'read' })
  broke()
  await expect(before).rejects.toThrow('broke')
  await expect(ask({ ask: 'read' })).rejects.toThrow('broke')
})

const keeperWith = () => {
  const workers: ReturnType<typeof farWorker>[] = []
  const keeper = createKeeper(() => {
    const worker = farWorker()
    workers.push(worker)
    return worker.far
  })
  return { keeper, workers }
}

test('LINE-3 leaving locks, ends the worker at the answer, and starts afresh', async () => {
  const { keeper, workers } = keeperWith()
  void keeper.ask({ ask: 'try', code: '111111' })
  const left = keeper.quit()
  expect(workers[0]?.asked.map(({ ask }) => ask)).toEqual(['try', 'lock'])
  workers[0]?.answer({ id: 2, answer: {} })
  await left
  expect(workers[0]?.seen.terminated).toBe(1)
  void keeper.ask({ ask: 'wake' })
  expect(workers).toHaveLength(2)
})

test('LINE-3 a worker that does not answer is ended all the same', async () => {
  const { keeper, workers } = keeperWith()
  void keeper.ask({ ask: 'setUp', code: '111111' })
  void keeper.quit()
  await vi.advanceTimersByTimeAsync(patience - 1)
  expect(workers[0]?.seen.terminated).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(workers[0]?.seen.terminated).toBe(1)
})

test('LINE-200 a busy worker finishes what she kept, and the next one starts after that', async () => {
  const { keeper, workers } = keeperWith()
  const settled: string[] = []
  const note = (what: string) => () => void settled.push(what)
  void keeper.ask({ ask: 'peek', code: '111111' }).then(note('peek'))
  void keeper.ask({ ask: 'commit', put: [], drop: [] }).then(note('commit'))
  const left = keeper.quit()
  void keeper.ask({ ask: 'try', code: '222222' }).then(note('try'))
  await vi.advanceTimersByTimeAsync(patience - 1)
  expect(workers).toHaveLength(1)
  workers[0]?.answer({ id: 1, answer: { items: [] } })
  workers[0]?.answer({ id: 2, answer: { ok: true } })
  await vi.advanceTimersByTimeAsync(0)
  expect([settled, workers[0]?.seen.terminated]).toEqual([['commit'], 0])
  workers[0]?.answer({ id: 3, answer: {} })
  await left
  await vi.advanceTimersByTimeAsync(0)
  expect(workers[0]?.seen.terminated).toBe(1)
  expect(workers[1]?.asked.map(({ ask }) => ask)).toEqual(['try'])
})

test('LINE-480 what asks after she left reaches no worker, whatever is opened meanwhile', async () => {
  const { keeper, workers } = keeperWith()
  const settled = vi.fn<() => void>()
  void keeper.ask({ ask: 'try', code: '111111' })
  const before = keeper.stay()
  void before({ ask: 'commit', put: [], drop: [] })
  const left = keeper.quit()
  workers[0]?.answer({ id: 3, answer: {} })
  await left
  void keeper.ask({ ask: 'try', code: '222222' })
  void before({ ask: 'commit', put: [], drop: [] }).then(settled, settled)
  void keeper.stay()({ ask: 'read' })
  await vi.advanceTimersByTimeAsync(patience)
  const asked = workers.map((worker) => worker.asked.map(({ ask }) => ask))
  expect(asked).toEqual([
    ['try', 'commit', 'lock'],
    ['try', 'read'],
  ])
  expect(settled).not.toHaveBeenCalled()
})

test('LINE-4 a worker that never heard a code goes on', async () => {
  const { keeper, workers } = keeperWith()
  await keeper.quit()
  expect(workers).toHaveLength(0)
  void keeper.ask({ ask: 'wake' })
  await keeper.quit()
  expect(workers[0]?.asked.map(({ ask }) => ask)).toEqual(['wake'])
  expect(workers[0]?.seen.terminated).toBe(0)
})
