import { carried } from './carrying.ts'
import type { Wanted } from '../vault/messages.ts'

const wanted: Wanted = 'stretch'

/**
 * The vault's worker, with a throwaway worker beside it whenever it wants one; both end together.
 * `start` starts the vault's script under a name. What they say to each other does not pass here.
 */
export const lending = (start: (name: string) => Worker): Worker => {
  const worker = start('')
  const end = worker.terminate.bind(worker)
  const post = worker.postMessage.bind(worker)
  let lent: Worker | null = null
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== wanted) return
    const { port1, port2 } = new MessageChannel()
    lent = start(wanted)
    // One that breaks has not heard the code yet: the question fails, as if the first had broken.
    lent.onerror = () => worker.dispatchEvent(new ErrorEvent('error'))
    lent.postMessage(port1, [port1])
    post(port2, [port2])
  })
  worker.postMessage = (question: unknown) => {
    const { sent, over } = carried(question)
    post(sent, over)
  }
  worker.terminate = () => {
    lent?.terminate()
    end()
  }
  return worker
}
