import type { Disk } from './disk.ts'

const name = 'data.bin'

const full = (): Error => new DOMException('no room', 'QuotaExceededError')

const diskOf = (handle: FileSystemSyncAccessHandle, release: () => void): Disk => ({
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
  close: () => {
    handle.close()
    release()
  },
})

/** The origin's private file, written in place: no copy of old bytes is left behind. null without it. */
export const openFile = async (release: () => void): Promise<Disk | null> => {
  try {
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle(name, { create: true })
    return diskOf(await file.createSyncAccessHandle(), release)
  } catch {
    return null
  }
}
