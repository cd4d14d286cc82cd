import type { ChunkAsk, Chunks, OpenSpace } from './attachments.ts'
import { ensureContainer } from './container.ts'
import type { Disk, Opened } from './disk.ts'
import type { Answers, Ask, Asked, Item, Why } from './messages.ts'
import type { Held, Tools } from './opening.ts'
import { changePreamble, readPreamble } from './preamble.ts'

/** What the keeper needs from outside, so that it can be tried without a browser. */
export type Means = Tools & {
  readonly openStorage: () => Promise<Opened>
  readonly openSpace: OpenSpace
  /** Waits until an answer may be given that started at `since`, so that its time tells nothing. */
  readonly even: (since: number) => Promise<void>
  readonly now: () => number
}

/** The container is held only while something is open; otherwise other tabs may have it. */
type Desk = { readonly means: Means; held: Held | null; chunks: Chunks | null }

/** A disk that refuses to write is full; anything else is a bug and is thrown on. */
const whyOf = (error: unknown): Why => {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full'
  throw error
}

/** Runs `use` on the container, which is made first if need be, and lets go unless it became held. */
const withDisk = async <T>(
  desk: Desk,
  use: (disk: Disk) => Promise<T>,
  otherwise: (why: Why) => T,
): Promise<T> => {
  if (desk.held) return use(desk.held.disk)
  const opened = await desk.means.openStorage()
  if (!opened.ok) return otherwise(opened.why)
  try {
    await ensureContainer(opened.disk)
    return await use(opened.disk)
  } catch (error) {
    return otherwise(whyOf(error))
  } finally {
    if (!desk.held) opened.disk.close()
  }
}

const lock = async (desk: Desk): Promise<Answers['lock']> => {
  desk.chunks?.close()
  desk.chunks = null
  if (!desk.held) return {}
  const { disk, inside } = desk.held
  desk.held = null
  try {
    await inside.settle()
  } finally {
    inside.lock()
    disk.close()
  }
  return {}
}

const attempt = async (desk: Desk, code: string): Promise<Answers['try']> => {
  const since = desk.means.now()
  await lock(desk)
  const open = await withDisk(
    desk,
    async (disk) => {
      const { openHeld } = await import('./opening.ts')
      desk.held = await openHeld(desk.means, disk, code)
      return desk.held !== null
    },
    () => false,
  )
  await desk.means.even(since)
  return { open }
}

const setUp = async (desk: Desk, code: string): Promise<Answers['setUp']> => {
  await lock(desk)
  return withDisk<Answers['setUp']>(
    desk,
    async (disk) => {
      const { beginHeld } = await import('./opening.ts')
      desk.held = await beginHeld(desk.means, disk, code)
      return { ok: true }
    },
    (why) => ({ ok: false, why }),
  )
}

const heldBy = ({ held }: Desk): Held => {
  if (!held) throw new Error('nothing is open')
  return held
}

const commit = async (
  desk: Desk,
  put: readonly Item[],
  drop: readonly string[],
): Promise<Answers['commit']> => {
  const { inside } = heldBy(desk)
  try {
    return (await inside.commit(put, drop)) ? { ok: true } : { ok: false, why: 'full' }
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const wake = (desk: Desk): Promise<Answers['wake']> =>
  withDisk<Answers['wake']>(
    desk,
    async (disk) => ({ state: (await readPreamble(disk)).state, storage: disk.kind }),
    (why) => ({ state: '', storage: why === 'none' ? 'none' : 'file' }),
  )

const remember = async (desk: Desk, state: string): Promise<Answers['remember']> => {
  await withDisk(
    desk,
    (disk) => changePreamble(disk, { state }),
    () => null,
  )
  return {}
}

type CopyAsk = Extract<Ask, { readonly ask: 'backup' | 'inspect' | 'restore' }>

const copy = async (desk: Desk, ask: CopyAsk): Promise<Answers[CopyAsk['ask']]> => {
  const { backup, inspect, restore } = await import('./copying.ts')
  if (ask.ask === 'inspect') return inspect(desk.means, ask)
  if (ask.ask === 'restore') return restore(desk.means, ask, (put) => commit(desk, put, []))
  return backup(desk.means, heldBy(desk).inside, ask.key)
}

/** Deniable room needs a private file; beside a database there is none. */
const spaceBeside = (desk: Desk): OpenSpace =>
  heldBy(desk).disk.kind === 'file' ? desk.means.openSpace : () => Promise.resolve(null)

const recode = async (desk: Desk, ask: Asked<'recode'>): Promise<Answers['recode']> => {
  const held = heldBy(desk)
  const recoding = await import('./recoding.ts')
  const recoded = await recoding.recode(desk.means, held, ask)
  if (!recoded.ok) return recoded
  desk.held = recoded.held
  // The file of chunks is opened anew: what was not carried over is overwritten there as well.
  desk.chunks?.close()
  const { clearUncarried } = await import('./attachments.ts')
  await clearUncarried(spaceBeside(desk), recoded.cleared)
  return { ok: true }
}

const refresh = async (desk: Desk, ask: Asked<'refresh'>): Promise<Answers['refresh']> => {
  const beside = await import('./beside.ts')
  try {
    return await beside.refresh(desk.means, heldBy(desk), ask.code, ask.put, ask.drop)
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const peek = async (desk: Desk, code: string): Promise<Answers['peek']> => {
  const beside = await import('./beside.ts')
  return beside.peek(desk.means, heldBy(desk), code)
}

const chunk = async (desk: Desk, ask: ChunkAsk): Promise<Answers[ChunkAsk['ask']]> => {
  const { means } = desk
  const held = heldBy(desk)
  const { holdChunks } = await import('./attachments.ts')
  desk.chunks ??= holdChunks(spaceBeside(desk))
  return desk.chunks.answer({ sodium: await means.sodium(), region: held.inside.region }, ask)
}

/** Answers one question; the caller sees to it that they come one after another. */
export const createKeeper = (means: Means): ((ask: Ask) => Promise<Answers[keyof Answers]>) => {
  const desk: Desk = { means, held: null, chunks: null }
  return async (ask) => {
    switch (ask.ask) {
      case 'wake':
        return wake(desk)
      case 'remember':
        return remember(desk, ask.state)
      case 'try':
        return attempt(desk, ask.code)
      case 'setUp':
        return setUp(desk, ask.code)
      case 'read':
        return desk.held ? desk.held.inside.read() : { items: [], damaged: 0 }
      case 'commit':
        return commit(desk, ask.put, ask.drop)
      case 'backup':
      case 'inspect':
      case 'restore':
        return copy(desk, ask)
      case 'space':
      case 'widen':
      case 'writeChunk':
      case 'readChunk':
      case 'clearChunks':
        return chunk(desk, ask)
      case 'recode':
        return recode(desk, ask)
      case 'peek':
        return peek(desk, ask.code)
      case 'refresh':
        return refresh(desk, ask)
      case 'lock':
        return lock(desk)
    }
  }
}
