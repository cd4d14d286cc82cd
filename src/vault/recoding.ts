import { plainCode } from '../crypto/code.ts'
import { random } from '../crypto/random.ts'
import { steady } from '../crypto/steady.ts'
import { wipe } from '../crypto/wipe.ts'
import { openBeside } from './beside.ts'
import type { Disk } from './disk.ts'
import { regions, saltBytes } from './layout.ts'
import { raised, type Phone } from './measuring.ts'
import type { Answers, Asked, Item, Other } from './messages.ts'
import { rootOf, type Held, type Tools } from './opening.ts'
import { preambleOf, readPreamble, type Preamble } from './preamble.ts'
import { findIn, headerKey, writeHeader, type Spot } from './region.ts'
import { replaceContainer } from './replacing.ts'
import { beginVault } from './beginning.ts'
import { openVault, type Vault } from './vault.ts'

// Changing codes: everything that is named is written anew under a new salt, into a container that
// is random everywhere else. Whatever was not named is gone, and no old code opens anything.

type Refused = Extract<Answers['recode'], { readonly ok: false }>
/** `cleared`: the regions of nothing that went on. */
export type Recoded =
  { readonly ok: true; readonly held: Held; readonly cleared: readonly number[] } | Refused

/** One vault of the new container: carried over, or begun with these items. */
type Plan = { readonly code: string; readonly region: number } & (
  { readonly vault: Vault } | { readonly begin: readonly Item[] }
)

/** Where in `others` a code stands that was named before; the shred code stands behind them all. */
const doubled = ({ code, others, shred }: Asked<'recode'>): number | null => {
  const named = [code, ...others.map(({ to }) => to), ...(shred ? [shred.code] : [])]
  const plain = named.map(plainCode)
  const at = plain.findIndex((one, n) => plain.indexOf(one) < n)
  return at < 0 ? null : at - 1
}

/** The vaults to carry over, by their present codes; the place of a code that opens none. */
const openAll = async (
  tools: Tools,
  held: Held,
  others: readonly Other[],
): Promise<readonly (Vault | null)[] | number> => {
  const opened: (Vault | null)[] = []
  for (const [at, other] of others.entries()) {
    const vault = 'code' in other ? await openBeside(tools, held, other.code) : null
    opened.push(vault)
    const isTwice = opened.findIndex((one) => one?.region === vault?.region) < at
    if ('begin' in other || (vault && !isTwice)) continue
    opened.forEach((one) => one?.lock())
    return at
  }
  return opened
}

/** Regions for what begins, in the order in which set-ups take them, and the counter after that. */
const givingRegions = ({ counter }: Preamble, taken: readonly number[]) => {
  const used = [...taken]
  let next = counter
  const give = (): number => {
    while (used.includes(next % regions)) next += 1
    used.push(next % regions)
    next += 1
    return (next - 1) % regions
  }
  // The counter stays: on most phones the place behind what is shown is next, and it must be so here.
  const giveLast = (): number => {
    let last = next + regions - 1
    while (used.includes(last % regions)) last -= 1
    return last % regions
  }
  return { give, giveLast, counter: () => next % 256 }
}

const spotFor = async (
  tools: Tools,
  preamble: Preamble,
  disk: Disk,
  { code, region }: Pick<Plan, 'code' | 'region'>,
): Promise<Spot> => {
  const sodium = await tools.sodium()
  const root = await rootOf(tools, preamble, code)
  const key = headerKey(sodium, root, region)
  wipe(root)
  return { sodium, disk, pages: preamble.pages, region, key }
}

/** False when what begins does not fit into a region. */
const layVault = async (
  spot: Spot,
  plan: Plan,
  seen: number,
  beside: Spot | null,
): Promise<boolean> => {
  if ('vault' in plan) {
    await plan.vault.carry(spot, beside)
    return true
  }
  // A key of its own, since locking wipes it and the shred header may need it after that.
  const fresh = await beginVault({ ...spot, key: steady(spot.key.slice()) }, seen)
  const fits = await fresh.commit(plan.begin, [])
  await fresh.settle()
  fresh.lock()
  return fits
}

