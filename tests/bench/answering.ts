import { spell } from '../../src/share/bytes.ts'
import type { Relay } from '../../src/share/call.ts'
import { openingOf, openWith } from '../../src/share/client.ts'
import { locatorOf } from '../../src/share/keys.ts'
import { parseLink } from '../../src/share/link.ts'
import { newBrowserKey } from '../../src/share/opener.ts'
import { newReplyId, sendReply } from '../../src/share/replies.ts'
import { sealReply } from '../../src/share/reply.ts'
import type { HerPhone } from '../journeys/driver.ts'

// An agency without a browser: another window would take the focus, and hers would close.

const appointment = {
  kind: 'appointment',
  title: 'Samråd om skolan',
  start: '2031-05-06T10:00',
  end: '',
  place: 'Rum 2',
  bring: '',
} as const

const content = {
  version: 1,
  language: 'sv',
  from: 'Sam Ordnare',
  sent: '2030-11-24T09:00:00Z',
  items: [appointment],
} as const

/** Opens what she shares, by the link and the passcode on her screen, and answers through it. */
export const answerTo = async ({ room }: HerPhone): Promise<void> => {
  const url = new URL((await room.locator('.link-text').innerText()).trim())
  const passcode = (await room.locator('.passcode').innerText()).replace(/\D/g, '')
  const relay: Relay = { origin: url.origin, fetch: (to, how) => fetch(to, how), timeout: 10_000 }
  const link = await parseLink(url.hash)
  if (!link) throw new Error('no link')
  const opened = await openWith(relay, await openingOf(link, passcode, await newBrowserKey()))
  const key = opened.ok ? opened.summary.replyKey : null
  if (key === null) throw new Error('it does not open, or takes no answers')
  const box = { key, locator: spell(await locatorOf(link)) }
  const id = newReplyId()
  const sealed = await sealReply(content, box, id)
  const sent = sealed && (await sendReply(relay, box, id, sealed))
  if (!sent?.ok) throw new Error('the answer did not go')
}
