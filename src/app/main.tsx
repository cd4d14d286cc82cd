import { render } from 'preact'
import type { Door, Enter } from '../disguise/door.ts'
import { concealAlone, onConceal } from '../disguise/exit.ts'
import { choose } from '../i18n/languages.ts'
import { findable } from '../record/find.ts'
import { put, settingOf } from '../record/record.ts'
import type { ClientRecord } from '../record/types.ts'
import type { AskVault } from '../disguise/line.ts'
import type { Storage } from '../vault/messages.ts'
import { ownRelay } from '../share/call.ts'
import { noteOpening } from './alongside.ts'
import { attaching } from './attaching.ts'
import { newId } from './id.ts'
import { keeping, type Outcome } from './keep.ts'
import { opened } from './openings.ts'
import { setDisguise } from './pad.ts'
import { keepLiving } from './living.ts'
import { leaveByFirst } from './leaving.ts'
import { startReading, type Reading } from './reading.ts'
import { Room } from './Room.tsx'
import { preparing } from './screens/search/preparing.ts'
import { SetUp } from './screens/setUp/SetUp.tsx'
import { speakHer } from './speak.ts'
import { createStore, type Store } from './store.ts'
import { VaultLine } from './vaultLine.ts'
import { firstView } from './view.ts'
import '../look/app.css'

// The app's one door. Bugs end here: whatever throws, the disguise comes back, quietly.

type Opened = {
  readonly reading: Reading
  /** Pages that would not open. */
  readonly damaged: number
  readonly storage: Storage
}

/** Milliseconds until the first drawing, and between two chances to answer her hands. */
const [firstStep, nextStep] = [8, 20]

const openRecord = async (ask: AskVault): Promise<Opened> => {
  const asked = [ask({ ask: 'read' }), ask({ ask: 'wake' })] as const
  const [{ items, damaged }, { storage }] = await Promise.all(asked)
  return { reading: startReading(items, () => performance.now()), damaged, storage }
}

const readAll = (reading: Reading) => (): ClientRecord => {
  reading.step(Infinity)
  return reading.record()
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

const storeOf = async (ask: AskVault, opened: Opened, language?: string): Promise<Store> => {
  const { reading, storage } = opened
  const isWhole = reading.step(firstStep)
  const record = reading.record()
  const means = {
    keep: (told: (outcome: Outcome) => void, first: ClientRecord) => keeping(ask, first, told),
    now: () => new Date(),
    newId,
    speak: speakHer,
    copy: (key: Uint8Array) => ask({ ask: 'backup', key }),
    grow: async () => (await ask({ ask: 'grow' })).ok,
    storage,
  }
  const words = await speakHer(language ?? settingOf(record).language)
  return createStore(means, record, words, isWhole ? null : readAll(reading))
}

/** What the first drawing did without, a little at a time; nothing more once she has left. */
const readOn = async (reading: Reading, store: Store, hasLeft: () => boolean): Promise<void> => {
  do {
    await pause()
    if (hasLeft()) return
  } while (!reading.step(nextStep))
  store.whole()
}

/** So that the first letter of a search waits for nothing, wherever it is typed. */
const makeReady = (store: Store): void => {
  onConceal(preparing(findable(store.state().record)))
}

type Way = Pick<Door, 'ask' | 'room'> & {
  /** Whether something threw since the room was entered. */
  readonly isBroken: () => boolean
}

/** Where she was may be what cannot be drawn. That must not shut her out: then she begins at home. */
const drawFirst = (draw: () => void, room: HTMLElement, goHome: () => void): void => {
  try {
    draw()
  } catch {
    render(null, room)
    goHome()
    draw()
  }
}

/** `language`: chosen a moment ago and not kept yet; otherwise her record says it. */
const drawRoom = async ({ ask, room, isBroken }: Way, language?: string): Promise<void> => {
  const opening = await openRecord(ask)
  const { reading } = opening
  const store = await storeOf(ask, opening, language)
  const setting = settingOf(store.state().record)
  const known = language ? { ...setting, language } : setting
  store.send(put(opened(known, store.time())))
  void noteOpening(ask, store)
  leaveByFirst(setting)
  let left = false
  onConceal(() => {
    left = true
    store.leave(room.querySelector('.page')?.scrollTop, isBroken())
    render(null, room)
  })
  const own = attaching(ask, store)
  const draw = (): void =>
    render(
      <VaultLine value={ask}>
        <Room store={store} attaching={own} damaged={opening.damaged + reading.unread() > 0} />
      </VaultLine>,
      room,
    )
  drawFirst(draw, room, () => store.look(() => firstView))
  void readOn(reading, store, () => left).then(() => {
    if (left) return
    draw()
    makeReady(store)
    onConceal(keepLiving({ ...store, relay: ownRelay }))
  })
}

const drawSetUp = async (way: Way): Promise<void> => {
  const { ask, room } = way
  const words = await speakHer(choose(navigator.languages).tag)
  const forget = onConceal(() => render(null, room))
  const begin = (language: string): void => {
    // The room clears itself away, and must still stand when it looks where she is.
    forget()
    void drawRoom(way, language)
  }
  render(<SetUp ask={ask} words={words} onReady={begin} />, room)
}

/** Returns whether anything has thrown since. */
const listen = (): (() => boolean) => {
  let broken = false
  const leave = (event: Event): void => {
    event.preventDefault()
    broken = true
    concealAlone()
  }
  window.addEventListener('error', leave)
  window.addEventListener('unhandledrejection', leave)
  onConceal(() => {
    window.removeEventListener('error', leave)
    window.removeEventListener('unhandledrejection', leave)
  })
  return () => broken
}

export const enter: Enter = async (door) => {
  const way = { ask: door.ask, room: door.room, isBroken: listen() }
  setDisguise(door)
  await (door.way === 'open' ? drawRoom(way) : drawSetUp(way))
}
