import type { Cost } from '../crypto/cost.ts'
import { random } from '../crypto/random.ts'
import { wipe } from '../crypto/wipe.ts'
import type { Means } from './desk.ts'
import type { Disk } from './disk.ts'
import { saltBytes } from './layout.ts'
import { changePreamble, readPreamble } from './preamble.ts'
import type { Vault } from './vault.ts'

// A code is worth as much as one guess costs. How much this phone can bear is measured once, with the
// first long sum or at set-up, whichever comes first: so a container tells nobody which it was.

/** A code may take as long as this to be stretched, in ms. */
const longest = 700

const mebibyte = 1_024
/** Memory in KiB above the least, the most first. */
const steps = [256, 128, 96].map((size) => size * mebibyte)
/** The most where the phone does not say that it has plenty: an opening may fall on a worse day. */
const modest = 128 * mebibyte
const plentyOfMemory = 4

export type Phone = Pick<Means, 'stretch' | 'now' | 'memory'>

/** Milliseconds for one stretching; infinite where the phone cannot do it. */
const timeOf = async ({ stretch, now }: Phone, cost: Cost): Promise<number> => {
  const since = now()
  try {
    wipe(await stretch('0', random(saltBytes), cost))
  } catch (error) {
    // What a phone cannot do breaks in the other worker. Here it was broken off, because she left.
    if (error instanceof DOMException) throw error
    return Infinity
  }
  return now() - since
}

/** The dearest cost that this phone does in time, and `least` where it does no more. */
const dearest = async (phone: Phone, least: Cost): Promise<Cost> => {
  const most = (phone.memory ?? 0) < plentyOfMemory ? modest : Infinity
  const dearer = steps.filter((memory) => memory > least.memory && memory <= most)
  if (dearer.length === 0) return least
  const spent = await timeOf(phone, least)
  // Time grows with memory, so what would take too long is not even tried.
  const likely = dearer.filter((memory) => (spent * memory) / least.memory < longest)
  for (const memory of likely) {
    const cost = { ...least, memory }
    if ((await timeOf(phone, cost)) < longest) return cost
  }
  return least
}

/**
 * Raises the cost to what the phone can bear, if nobody has done so. Nobody else may hold the container
 * meanwhile. A phone that broke down over it is asked three times in all.
 */
export const measure = async (phone: Phone, disk: Disk): Promise<void> => {
  const { chances, cost } = await readPreamble(disk)
  if (chances === 0) return
  await changePreamble(disk, { chances: chances - 1 })
  await changePreamble(disk, { chances: 0, cost: await dearest(phone, cost) })
}

/**
 * What a container costs from now on while its codes change: never less than before, and no more than
 * before on a phone that broke down over trying.
 */
export const raised = async (phone: Phone, inside: Vault, before: Cost): Promise<Cost> =>
  (await inside.dare(() => dearest(phone, before))) ?? before
