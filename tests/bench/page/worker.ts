// Speaks to a worker from inside the bench's page.

const messageOf = <T>(worker: Worker): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<T | 'stretch'>) => {
      // That one asks the page for a throwaway worker and is no answer.
      if (data !== 'stretch') resolve(data)
    }
    worker.onerror = () => reject(new Error('the worker broke'))
  })

const answerOf = <T>(worker: Worker, question: unknown): Promise<T> => {
  const answer = messageOf<T>(worker)
  worker.postMessage(question)
  return answer
}

/** One question to the vault's worker, answered in its turn. */
export const ask = (worker: Worker, question: object): Promise<unknown> =>
  answerOf(worker, { ...question, id: 0 })

/** Milliseconds that the throwaway worker takes for one code, from its start to its end. */
export const stretchOnce = async (url: string, order: unknown): Promise<number> => {
  const since = performance.now()
  const worker = new Worker(url, { type: 'module', name: 'stretch' })
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve()
  })
  worker.postMessage(port2, [port2])
  port1.postMessage(order)
  await answer
  worker.terminate()
  return performance.now() - since
}

/** What a worker measured itself, in milliseconds. */
export const measured = async (url: string): Promise<number> => {
  const worker = new Worker(url, { type: 'module' })
  const spent = await answerOf<number>(worker, null)
  worker.terminate()
  return spent
}

export const timed = async (list: number[], work: () => Promise<unknown>): Promise<void> => {
  const since = performance.now()
  await work()
  list.push(performance.now() - since)
}
