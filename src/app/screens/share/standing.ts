import type { Share, Time } from '../../../record/types.ts'

export const standings = ['unsent', 'open', 'stopped', 'ended'] as const
export type Standing = (typeof standings)[number]

/** How a share stands as far as the phone knows. */
export const standingOf = (share: Share, now: Time): Standing => {
  if (share.stopped) return 'stopped'
  if (!share.made) return 'unsent'
  return share.ended || share.grant.until <= now ? 'ended' : 'open'
}
