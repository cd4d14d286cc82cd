import { onceFree } from './choose.ts'
import type { Disk } from './disk.ts'
import { fileName, spaceName } from './names.ts'

const full = (): Error => new DOMException('no room', 'QuotaExceededError')

const diskOf = (handle: FileSystemSyncAccessHandle, remove: () => Promise<void>): Disk => ({
  kind: 'file',
  size: () => handle.getSize(),
  read: (at, length) => {
    const bytes = new Uint8Array(length)
    if (handle.read(bytes, { at }) !== length) throw new RangeError('the file is shorter')
    return bytes
  },
  write: (at, bytes) => {
    const plain = new Uint8Array(bytes)
    if (handle.write(plain, { at }) !== bytes.length) throw full()
  },
  flush: () => {
    handle.flush()
    return Promise.resolve()
  },
  cut: (length) => handle.truncate(length),
  close: () => handle.close(),
  remove: () => {
    handle.close()
    return remove()
  },
})

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const hasFiles = (): boolean =>
  'FileSystemFileHandle' in self && 'createSyncAccessHandle' in FileSystemFileHandle.prototype

/** `shut`: it holds something and does not open. null where it does not, or there is none. */
const openNamed = async (name: string, create: boolean): Promise<Disk | 'busy' | 'shut' | null> => {
  try {
    const can = hasFiles()
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle(name, { create: create && can })
    const remove = () => folder.removeEntry(name)
    const open = async () => diskOf(await file.createSyncAccessHandle(), remove)
    const opened = can ? await onceFree(open, pause).catch(() => null) : null
    return opened ?? ((await file.getFile()).size > 0 ? 'shut' : null)
  } catch {
    return null
  }
}

/**
 * The origin's private file, written in place: no copy of old bytes is left behind. null without it.
 * A file that is held is `busy`, never null: what is kept elsewhere would look like an empty phone.
 */
export const openFile = (): Promise<Disk | 'busy' | 'shut' | null> => openNamed(fileName, true)

/** The file of chunks; null where there is none, or, with `create`, where none can be. */
export const openSpaceFile = (create: boolean): Promise<Disk | 'busy' | 'shut' | null> =>
  openNamed(spaceName, create)

/** Whether this browser has private files and refuses them here, as private windows do. */
export const refusesFiles = async (): Promise<boolean> =>
  hasFiles() && (await navigator.storage.getDirectory().catch(() => null)) === null
