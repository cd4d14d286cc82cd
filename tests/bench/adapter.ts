import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { isObject } from '../../src/share/fields.ts'

// Any other product beside the relay, in the same run: RELAY_ADAPTER names a module outside of this
// repository that knows how to talk to a server of it which already runs.

export type Adapter = {
  /** Turns a body into what that product is sent; comes before the time is taken. */
  readonly prepare: (body: Uint8Array) => unknown
  /** Hands over what was prepared; gives whatever `open` needs to fetch it. */
  readonly create: (prepared: unknown) => Promise<unknown>
  readonly open: (made: unknown) => Promise<unknown>
  /** Microseconds of the processor that its server has used so far; NaN where the module does not say. */
  readonly spent: () => Promise<number>
}

const isCall = (value: unknown): value is (given: unknown) => Promise<unknown> =>
  typeof value === 'function'

const asItIs = (body: Uint8Array): unknown => body

/** null where none is named. Throws when the module does not export `create` and `open`. */
export const readAdapter = async (): Promise<Adapter | null> => {
  const path = process.env['RELAY_ADAPTER']
  if (path === undefined) return null
  const module: unknown = await import(pathToFileURL(path).href)
  const { prepare, create, open, spent } = isObject(module) ? module : Object(module)
  if (!isCall(create) || !isCall(open)) throw new Error(`${path} must export create and open.`)
  return {
    prepare: isCall(prepare) ? prepare : asItIs,
    create,
    open,
    spent: async () => (isCall(spent) ? Number(await spent(null)) : NaN),
  }
}
