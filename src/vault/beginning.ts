import { random } from '../crypto/random.ts'
import type { Header } from './header.ts'
import { writeHeader, type Spot } from './region.ts'
import { openVault, type Vault } from './vault.ts'

/** `seen`: tries, here and below. */
const firstHeader = (seen: number): Header => ({
  generation: 1,
  seen,
  vaultKey: random(32),
  daring: false,
  beside: null,
  clearing: null,
  pages: [],
  opens: null,
})

/** A vault that begins with its first entries: until then nothing of it is on the disk, and no code opens it. */
export const awaitVault = (spot: Spot, seen: number): Vault =>
  openVault({ spot, header: firstHeader(seen), copy: 1 }, true)

/** Begins an empty vault in a region: both copies, so that nothing older opens there. */
export const beginVault = async (spot: Spot, seen: number): Promise<Vault> => {
  const header = firstHeader(seen)
  await writeHeader(spot, 0, header)
  const vault = openVault({ spot, header, copy: 0 })
  await vault.settle()
  return vault
}
