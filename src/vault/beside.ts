import { wipe } from '../crypto/wipe.ts'
import type { Answers, Item } from './messages.ts'
import { find, type Held, type Tools } from './opening.ts'
import type { Found } from './region.ts'
import { openVault, type Vault } from './vault.ts'

// Another vault of the same container, opened for a moment beside the one that is open.

const forget = ({ spot, header }: Found): void =>
  wipe(spot.key, header.vaultKey, ...header.pages.map(({ key }) => key))

/** Whether a code is the one of what is open: whoever finds it open may not know it. */
export const confirm = async (
  tools: Tools,
  { disk, inside }: Held,
  code: string,
): Promise<Answers['confirm']> => {
  const found = await find(tools, disk, code)
  if (!found) return { mine: false }
  forget(found)
  return { mine: found.header.opens === null && found.spot.region === inside.region }
}

/** Whether a code would destroy what is open: a record that says so may come from another phone. */
export const clears = async (
  tools: Tools,
  { disk, inside }: Held,
  code: string,
): Promise<Answers['clears']> => {
  const found = await find(tools, disk, code)
  if (!found) return { clears: false }
  forget(found)
  return { clears: found.header.opens !== null && found.header.opens !== inside.region }
}

/** null when the code opens nothing, or only what is open already. */
export const openBeside = async (
  tools: Tools,
  { disk, inside }: Held,
  code: string,
): Promise<Vault | null> => {
  const found = await find(tools, disk, code)
  if (!found) return null
  if (found.header.opens === null && found.spot.region !== inside.region) return openVault(found)
  forget(found)
  return null
}

export const peek = async (tools: Tools, held: Held, code: string): Promise<Answers['peek']> => {
  const beside = await openBeside(tools, held, code)
  if (!beside) return { items: null }
  held.inside.know(beside.spot())
  const { items } = beside.read()
  beside.lock()
  return { items }
}

/** Throws when the disk refuses; what stood there still stands then. */
export const refresh = async (
  tools: Tools,
  held: Held,
  code: string,
  put: readonly Item[],
  drop: readonly string[],
): Promise<Answers['refresh']> => {
  const beside = await openBeside(tools, held, code)
  if (!beside) return { ok: false, why: 'unknown' }
  try {
    if (!(await beside.commit(put, drop))) return { ok: false, why: 'full' }
    await beside.settle()
    return { ok: true }
  } finally {
    beside.lock()
  }
}
