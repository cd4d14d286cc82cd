import type { Cost } from '../crypto/cost.ts'
import { derive } from '../crypto/derive.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { wipe } from '../crypto/wipe.ts'
import type { OpenSpace } from './attachments.ts'
import type { Disk } from './disk.ts'
import type { Clearing } from './header.ts'
import { readPreamble, takeRegion, type Preamble } from './preamble.ts'
import { findVault, headerKey, type Found } from './region.ts'
import { overwrite, shred, stillDropped } from './shredding.ts'
import { awaitVault, beginVault } from './beginning.ts'
import { openVault, type Vault } from './vault.ts'

// Everything that a code needs, loaded with the first one: who only ever adds up sums never has it.

export type Tools = {
  readonly sodium: () => Promise<Sodium>
  /** Argon2id somewhere whose memory is given back afterwards. */
  readonly stretch: (code: string, salt: Uint8Array, cost: Cost) => Promise<Uint8Array>
}

export type Held = { readonly disk: Disk; readonly inside: Vault }

/** What a code opened, and what a code that clears left to do, now or before. */
type Tried = {
  readonly held: Held | null
  readonly rest: ((openSpace: OpenSpace) => AsyncIterator<unknown>) | null
}

/** What a code is worth in the container that begins with this preamble. */
export const rootOf = async (
  tools: Tools,
  { salt, cost }: Preamble,
  code: string,
): Promise<Uint8Array> => {
  // Two workers: this one gets libsodium ready while the other one stretches.
  const [secret, sodium] = await Promise.all([tools.stretch(code, salt, cost), tools.sodium()])
  const root = derive(sodium, secret, 'root 1')
  wipe(secret)
  return root
}

/** Tries a code on every region. `root` is the caller's to wipe; `found` is null when none opens. */
const search = async (tools: Tools, disk: Disk, code: string) => {
  const preamble = await readPreamble(disk)
  const root = await rootOf(tools, preamble, code)
  return { root, found: findVault(await tools.sodium(), disk, preamble.pages, root) }
}

export const find = async (tools: Tools, disk: Disk, code: string): Promise<Found | null> => {
  const { root, found } = await search(tools, disk, code)
  wipe(root)
  return found
}

/** Overwrites what is left, and has the vault that stays forget of it once all is done. */
async function* clearOn(
  { disk, inside }: { readonly disk: Disk; readonly inside: Vault | null },
  { pages, counter }: Preamble,
  clearing: Clearing,
  openSpace: OpenSpace,
): AsyncGenerator<unknown> {
  const all = yield* overwrite({ disk, pages }, stillDropped(clearing, counter), openSpace)
  if (all) await inside?.cleared()
}

/** Opens what a code opens, and does what a shred code does. */
export const openHeld = async (tools: Tools, disk: Disk, code: string): Promise<Tried> => {
  const { root, found } = await search(tools, disk, code)
  const preamble = await readPreamble(disk)
  const isTrap = found !== null && found.header.opens !== null
  const shredded = isTrap ? await shred(root, found, preamble.counter) : null
  wipe(root)
  const opened = shredded ? shredded.found : found
  const inside = opened && openVault(opened)
  const clearing = shredded?.clearing ?? opened?.header.clearing ?? null
  return {
    held: inside && { disk, inside },
    rest: clearing && ((openSpace) => clearOn({ disk, inside }, preamble, clearing, openSpace)),
  }
}

/**
 * Begins a new vault under a code, in the next region; null where the code opens something already. Of two
 * under one code only the one that was written more often would ever open again. `brings`: it begins with what a copy
 * brings, and not before.
 */
export const beginHeld = async (
  tools: Tools,
  disk: Disk,
  code: string,
  brings: boolean,
): Promise<Held | null> => {
  const { root, found } = await search(tools, disk, code)
  if (found) {
    wipe(root)
    openVault(found).lock()
    return null
  }
  const sodium = await tools.sodium()
  const region = await takeRegion(disk)
  const preamble = await readPreamble(disk)
  const key = headerKey(sodium, root, region)
  wipe(root)
  const spot = { sodium, disk, pages: preamble.pages, region, key }
  const inside = brings ? awaitVault(spot, preamble.tried) : await beginVault(spot, preamble.tried)
  return { disk, inside }
}
