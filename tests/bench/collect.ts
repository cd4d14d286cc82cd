import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const gc: unknown = runInNewContext('gc')

/** Clears away now what was made ready for a round: done within it, that would slow down what is measured. */
export const collect = (): void => {
  if (typeof gc === 'function') gc()
}
