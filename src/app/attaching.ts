import type { AskVault } from '../disguise/line.ts'
import { freedSlots, freeSlots } from '../record/attached.ts'
import type { Attachment } from '../record/hanging.ts'
import type { ClientRecord, Id } from '../record/types.ts'
import { chunkRoom, spaceSizes } from '../vault/chunkSize.ts'
import type { Why } from '../vault/messages.ts'
import type { Store } from './store.ts'

/** The largest attachment, in bytes. */
export const mostBytes = 50_000_000

/** From 0 to 1. */
type Told = (done: number) => void

type Written =
  | { readonly ok: true; readonly slots: readonly number[]; readonly hash: string }
  | { readonly ok: false; readonly why: Why | 'unread' }

/** Bytes of attachments, to and from the vault, one chunk at a time. */
export type Attaching = {
  /** null: there is room; a number: the size to grow to, in slots; `full`: no size is enough. */
  readonly wants: (bytes: number) => Promise<number | 'full' | null>
  readonly widen: (slots: number, told: Told) => Promise<Why | null>
  readonly write: (id: Id, key: Uint8Array, file: Blob, told: Told) => Promise<Written>
  /** The whole file; null when a chunk is not on this phone or not whole. */
  readonly read: (attachment: Attachment, told: Told) => Promise<File | null>
  /** `work` ends when its file is kept, or refused. */
  readonly arriving: <T>(work: Promise<T>) => Promise<T>
  /** When no file is on its way in any more. */
  readonly arrived: () => Promise<void>
}

type Desk = {
  readonly ask: AskVault
  readonly record: () => ClientRecord
  /** Slots of deleted attachments that can still be taken back. */
  readonly held: Set<number>
}

export const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** null when it is no base64url. */
export const fromText = (text: string): Uint8Array<ArrayBuffer> | null => {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

const chunksOf = (bytes: number): number => Math.ceil(bytes / chunkRoom)

const free = ({ record, held }: Desk, slots: number): number[] => freeSlots(record(), slots, held)

const wants = async (desk: Desk, bytes: number): Promise<number | 'full' | null> => {
  const { slots } = await desk.ask({ ask: 'space' })
  const enough = (size: number): boolean => free(desk, size).length >= chunksOf(bytes)
  if (enough(slots)) return null
  return spaceSizes.find((size) => size > slots && enough(size)) ?? 'full'
}

const widen = async (desk: Desk, slots: number, told: Told): Promise<Why | null> => {
  for (;;) {
    const grown = await desk.ask({ ask: 'widen', slots })
    if (!grown.ok) return grown.why
    told(grown.bytes / grown.whole)
    if (grown.bytes >= grown.whole) return null
  }
}

/** null when the file was taken away, or changed, while it was read. */
const partOf = (file: Blob, index: number): Promise<Uint8Array | null> =>
  file
    .slice(index * chunkRoom, (index + 1) * chunkRoom)
    .arrayBuffer()
    .then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    )

const write = async (
  desk: Desk,
  id: Id,
  key: Uint8Array,
  file: Blob,
  told: Told,
): Promise<Written> => {
  const { slots: room } = await desk.ask({ ask: 'space' })
  const count = chunksOf(file.size)
  const slots = free(desk, room).slice(0, count)
  if (slots.length < count) return { ok: false, why: 'full' }
  for (const [index, slot] of slots.entries()) {
    const bytes = await partOf(file, index)
    if (!bytes) return { ok: false, why: 'unread' }
    const last = index === count - 1
    const done = await desk.ask({
      ask: 'writeChunk',
      key,
      attachment: id,
      slot,
      index,
      bytes,
      last,
    })
    if (!done.ok) return done
    told((index + 1) / count)
    if (done.hash !== null) return { ok: true, slots, hash: done.hash }
  }
  throw new Error('an attachment without an end')
}

const read = async (
  { ask }: Desk,
  { id, name, key, slots, size, type }: Attachment,
  told: Told,
): Promise<File | null> => {
  const secret = fromText(key)
  if (secret?.length !== 32 || slots.length !== chunksOf(size)) return null
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (const [index, slot] of slots.entries()) {
    const { bytes } = await ask({ ask: 'readChunk', key: secret, attachment: id, slot, index })
    if (!bytes) return null
    parts.push(new Uint8Array(bytes.subarray(0, size - index * chunkRoom)))
    told((index + 1) / slots.length)
  }
  return new File(parts, name, { type })
}

/** One attachment at a time: the vault adds up the bytes of one, and two must not pick the same slots. */
const oneByOne = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const next = last.then(job, job)
    last = next
    return next
  }
}

/** Files on their way in, from the first byte to the entry that leads to them. */
const underWay = () => {
  const works = new Set<Promise<unknown>>()
  return {
    arriving: <T>(work: Promise<T>): Promise<T> => {
      works.add(work)
      const end = (): void => void works.delete(work)
      work.then(end, end)
      return work
    },
    arrived: async (): Promise<void> => {
      while (works.size > 0) await Promise.allSettled(works)
    },
  }
}

/** Clears what was deleted, once the word that offers to take it back is gone. */
const sweep = (desk: Desk, store: Pick<Store, 'state' | 'subscribe'>): void => {
  let before = store.state()
  store.subscribe(() => {
    const now = store.state()
    const freed = freedSlots(before.record, now.record)
    const isOver = now.view.said !== before.view.said
    before = now
    if (isOver && desk.held.size > 0) {
      const room = new Set(freeSlots(now.record, spaceSizes[2], new Set()))
      const slots = [...desk.held].filter((slot) => room.has(slot))
      desk.held.clear()
      void desk.ask({ ask: 'clearChunks', slots })
    }
    for (const slot of freed) desk.held.add(slot)
  })
}

export const attaching = (ask: AskVault, store: Pick<Store, 'state' | 'subscribe'>): Attaching => {
  const desk: Desk = { ask, record: () => store.state().record, held: new Set() }
  const queue = oneByOne()
  sweep(desk, store)
  return {
    wants: (bytes) => wants(desk, bytes),
    widen: (slots, told) => queue(() => widen(desk, slots, told)),
    write: (id, key, file, told) => queue(() => write(desk, id, key, file, told)),
    read: (attachment, told) => read(desk, attachment, told),
    ...underWay(),
  }
}
