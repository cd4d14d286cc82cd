import type { Summary } from '../../src/record/summary.ts'
import { askAbout, createShare } from '../../src/share/client.ts'
import { linkOf, newSecret } from '../../src/share/link.ts'
import { newOwner, sealSummary, type Terms } from '../../src/share/seal.ts'

/** Gives a summary to the relay at `origin`, as her app would; returns a link that needs no passcode. */
export const giveShare = async (
  origin: string,
  summary: Summary,
  terms: Partial<Terms> = {},
): Promise<string> => {
  const relay = { origin, fetch, timeout: 20_000 }
  const secret = await newSecret(false)
  const own = { secret, passcode: null, owner: newOwner() }
  const sealed = await sealSummary(summary, own, { openers: 3, tries: 10, counter: 1, ...terms })
  if (!sealed.ok) throw new Error(sealed.why)
  const asked = await askAbout(relay)
  const made = await createShare(relay, sealed.head, sealed.body)
  if (!asked.ok || !made.ok) throw new Error('the relay took no share')
  return linkOf(asked.about.recipientOrigin, secret)
}
