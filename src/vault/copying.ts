import { wipe } from '../crypto/wipe.ts'
import { openCopy, sealCopy, type Copied } from './backup.ts'
import type { Answers, Ask, Asked, Contents, Item } from './messages.ts'
import type { Tools } from './opening.ts'
import type { Vault } from './vault.ts'

// Making a copy and bringing one back: loaded when it is asked for, never with the disguise.

/** The file and its key are the worker's own copies; the key is wiped after its one use. */
type Given = Extract<Ask, { readonly ask: 'restore' | 'inspect' }>

type Commit = (put: readonly Item[]) => Promise<Answers['commit']>

const opened = async (tools: Tools, { file, key }: Given): Promise<Copied | null> => {
  const copied = openCopy(await tools.sodium(), key, file)
  wipe(key)
  return copied
}

const contentsOf = ({ items, missing }: Copied): Contents => ({
  names: items.map(([name]) => name),
  missing,
})

const forget = ({ items }: Copied): void => wipe(...items.map(([, bytes]) => bytes))

export const backup = async (
  tools: Tools,
  inside: Vault,
  key: Uint8Array,
): Promise<Answers['backup']> => {
  const { items, damaged } = inside.read()
  // How much a page held that does not open is not known: one entry at least.
  const file = sealCopy(await tools.sodium(), key, items, damaged)
  wipe(key)
  return file ? { ok: true, file, lostPages: damaged } : { ok: false, why: 'large' }
}

export const inspect = async (
  tools: Tools,
  given: Asked<'inspect'>,
): Promise<Answers['inspect']> => {
  const copied = await opened(tools, given)
  if (!copied) return { contents: null }
  const shown = copied.items
    .filter(([name]) => given.show.some((beginning) => name.startsWith(beginning)))
    .map(([name, bytes]): Item => [name, bytes.slice()])
  forget(copied)
  return { contents: { ...contentsOf(copied), shown, behind: copied.behind } }
}

export const restore = async (
  tools: Tools,
  given: Asked<'restore'>,
  commit: Commit,
): Promise<Answers['restore']> => {
  const copied = await opened(tools, given)
  if (!copied) return { ok: false, why: 'unread' }
  const instead = new Map(given.put)
  const items = copied.items.map(([name, bytes]): Item => [name, instead.get(name) ?? bytes])
  const kept = await commit(items)
  forget(copied)
  return kept.ok ? { ok: true, contents: contentsOf(copied) } : kept
}
