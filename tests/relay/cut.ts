import * as real from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { callbackify, promisify } from 'node:util'
import { dropFolder, newFolder } from './given.ts'

// What would be left of a data folder if the power went: of each file what had been written to it before its last
// sync began, or by a write that was told to wait for the disk. What was written since counts for nothing.

type State = {
  folder: string
  /** The folder as it would be found now. */
  image: string
  /** Waited for before the sync of a file is told to be over. */
  before: (name: string) => Promise<void>
  /** How many syncs were waited for on the thread that answers. */
  here: number
}

/** So slow that nobody would wait for it on the thread that answers. */
const slowly = (): Promise<void> => wait(5)

const state: State = { folder: '', image: '', before: slowly, here: 0 }

/** Begins with an empty folder, and returns it. */
export const begin = (): string => {
  Object.assign(state, { folder: newFolder(), image: newFolder(), before: slowly, here: 0 })
  return state.folder
}

export const end = (): void => {
  for (const folder of [state.folder, state.image]) dropFolder(folder)
}

export const beforeSync = (before: State['before']): void => {
  state.before = before
}

export const syncsHere = (): number => state.here

export const log = 'relay.db-wal'

/** SQLite moves pages from the log to the database and syncs both: taken together they are never later than what is. */
const syncedWith = (name: string): readonly string[] => (name === log ? ['relay.db', log] : [name])

const take = (name: string) => ({ name, bytes: real.readFileSync(join(state.folder, name)) })

/** What a sync that begins now brings to the disk; nothing of any other folder. */
const takeAll = (name: string): readonly ReturnType<typeof take>[] =>
  name.startsWith('..') ? [] : syncedWith(name).map(take)

const keep = ({ name, bytes }: ReturnType<typeof take>): void => {
  real.mkdirSync(dirname(join(state.image, name)), { recursive: true })
  real.writeFileSync(join(state.image, name), bytes)
}

const nameOf = (file: number): string =>
  relative(state.folder, real.readlinkSync(`/proc/self/fd/${file}`))

/** Stand in for those of node:fs. */
export const fdatasyncSync = (file: number): void => {
  const found = takeAll(nameOf(file))
  if (found.length > 0) state.here += 1
  found.forEach(keep)
}

export const fdatasync = callbackify(async (file: number): Promise<void> => {
  const name = nameOf(file)
  const found = takeAll(name)
  await state.before(name)
  found.forEach(keep)
})

/** Whether each write to it waits for the disk: the system tells how it was opened. */
const isDurable = (file: number): boolean => {
  const told = real.readFileSync(`/proc/self/fdinfo/${file}`, 'utf8')
  const [, flags = ''] = /^flags:\s+(\d+)$/m.exec(told) ?? []
  return (Number.parseInt(flags, 8) & real.constants.O_DSYNC) !== 0
}

const writingAll = promisify(real.writev)

const writeAll: typeof writingAll = async (file, ...rest) => {
  const done = await writingAll(file, ...rest)
  const name = nameOf(file)
  const found = isDurable(file) ? takeAll(name) : []
  await state.before(name)
  found.forEach(keep)
  return done
}

/** As the relay has it: promised. */
export const writev = Object.assign(() => {}, { [promisify.custom]: writeAll })

/** A folder to start another process on, as after a power cut at this moment. */
export const cutPower = (): string => {
  const found = newFolder()
  real.cpSync(state.image, found, { recursive: true })
  return found
}
