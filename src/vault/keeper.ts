import type { ChunkAsk } from './attachments.ts'
import type { ChangeAsk } from './changing.ts'
import { finishRest, heldBy, rest, spaceBeside, withDisk, type Desk, type Means } from './desk.ts'
import type { Disk } from './disk.ts'
import { whyOf } from './full.ts'
import { firstPages } from './layout.ts'
import type { Held } from './opening.ts'
import type { Answers, Ask, Asked, Item } from './messages.ts'
import { changePreamble, readPreamble } from './preamble.ts'

/** Where there is no room the older header stays, as after a kill. */
const settleWhereItFits = ({ settle }: Held['inside']): Promise<unknown> => settle().catch(whyOf)

const lock = async (desk: Desk): Promise<Answers['lock']> => {
  desk.chunks?.close()
  desk.chunks = null
  if (!desk.held) return {}
  const { disk, inside } = desk.held
  desk.held = null
  try {
    await settleWhereItFits(inside)
  } finally {
    inside.lock()
    await finishRest(desk)
    disk.close()
  }
  return {}
}

/** A longer job, of which the answer must not wait. */
const measuringDue = async (desk: Desk, disk: Disk): Promise<Desk['rest']> => {
  if ((await readPreamble(disk)).chances === 0) return null
  const { measure } = await import('./measuring.ts')
  const next = async () => {
    await withDisk(
      desk,
      (again) => measure(desk.means, again),
      () => null,
    )
    return { done: true, value: null }
  }
  return { next }
}

/** What a code needs, fetched while the disk is opened, and for every code alike. */
const loadForCodes = ({ sodium }: Means) =>
  Promise.all([import('./tries.ts'), import('./opening.ts'), sodium()])

const attempt = async (desk: Desk, code: string): Promise<Answers['try']> => {
  const { means } = desk
  const loading = loadForCodes(means)
  await lock(desk)
  let since = means.now()
  const open = await withDisk(
    desk,
    async (disk) => {
      const [{ noteTry }, { openHeld }] = await loading
      await means.pause(await noteTry(disk, means.clock(), desk.unwritten))
      since = means.now()
      const { held, rest: left } = await openHeld(means, disk, code)
      desk.held = held
      desk.rest = left && left(spaceBeside(desk, disk))
      if (!held) await finishRest(desk)
      if (!held) desk.rest = await measuringDue(desk, disk)
      return held !== null
    },
    () => false,
  )
  await loading
  await means.even(since)
  return { open }
}

const setUp = async (desk: Desk, ask: Asked<'setUp'>): Promise<Answers['setUp']> => {
  const settingUp = await import('./settingUp.ts')
  await lock(desk)
  return settingUp.setUp(desk, ask)
}

const keep = async (write: () => Promise<boolean>): Promise<Answers['commit']> => {
  try {
    return (await write()) ? { ok: true } : { ok: false, why: 'full' }
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

const change = async (desk: Desk, ask: ChangeAsk): Promise<Answers[ChangeAsk['ask']]> => {
  const changing = await import('./changing.ts')
  return changing.change(desk, ask)
}

/** A copy may come from a container with more room: this one is given as much, and used up only when it has the most. */
const commitGrowing = async (desk: Desk, put: readonly Item[]): Promise<Answers['commit']> => {
  const { inside } = heldBy(desk)
  const kept = await keep(() => inside.commit(put, []))
  if (kept.ok || kept.why !== 'full') return kept
  const grown = await change(desk, { ask: 'grow' })
  return 'ok' in grown && grown.ok ? commitGrowing(desk, put) : keep(() => inside.fill(put))
}

type CopyAsk = Extract<Ask, { readonly ask: 'backup' | 'inspect' | 'restore' }>

const copy = async (desk: Desk, ask: CopyAsk): Promise<Answers[CopyAsk['ask']]> => {
  const { backup, inspect, restore } = await import('./copying.ts')
  if (ask.ask === 'inspect') return inspect(desk.means, ask)
  if (ask.ask === 'restore') return restore(desk.means, ask, (put) => commitGrowing(desk, put))
  return backup(desk.means, heldBy(desk).inside, ask.key)
}

const chunk = async (desk: Desk, ask: ChunkAsk): Promise<Answers[ChunkAsk['ask']]> => {
  const { means } = desk
  const held = heldBy(desk)
  const { holdChunks } = await import('./attachments.ts')
  desk.chunks ??= holdChunks(spaceBeside(desk, held.disk))
  const { region, pages } = held.inside.spot()
  const grown = pages > firstPages
  return desk.chunks.answer({ sodium: await means.sodium(), region, grown }, ask)
}

const answerTo = async (desk: Desk, ask: Ask): Promise<Answers[keyof Answers]> => {
  if (ask.ask === 'lock') return lock(desk)
  switch (ask.ask) {
    case 'wake':
      return wake(desk)
    case 'remember':
      return remember(desk, ask.state)
    case 'try':
      return attempt(desk, ask.code)
    case 'setUp':
      return setUp(desk, ask)
    case 'read':
      return desk.held ? desk.held.inside.read() : { items: [], damaged: 0 }
    case 'commit':
      return keep(() => heldBy(desk).inside.commit(ask.put, ask.drop))
    case 'backup':
    case 'inspect':
    case 'restore':
      return copy(desk, ask)
    case 'space':
    case 'widen':
    case 'writeChunk':
    case 'readChunk':
    case 'copyChunk':
    case 'bringChunk':
    case 'clearChunks':
      return chunk(desk, ask)
    case 'recode':
    case 'confirm':
    case 'clears':
    case 'peek':
    case 'refresh':
    case 'lookBeside':
    case 'keepBeside':
    case 'grow':
    case 'tries':
    case 'erase':
      return change(desk, ask)
  }
}

export type Keeper = {
  /** Answers one question; the caller sees to it that they come one after another. */
  readonly answer: (ask: Ask) => Promise<Answers[keyof Answers]>
  /** For the time between two questions; true when it should be called again. */
  readonly rest: () => Promise<boolean>
}

export const createKeeper = (means: Means): Keeper => {
  const desk: Desk = { means, held: null, chunks: null, rest: null, unwritten: [] }
  return { answer: (ask) => answerTo(desk, ask), rest: () => rest(desk) }
}
