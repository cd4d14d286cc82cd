import { heldBy, finishRest, spaceBeside, type Desk } from './desk.ts'
import type { Answers, Ask, Asked, NotErased } from './messages.ts'
import { clearUncarried } from './attachments.ts'
import * as beside from './beside.ts'
import type { Disk } from './disk.ts'
import { eraseAll } from './erasing.ts'
import { answerBeside, type BesideAsk } from './following.ts'
import { whyOf } from './full.ts'
import * as growing from './growing.ts'
import { readPreamble } from './preamble.ts'
import * as recoding from './recoding.ts'
import { triesSince } from './tries.ts'

// What is asked of the container as a whole while a vault is open: loaded when it is first asked for.

export type ChangeAsk = Extract<
  Ask,
  {
    readonly ask:
      | 'recode'
      | 'confirm'
      | 'clears'
      | 'peek'
      | 'refresh'
      | BesideAsk['ask']
      | 'grow'
      | 'tries'
      | 'erase'
  }
>

const recode = async (desk: Desk, ask: Asked<'recode'>): Promise<Answers['recode']> => {
  const held = heldBy(desk)
  await finishRest(desk)
  const recoded = await recoding
    .recode(desk.means, held, ask)
    .catch((error: unknown) => ({ ok: false, why: whyOf(error) }) as const)
  if (!recoded.ok) return recoded
  desk.held = recoded.held
  desk.rest = clearUncarried(spaceBeside(desk, held.disk), recoded.cleared)
  await finishRest(desk)
  return { ok: true }
}

const refresh = async (desk: Desk, ask: Asked<'refresh'>): Promise<Answers['refresh']> => {
  try {
    return await beside.refresh(desk.means, heldBy(desk), ask.code, ask.put, ask.drop)
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const peek = (desk: Desk, code: string): Promise<Answers['peek']> =>
  beside.peek(desk.means, heldBy(desk), code)

const follow = async (desk: Desk, ask: BesideAsk): Promise<Answers[BesideAsk['ask']]> => {
  try {
    return await answerBeside(heldBy(desk), ask)
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const grow = async (desk: Desk): Promise<Answers['grow']> => {
  const { disk, inside } = heldBy(desk)
  try {
    const pages = await growing.grow(disk)
    if (pages === null) return { ok: false, why: 'full' }
    inside.widen(pages)
    return { ok: true }
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const tries = async (desk: Desk): Promise<Answers['tries']> => {
  const { disk, inside } = heldBy(desk)
  const preamble = await readPreamble(disk)
  const times = triesSince(preamble, inside.seen())
  inside.see(preamble.tried)
  return { times }
}

const eraseOn = async (desk: Desk, disk: Disk): Promise<Answers['erase']> => {
  const erased = await eraseAll(disk, spaceBeside(desk, disk))
  if (erased.ok) delete desk.left
  else desk.left = erased
  return erased
}

/** Nothing is open by then; a container that does not open just now leaves all as it was. */
const eraseAgain = async (desk: Desk, left: NotErased): Promise<Answers['erase']> => {
  const opened = await desk.means.openStorage()
  return opened.ok ? eraseOn(desk, opened.disk) : left
}

const erase = async (desk: Desk): Promise<Answers['erase']> => {
  if (!desk.held && desk.left) return eraseAgain(desk, desk.left)
  const { disk, inside } = heldBy(desk)
  desk.rest = null
  inside.lock()
  const erased = await eraseOn(desk, disk)
  desk.held = null
  return erased
}

export const change = (desk: Desk, ask: ChangeAsk): Promise<Answers[ChangeAsk['ask']]> => {
  switch (ask.ask) {
    case 'recode':
      return recode(desk, ask)
    case 'confirm':
      return beside.confirm(desk.means, heldBy(desk), ask.code)
    case 'clears':
      return beside.clears(desk.means, heldBy(desk), ask.code)
    case 'peek':
      return peek(desk, ask.code)
    case 'refresh':
      return refresh(desk, ask)
    case 'lookBeside':
    case 'keepBeside':
      return follow(desk, ask)
    case 'grow':
      return grow(desk)
    case 'tries':
      return tries(desk)
    case 'erase':
      return erase(desk)
  }
}
