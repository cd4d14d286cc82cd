import type { ShareFields } from './fields.ts'

/** What every step of the flow works with. */
export type StepProps = {
  readonly fields: ShareFields
  readonly set: (change: Partial<ShareFields>) => void
  readonly next: () => void
}
