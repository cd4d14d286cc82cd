import { fieldsOf, text } from './fields.ts'

/** How a share that is kept up to date stands. Times are as in types.ts. */
export type Living = {
  /** Of the content that was sent last; empty when none was since she asked for it. */
  readonly mark: string
  /** Since when an update waits to be sent; empty when none does. */
  readonly behind: string
  /** New entries since then may be offered to go along; empty for since it was made. */
  readonly asked: string
}

export const readLiving = (value: unknown): Living | null => {
  const { mark, behind, asked } = fieldsOf(value)
  return typeof mark === 'string' ? { mark, behind: text(behind), asked: text(asked) } : null
}
