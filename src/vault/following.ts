import { steady } from '../crypto/steady.ts'
import { wipe } from '../crypto/wipe.ts'
import type { Answers, Ask, Asked } from './messages.ts'
import type { Held } from './opening.ts'
import { readPreamble } from './preamble.ts'
import { findIn } from './region.ts'
import { triesSince } from './tries.ts'
import { openVault, type Vault } from './vault.ts'

// Codes that are tried are written down for all vaults alike. So that the list in one does not tell when
// another was opened, each opening of hers can be kept in the other as an opening of its own: it lies
// there as if the other one had been opened in that minute. Her vault knows the key of those headers, and
// no code has to be stretched for it.

export type BesideAsk = Extract<Ask, { readonly ask: 'lookBeside' | 'keepBeside' }>

/** null when none goes along, or it is not there any more. */
const openKnown = ({ disk, inside }: Held): Vault | null => {
  const known = inside.beside()
  if (!known) return null
  const { sodium, pages } = inside.spot()
  const key = steady(known.key.slice())
  const found = findIn({ sodium, disk, pages, region: known.region, key })
  if (found) return openVault(found)
  wipe(key)
  return null
}

const look = async (
  { disk }: Held,
  beside: Vault,
  name: string,
): Promise<Answers['lookBeside']['beside']> => {
  const { items } = beside.read()
  const bytes = items.find(([one]) => one === name)?.[1].slice() ?? null
  wipe(...items.map((one) => one[1]))
  return { bytes, times: triesSince(await readPreamble(disk), beside.seen()) }
}

/** One header names both what is kept and what was seen. */
const keep = async (
  { disk }: Held,
  beside: Vault,
  { put }: Asked<'keepBeside'>,
): Promise<Answers['keepBeside']> => {
  beside.see((await readPreamble(disk)).tried)
  if (!(await beside.commit(put, []))) return { ok: false, why: 'full' }
  await beside.settle()
  return { ok: true }
}

/** Throws when the disk refuses; what stood there still stands then. */
export const answerBeside = async (
  held: Held,
  ask: BesideAsk,
): Promise<Answers[BesideAsk['ask']]> => {
  const beside = openKnown(held)
  if (ask.ask === 'lookBeside' && !beside) return { beside: null }
  if (!beside) return { ok: false, why: 'unknown' }
  try {
    if (ask.ask === 'keepBeside') return await keep(held, beside, ask)
    return { beside: await look(held, beside, ask.name) }
  } finally {
    beside.lock()
  }
}
