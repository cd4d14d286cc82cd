// Speaks to a worker from inside the bench's page.

const answerOf = <T>(worker: Worker, question: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<T>) => resolve(data)
    worker.onerror = () => reject(new Error('the worker broke'))
    worker.postMessage(question)
  })

/** One question to the vault's worker, answered in its turn. */
export const ask = (worker: Worker, question: object): Promise<unknown> =>
  answerOf(worker, { ...question, id: 0 })

/** Milliseconds that a throwaway worker takes for one order, or what it measured itself. */
export const once = async (url: string, name: string, order: unknown): Promise<number> => {
  const worker = new Worker(url, { type: 'module', name })
  const since = performance.now()
  const answer = await answerOf<unknown>(worker, order)
  const spent = performance.now() - since
  worker.terminate()
  return typeof answer === 'number' ? answer : spent
}

export const timed = async (list: number[], work: () => Promise<unknown>): Promise<void> => {
  const since = performance.now()
  await work()
  list.push(performance.now() - since)
}
