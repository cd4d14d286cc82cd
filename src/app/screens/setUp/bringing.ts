import type { AskVault } from '../../../disguise/line.ts'
import type { NotBegun, Refusal } from '../../../vault/messages.ts'
import { filesIn } from '../../copyFiles.ts'
import { attachmentsIn, settledIn, type Brought, type Copy } from './copy.ts'

/** A file that was picked, and as much of it as entries can take. */
export type Picked = Pick<Copy, 'file' | 'front'>

/** Why there is no place, or nothing in it. */
export type NotPlaced = NotBegun | Refusal

export type Placed =
  | { readonly ok: true; readonly brought: Brought | null }
  | { readonly ok: false; readonly why: NotPlaced }

/** null when nothing of the file opens under this key. */
export const lookInto = async (
  ask: AskVault,
  picked: Picked,
  key: Uint8Array,
): Promise<Copy | null> => {
  const show = ['attachment/', 'setting/']
  const { contents } = await ask({ ask: 'inspect', file: picked.front, key, show })
  if (!contents) return null
  const { behind, shown } = contents
  const [attachments, settled] = [attachmentsIn(shown), settledIn(shown)]
  return { ...picked, key, contents, behind, attachments, settled }
}

/** Brings a copy back into what was just set up, and is empty. */
export const bringBack = async (
  ask: AskVault,
  copy: Copy,
  told: (done: number) => void,
): Promise<Placed> => {
  // First the files: the entries that lead to them are kept when they are there.
  const lost = await filesIn(ask, copy, copy.attachments, told)
  const { front: file, key, settled: put } = copy
  const restored = await ask({ ask: 'restore', file, key, put })
  return restored.ok ? { ok: true, brought: { contents: restored.contents, lost } } : restored
}
