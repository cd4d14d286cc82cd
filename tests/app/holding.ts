import fc from 'fast-check'
import { keeping } from '../../src/app/keep.ts'
import { createStore, type Store } from '../../src/app/store.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { speak } from '../../src/i18n/words.ts'
import { decodeRecord } from '../../src/record/encode.ts'
import { emptyRecord } from '../../src/record/record.ts'
import type { ClientRecord, Contact } from '../../src/record/types.ts'
import { contacts } from '../record/entries.ts'

// Her app over a vault that can be told to refuse.

/** A vault that keeps texts, may refuse, and may take its time. */
export type Vault = {
  readonly ask: AskVault
  readonly kept: Map<string, string>
  why: 'full' | null
  wait: number
}

export const vaultOf = (): Vault => {
  const kept = new Map<string, string>()
  const vault: Vault = {
    kept,
    why: null,
    wait: 0,
    ask: (async (question: Parameters<AskVault>[0]) => {
      if (question.ask !== 'commit') throw new Error('not asked here')
      if (vault.wait > 0) await new Promise((done) => setTimeout(done, vault.wait))
      if (vault.why) return { ok: false, why: vault.why }
      for (const [name, bytes] of question.put) kept.set(name, new TextDecoder().decode(bytes))
      for (const name of question.drop) kept.delete(name)
      return { ok: true }
    }) as AskVault,
  }
  return vault
}

export const recordIn = (vault: Vault): ClientRecord => decodeRecord([...vault.kept]).record

export const storeOver = (vault: Vault): Store =>
  createStore(
    {
      keep: (told) => keeping(vault.ask, emptyRecord, told),
      now: () => new Date('2026-11-23T12:00:00Z'),
      newId: () => 'id',
      speak: () => Promise.resolve(speak('en', {})),
      copy: () => Promise.resolve({ ok: true, file: new Uint8Array(0), lostPages: 0 }),
      storage: 'file',
      grow: () => {
        vault.why = null
        return Promise.resolve(true)
      },
    },
    emptyRecord,
    speak('en', {}),
  )

export const sample = (count: number): Contact[] =>
  fc.sample(contacts, count).map((contact, n) => ({ ...contact, id: `id${n}` }))
