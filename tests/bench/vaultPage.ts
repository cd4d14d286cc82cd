// Runs inside the page, so it may name nothing outside its own function.

export type Times = {
  readonly unlock: number[]
  readonly read: number[]
  readonly save: number[]
  readonly stretch: number[]
  readonly raw: number[]
}

type Plan = {
  readonly worker: string
  readonly entries: number
  readonly rounds: number
  readonly saves: number
}

/** Sets up a vault of `entries` entries, then measures in interleaved rounds; all times in ms. */
export const measureVault = async (plan: Plan): Promise<Times> => {
  const code = '483+92*7-165'
  const times: Times = { unlock: [], read: [], save: [], stretch: [], raw: [] }
  const text = 'ett två tre fyra fem sex sju åtta nio tio elva '.repeat(15)
  const itemOf = (n: number) =>
    [
      `story/${n}`,
      new TextEncoder().encode(JSON.stringify({ kind: 'story', id: `${n}`, text })),
    ] as const

  const rawCode = `onmessage = async () => {
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle('raw.bin', { create: true })
    const handle = await file.createSyncAccessHandle()
    const [page, header] = [new Uint8Array(65536), new Uint8Array(16384)]
    handle.write(page, { at: 0 }); handle.flush()
    const since = performance.now()
    handle.write(page, { at: 65536 }); handle.flush()
    handle.write(header, { at: 0 }); handle.flush()
    const spent = performance.now() - since
    handle.close()
    postMessage(spent)
  }`
  const rawUrl = URL.createObjectURL(new Blob([rawCode], { type: 'text/javascript' }))

  const answerOf = <T>(worker: Worker, question: unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<T>) => resolve(data)
      worker.onerror = () => reject(new Error('the worker broke'))
      worker.postMessage(question)
    })
  const once = async (url: string, name: string, question: unknown): Promise<number> => {
    const worker = new Worker(url, { type: 'module', name })
    const since = performance.now()
    const answer = await answerOf<unknown>(worker, question)
    const spent = performance.now() - since
    worker.terminate()
    return typeof answer === 'number' ? answer : spent
  }

  let id = 0
  const ask = (worker: Worker, question: object): Promise<unknown> =>
    answerOf(worker, { ...question, id: (id += 1) })
  const timed = async (list: number[], work: () => Promise<unknown>): Promise<void> => {
    const since = performance.now()
    await work()
    list.push(performance.now() - since)
  }
  const start = () => new Worker(plan.worker, { type: 'module' })

  const first = start()
  await ask(first, { ask: 'wake' })
  await ask(first, { ask: 'setUp', code })
  const put = Array.from({ length: plan.entries }, (_, n) => itemOf(n))
  await ask(first, { ask: 'commit', put, drop: [] })
  await ask(first, { ask: 'lock' })
  first.terminate()

  const salt = new Uint8Array(16)
  const cost = { memory: 65_536, passes: 3 }
  for (let round = 0; round < plan.rounds; round++) {
    times.stretch.push(await once(plan.worker, 'stretch', { code, salt, cost }))
    times.raw.push(await once(rawUrl, 'raw', null))
    const worker = start()
    await ask(worker, { ask: 'wake' })
    await timed(times.unlock, async () => {
      await ask(worker, { ask: 'try', code })
      await timed(times.read, () => ask(worker, { ask: 'read' }))
    })
    for (let n = 0; n < plan.saves; n++) {
      await timed(times.save, () => ask(worker, { ask: 'commit', put: [itemOf(n)], drop: [] }))
    }
    await ask(worker, { ask: 'lock' })
    worker.terminate()
  }
  return times
}
