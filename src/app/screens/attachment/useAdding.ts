import { useState } from 'preact/hooks'
import type { Attachment, Owner } from '../../../record/hanging.ts'
import { spaceBytes } from '../../../vault/chunkSize.ts'
import { pickFile } from '../../file.ts'
import { useApp, useAttaching, useStore } from '../../use.ts'
import { accept, keepFile, look, type Picked, type Refused } from './attach.ts'

type Good = Extract<Picked, { ok: true }>

/** Where adding stands. `wide`: she is asked whether room may be set aside. */
export type Adding =
  | { readonly at: 'idle' }
  | { readonly at: 'wide'; readonly picked: Good; readonly slots: number }
  | { readonly at: 'widening' | 'writing'; readonly done: number }
  | { readonly at: 'refused'; readonly why: Refused }

const idle: Adding = { at: 'idle' }
const refused = (why: Refused): Adding => ({ at: 'refused', why })

/** Whether the browser would let the file grow so far; where it cannot tell, the phone will. */
const isRoomFor = async (bytes: number): Promise<boolean> => {
  const { quota, usage } = await navigator.storage.estimate()
  return quota === undefined || usage === undefined || quota - usage > bytes
}

/** A file to be kept, why there is none, or null when she changed her mind. */
type Got = File | Refused | null

/** What can be kept, or where adding stands without it. */
const examined = async (got: Got): Promise<Good | Adding> => {
  if (got === null) return idle
  const picked = typeof got === 'string' ? { ok: false as const, why: got } : await look(got)
  return picked.ok ? picked : refused(picked.why)
}

/**
 * Picks a file, or takes one that came, and keeps it under an entry, with a question in between when room
 * must be made. `keep` puts what leads to it into the record.
 */
export const useAdding = (of: Owner, keep: (entry: Attachment) => void) => {
  const { time, newId } = useApp()
  const { storage } = useStore()
  const attaching = useAttaching()
  const [adding, setAdding] = useState<Adding>(idle)
  const write = async (picked: Good): Promise<Adding> => {
    const told = (done: number): void => setAdding({ at: 'writing', done })
    told(0)
    const kept = await keepFile(attaching, picked, { id: newId(), of, now: time }, told)
    if (!kept.ok) return refused(kept.why)
    keep(kept.entry)
    return idle
  }
  const begin = async (get: () => Promise<Got>): Promise<Adding> => {
    if (storage !== 'file') return refused('none')
    const picked = await examined(await get())
    if ('at' in picked) return picked
    const slots = await attaching.wants(picked.file.size)
    if (slots === null) return attaching.arriving(write(picked))
    return slots === 'full' ? refused('full') : { at: 'wide', picked, slots }
  }
  const widen = async (picked: Good, slots: number): Promise<Adding> => {
    const told = (done: number): void => setAdding({ at: 'widening', done })
    told(0)
    if (!(await isRoomFor(spaceBytes(slots)))) return refused('full')
    const why = await attaching.widen(slots, told)
    return why ? refused(why) : write(picked)
  }
  return {
    adding,
    pick: (): void => void begin(() => pickFile(accept)).then(setAdding),
    take: (get: () => Promise<Got>): void => {
      setAdding({ at: 'writing', done: 0 })
      void begin(get).then(setAdding)
    },
    agree: (picked: Good, slots: number): void =>
      void attaching.arriving(widen(picked, slots)).then(setAdding),
    cancel: (): void => setAdding(idle),
  }
}
