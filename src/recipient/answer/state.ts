import type { ItemKind, ReplyItem } from '../../record/reply.ts'
import { replyBounds } from '../../share/reply.ts'
import type { Bytes } from '../../share/bytes.ts'
import type { Values } from './fields.ts'
import { itemOf, missing } from './fields.ts'

// Where the answer stands. Nothing of it is kept anywhere: it lives as long as the page does.

export type Why = 'offline' | 'slow' | 'full' | 'refused' | 'gone' | 'large' | 'unread'

/** Sealed once, so that trying again after a failure sends the same, and it never arrives twice. */
export type Ready = { readonly id: string; readonly sealed: Bytes }

export type Answer = {
  readonly items: readonly ReplyItem[]
  /** The bytes of each item that is a file. */
  readonly files: ReadonlyMap<ReplyItem, Blob>
  readonly from: string
  /** What is being written; null while the list is shown. */
  readonly writing: {
    readonly kind: ItemKind
    readonly values: Values
    /** What was missing at the last try to add it, and has not been touched since. */
    readonly missing: readonly string[]
    readonly tries: number
  } | null
  readonly ready: Ready | null
  readonly sending: boolean
  readonly why: Why | null
  /** How many answers have been sent from this page. */
  readonly sent: number
}

export const empty: Answer = {
  items: [],
  files: new Map(),
  from: '',
  writing: null,
  ready: null,
  sending: false,
  why: null,
  sent: 0,
}

const changed = { ready: null, why: null } as const

export const write = (answer: Answer, kind: ItemKind): Answer => ({
  ...answer,
  writing: { kind, values: {}, missing: [], tries: 0 },
})

export const type = (answer: Answer, name: string, value: string): Answer => {
  const { writing } = answer
  if (!writing) return answer
  const values = { ...writing.values, [name]: value }
  const missing = writing.missing.filter((one) => one !== name)
  return { ...answer, writing: { ...writing, values, missing } }
}

const refuse = (answer: Answer, missing: readonly string[]): Answer => ({
  ...answer,
  writing: answer.writing && { ...answer.writing, missing, tries: answer.writing.tries + 1 },
})

/** Puts what was written into the answer, or says what is missing. */
export const add = (answer: Answer): Answer => {
  const { writing } = answer
  if (!writing) return answer
  const gaps = missing(writing.kind, writing.values)
  if (gaps.length > 0) return refuse(answer, gaps)
  const items = [...answer.items, itemOf(writing.kind, writing.values)]
  return { ...answer, ...changed, items, writing: null }
}

/** Takes a chosen file in, if it fits; its name goes along, and can be told at a glance. */
export const attach = (answer: Answer, file: File): Answer => {
  const { items, files, writing } = answer
  const bytes = [...files.values(), file].reduce((sum, { size }) => sum + size, 0)
  const missing = file.size === 0 ? ['file'] : bytes > replyBounds.files ? ['large'] : []
  if (!writing || missing.length > 0) return refuse(answer, missing)
  const name = file.name.slice(-replyBounds.line)
  const item: ReplyItem = { kind: 'file', name, size: file.size }
  return {
    ...answer,
    ...changed,
    items: [...items, item],
    files: new Map([...files, [item, file]]),
    writing: null,
  }
}

export const leave = (answer: Answer): Answer => ({ ...answer, writing: null })

export const remove = (answer: Answer, at: number): Answer => ({
  ...answer,
  ...changed,
  items: answer.items.filter((_, other) => other !== at),
  files: new Map([...answer.files].filter(([item]) => item !== answer.items[at])),
})

export const sign = (answer: Answer, from: string): Answer => ({ ...answer, ...changed, from })

export const isFull = ({ items }: Answer): boolean => items.length >= replyBounds.items

/** Whether closing the page would lose something that nobody has. */
export const isUnsent = ({ items, writing }: Answer): boolean =>
  items.length > 0 || Object.values(writing?.values ?? {}).some((value) => value.trim() !== '')

/** What the relay's answer makes of it: once it has arrived, nothing of it stays on the page. */
export const told = (
  answer: Answer,
  ready: Ready | null,
  result: { readonly ok: true } | { readonly ok: false; readonly why: Why },
): Answer =>
  result.ok
    ? { ...empty, from: answer.from, sent: answer.sent + 1 }
    : { ...answer, ready, sending: false, why: result.why }