/** Both header copies of the shred code's own region. */
const layShred = async (spot: Spot, opens: Spot): Promise<void> => {
  const header = { seen: 0, vaultKey: opens.key, opens: opens.region }
  const rest = { daring: false, beside: null, clearing: null, pages: [] }
  await writeHeader(spot, 0, { ...header, ...rest, generation: 1 })
  await writeHeader(spot, 1, { ...header, ...rest, generation: 2 })
}

type Change = {
  readonly preamble: Preamble
  readonly plans: readonly Plan[]
  readonly shred: (Pick<Plan, 'code' | 'region'> & { readonly opens: number }) | null
}

const planOf = (
  before: Preamble,
  inside: Vault,
  { code, others, shred }: Asked<'recode'>,
  opened: readonly (Vault | null)[],
): Change => {
  const taken = [inside, ...opened].flatMap((vault) => (vault ? [vault.region] : []))
  const regionsLeft = givingRegions(before, taken)
  const plans = others.map((other, at): Plan => {
    const vault = opened[at]
    if (vault) return { code: other.to, region: vault.region, vault }
    const begin = 'begin' in other ? other.begin : []
    return { code: other.to, region: regionsLeft.give(), begin }
  })
  const first = { code, region: inside.region, vault: inside }
  return {
    shred: shred && { ...shred, region: regionsLeft.giveLast() },
    plans: [first, ...plans],
    preamble: {
      ...before,
      salt: random(saltBytes),
      generation: before.generation + 1,
      counter: regionsLeft.counter(),
    },
  }
}

const layAll = async (
  image: Disk,
  change: Change,
  spots: readonly Spot[],
  shred: Spot | null,
): Promise<boolean> => {
  image.write(0, await preambleOf(change.preamble))
  for (const [at, plan] of change.plans.entries()) {
    const spot = spots[at]
    // What is open knows the one that it is changed with, and nobody else knows of another.
    const beside = at === 0 ? (spots[1] ?? null) : null
    if (!spot) return false
    if (!(await layVault({ ...spot, disk: image }, plan, change.preamble.tried, beside)))
      return false
  }
  const opens = change.shred && spots[change.shred.opens + 1]
  if (shred && opens) await layShred({ ...shred, disk: image }, opens)
  return true
}

const replace = async (tools: Tools, disk: Disk, change: Change): Promise<Held | null> => {
  const spots: Spot[] = []
  for (const plan of change.plans) spots.push(await spotFor(tools, change.preamble, disk, plan))
  const shred = change.shred && (await spotFor(tools, change.preamble, disk, change.shred))
  const done = await replaceContainer(disk, (image) => layAll(image, change, spots, shred))
  const [first, ...others] = spots
  wipe(...others.map(({ key }) => key), ...(shred ? [shred.key] : []))
  const found = done && first ? findIn(first) : null
  return found && { disk, inside: openVault(found) }
}

const refusal = (ask: Asked<'recode'>): Refused | null => {
  const { others, shred } = ask
  const same = doubled(ask)
  if (same !== null) return { ok: false, why: 'same', at: same }
  const count = 1 + others.length + (shred ? 1 : 0)
  if (count > regions) return { ok: false, why: 'full' }
  if (shred && !others[shred.opens]) throw new RangeError('the shred code opens none of the others')
  return null
}

/** Changes all codes at once. `held`: what is open from now on; the one before is locked. */
export const recode = async (
  tools: Tools & Phone,
  held: Held,
  ask: Asked<'recode'>,
): Promise<Recoded> => {
  const refused = refusal(ask)
  if (refused) return refused
  const opened = await openAll(tools, held, ask.others)
  if (typeof opened === 'number') return { ok: false, why: 'unknown', at: opened }
  const before = await readPreamble(held.disk)
  const cost = await raised(tools, held.inside, before.cost)
  const change = planOf({ ...before, cost }, held.inside, ask, opened)
  const fresh = await replace(tools, held.disk, change)
  opened.forEach((vault) => vault?.lock())
  if (!fresh) return { ok: false, why: 'full' }
  held.inside.lock()
  const carried = new Set([held.inside, ...opened].map((vault) => vault?.region))
  const cleared = Array.from({ length: regions }, (_, region) => region)
  return { ok: true, held: fresh, cleared: cleared.filter((region) => !carried.has(region)) }
}
