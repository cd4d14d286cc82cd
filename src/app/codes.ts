import type { AskVault } from '../disguise/line.ts'
import { encodeEntry, nameOf } from '../record/encode.ts'
import { put, settingOf } from '../record/record.ts'
import type { Entry } from '../record/types.ts'
import type { Setting } from '../record/setting.ts'
import type { Answers, Item, Other } from '../vault/messages.ts'
import type { Store } from './store.ts'

// Changing codes writes the whole container anew. What is named goes on; all else is gone.

/** `own`: the code that opens this from now on. What is left out stays as it is. */
export type Wish = {
  readonly own: string
  /** A decoy's code, and what one that begins has in it; null takes away the one that there is. */
  readonly decoy?: { readonly code: string; readonly begin: readonly Item[] | 'stays' } | null
  /** Null takes it away. */
  readonly shred?: string | null
}

type Refused = Extract<Answers['recode'], { readonly ok: false }>
/** The end of a locale key: setUp.refused.<why>; null when it is done. */
export type NotChanged = Refused['why'] | 'present' | null

type Desk = Pick<Store, 'state' | 'send'> & { readonly ask: AskVault }

export const itemOf = (entry: Entry): Item => [
  nameOf(entry.kind, entry.id),
  new TextEncoder().encode(encodeEntry(entry)),
]

/** What her record says of the codes once the wish has come true. */
const settingAfter = (before: Setting, { decoy, shred }: Wish): Setting => {
  const decoyCode = decoy === undefined ? before.decoyCode : (decoy?.code ?? '')
  const shredCode = shred === undefined ? before.shredCode : (shred ?? '')
  return { ...before, decoyCode, shredCode: decoyCode === '' ? '' : shredCode }
}

const othersOf = (before: Setting, { decoy }: Wish): readonly Other[] => {
  const code = before.decoyCode
  if (decoy?.begin === 'stays') return [{ code, to: decoy.code }]
  if (decoy) return [{ begin: decoy.begin, to: decoy.code }]
  return decoy === null || code === '' ? [] : [{ code, to: code }]
}

/** Whether a shred code may be armed: there is a decoy to show, and a copy to come back to. */
export const mayShred = ({ backedUp, decoyCode }: Setting): boolean =>
  backedUp !== '' && decoyCode !== ''

/** The same for whoever knows the code of what is open: `present` when this is another one. */
export const changeAs = async (
  ask: AskVault,
  present: string,
  change: () => Promise<NotChanged>,
): Promise<NotChanged> => {
  const { mine } = await ask({ ask: 'confirm', code: present })
  return mine ? change() : 'present'
}

/**
 * Changes codes. What the record is to say of them is kept before, so that a kill in between leaves
 * no decoy that nobody knows of; it is taken back when the change is refused.
 */
export const changeCodes = async (desk: Desk, wish: Wish): Promise<NotChanged> => {
  const before = settingOf(desk.state().record)
  const after = settingAfter(before, wish)
  if (wish.shred && !mayShred(after)) throw new Error('a shred code needs a copy and a decoy')
  desk.send(put(after))
  const shred = after.shredCode === '' ? null : { code: after.shredCode, opens: 0 }
  const others = othersOf(before, wish)
  const answer = await desk.ask({ ask: 'recode', code: wish.own, others, shred })
  if (answer.ok) return null
  const { decoyCode, shredCode } = before
  desk.send(put({ ...settingOf(desk.state().record), decoyCode, shredCode }))
  if (answer.why === 'unknown' && decoyCode !== '' && !wish.decoy && !wish.shred) {
    // The decoy that the record speaks of is not on this phone: it came with a copy from another. For a
    // code that clears it is needed, and that one must not be said to be in use.
    return changeCodes(desk, { ...wish, decoy: null, shred: null })
  }
  return answer.why
}
