import { render } from 'preact'
import type { Door, Enter } from '../disguise/door.ts'
import { conceal, onConceal } from '../disguise/exit.ts'
import { choose } from '../i18n/languages.ts'
import { decodeRecord } from '../record/encode.ts'
import { put, settingOf } from '../record/record.ts'
import type { ClientRecord } from '../record/types.ts'
import type { AskVault } from '../disguise/line.ts'
import type { Storage } from '../vault/messages.ts'
import { attaching } from './attaching.ts'
import { newId } from './id.ts'
import { keeping } from './keep.ts'
import { opened, tried } from './openings.ts'
import { setPad } from './pad.ts'
import { leaveByFirst } from './leaving.ts'
import { Room } from './Room.tsx'
import { SetUp } from './screens/setUp/SetUp.tsx'
import { speakHer } from './speak.ts'
import { createStore, type Store } from './store.ts'
import { VaultLine } from './vaultLine.ts'
import '../look/app.css'

// The app's one door. Bugs end here: whatever throws, the disguise comes back, quietly.

type Read = {
  readonly record: ClientRecord
  readonly damaged: boolean
  readonly storage: Storage
}

const readRecord = async (ask: AskVault): Promise<Read> => {
  const asked = [ask({ ask: 'read' }), ask({ ask: 'wake' })] as const
  const [{ items, damaged }, { storage }] = await Promise.all(asked)
  const decoder = new TextDecoder()
  const texts = items.map(([name, bytes]) => [name, decoder.decode(bytes)] as const)
  const { record, unread } = decodeRecord(texts)
  return { record, damaged: damaged > 0 || unread.length > 0, storage }
}

type Known = Pick<Read, 'record' | 'storage'>

const storeOf = async (ask: AskVault, known: Known, tag: string): Promise<Store> => {
  const { record, storage } = known
  const means = {
    keep: (told: Parameters<typeof keeping>[2]) => keeping(ask, record, told),
    now: () => new Date(),
    newId,
    speak: speakHer,
    copy: async (key: Uint8Array) => (await ask({ ask: 'backup', key })).file,
    grow: async () => (await ask({ ask: 'grow' })).ok,
    storage,
  }
  return createStore(means, record, await speakHer(tag))
}

/** Beside the first drawing: nobody waits for it. */
const noteTries = async (ask: AskVault, { state, send }: Store): Promise<void> => {
  const { times } = await ask({ ask: 'tries' })
  if (times.length > 0) send(put(tried(settingOf(state().record), times)))
}

/** `language`: chosen a moment ago and not kept yet; otherwise her record says it. */
const drawRoom = async (ask: AskVault, room: HTMLElement, language?: string): Promise<void> => {
  const { record, damaged, storage } = await readRecord(ask)
  const setting = settingOf(record)
  const store = await storeOf(ask, { record, storage }, language ?? setting.language)
  const known = language ? { ...setting, language } : setting
  store.send(put(opened(known, store.time())))
  void noteTries(ask, store)
  leaveByFirst(setting)
  onConceal(() => {
    store.leave(room.querySelector('.page')?.scrollTop)
    render(null, room)
  })
  render(
    <VaultLine value={ask}>
      <Room store={store} attaching={attaching(ask, store)} damaged={damaged} />
    </VaultLine>,
    room,
  )
}

const drawSetUp = async ({ ask, room }: Door): Promise<void> => {
  const words = await speakHer(choose(navigator.languages).tag)
  const forget = onConceal(() => render(null, room))
  const begin = (language: string): void => {
    // The room clears itself away, and must still stand when it looks where she is.
    forget()
    void drawRoom(ask, room, language)
  }
  render(<SetUp ask={ask} words={words} onReady={begin} />, room)
}

const listen = (): void => {
  const leave = (event: Event): void => {
    event.preventDefault()
    conceal()
  }
  window.addEventListener('error', leave)
  window.addEventListener('unhandledrejection', leave)
  onConceal(() => {
    window.removeEventListener('error', leave)
    window.removeEventListener('unhandledrejection', leave)
  })
}

export const enter: Enter = async (door) => {
  listen()
  setPad(door.pad)
  await (door.way === 'open' ? drawRoom(door.ask, door.room) : drawSetUp(door))
}
