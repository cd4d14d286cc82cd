import fc from 'fast-check'
import { afterAll, beforeEach } from 'vitest'
import type { AskVault } from '../../src/disguise/line.ts'
import { newId } from '../../src/app/id.ts'
import { keeping, type Outcome } from '../../src/app/keep.ts'
import type { Desk, Wish } from '../../src/app/sharing.ts'
import { createStore, type Means } from '../../src/app/store.ts'
import { speak } from '../../src/i18n/words.ts'
import { all, emptyRecord, put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import type { Relay as Caller } from '../../src/share/call.ts'
import { openingOf, openWith } from '../../src/share/client.ts'
import { parseLink } from '../../src/share/link.ts'
import { newBrowserKey } from '../../src/share/opener.ts'
import { contacts, stories } from '../record/entries.ts'
import { day, dropFolder, newFolder, noon, relayOn, sqliteIn } from '../relay/given.ts'

// Her app against the real relay, with a line between them that can break at any point.

export type Break = (path: string, pass: () => Promise<Response>) => Promise<Response>

const folders: string[] = []
export const clock = { now: noon }
export const phone = { now: noon }

beforeEach(() => {
  clock.now = noon
  phone.now = noon
})

afterAll(() => folders.forEach(dropFolder))

export const passes: Break = (_, pass) => pass()

export const cut: Break = () => Promise.reject(new TypeError('no network'))

/** The request arrives, the answer does not. */
export const lose =
  (lost: string): Break =>
  async (path, pass) => {
    const answer = await pass()
    return path === lost ? cut(path, pass) : answer
  }

const lengthOf = (body: BodyInit | null | undefined): number =>
  body instanceof Uint8Array || typeof body === 'string' ? body.length : 0

export const startLine = (mostBytes?: number) => {
  const folder = newFolder()
  folders.push(folder)
  const relay = relayOn(sqliteIn(folder, mostBytes), clock)
  const line = { break: passes }
  const pass = async (path: string, how: RequestInit): Promise<Response> =>
    relay.request(path, { ...how, headers: { 'Content-Length': `${lengthOf(how.body)}` } })
  const fetch = (path: string, how: RequestInit) => line.break(path, () => pass(path, how))
  const caller: Caller = { origin: '', timeout: 2_000, fetch }
  return { line, caller, folder }
}

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('no sample')
  return one
}

const contact = first(fc.sample(contacts, { numRuns: 1, seed: 1 }))
export const story = first(fc.sample(stories, { numRuns: 1, seed: 2 }))
export const kept = all(put(contact), put(story))(emptyRecord)

export const wish: Wish = {
  recipient: 'Socialtjänsten',
  type: 'social',
  why: 'Mötet',
  parts: [
    { kind: 'contact', id: contact.id, fields: ['organisation', 'caseNumber'] },
    { kind: 'story', id: story.id, fields: ['topic', 'text'] },
  ],
  life: 7 * day,
  passcode: false,
  living: false,
  openers: 20,
  words: false,
  titles: [],
  files: [],
}

const keepsAll: Means['keep'] = () => ({
  record: () => undefined,
  flush: () => undefined,
  settled: () => Promise.resolve(),
})

/** A phone that takes its time to find that it has no room, while `phone` says so. */
export const refusing = (phone: { full: boolean }): Means['keep'] => {
  const ask = async (): Promise<Outcome> => {
    const answer: Outcome = phone.full ? { ok: false, why: 'full' } : { ok: true }
    await new Promise((done) => setTimeout(done, 50))
    return answer
  }
  return (told, first) => keeping(ask as AskVault, first, told)
}

export const start = (record = kept, mostBytes?: number, keep = keepsAll) => {
  const { line, caller, folder } = startLine(mostBytes)
  const store = createStore(
    {
      keep,
      now: () => new Date(phone.now * 1000),
      newId,
      speak: () => Promise.resolve(speak('sv')),
      copy: () => Promise.resolve({ ok: true, file: new Uint8Array(0), lostPages: 0 }),
      storage: 'file',
      grow: () => Promise.resolve(true),
    },
    record,
    speak('sv'),
  )
  const desk: Desk = { ...store, relay: caller }
  const shares = (): readonly Share[] => [...store.state().record.share.values()]
  const one = (): Share => {
    const [share] = shares()
    if (!share) throw new Error('no share')
    return share
  }
  return { store, desk, line, shares, one, folder }
}

export const openedBy = async (relay: Caller, share: Share) => {
  const link = await parseLink(share.secret)
  return link ? openWith(relay, await openingOf(link, share.passcode, await newBrowserKey())) : null
}
