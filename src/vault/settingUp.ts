import { withDisk, type Desk } from './desk.ts'
import { measure } from './measuring.ts'
import type { Answers, Asked } from './messages.ts'
import { beginHeld } from './opening.ts'
import { noteTry } from './tries.ts'

/** A vault under a new code, in the container that is there. Nothing is open before; on success it is held. */
export const setUp = (
  desk: Desk,
  { code, brings = false }: Asked<'setUp'>,
): Promise<Answers['setUp']> => {
  const { means } = desk
  return withDisk<Answers['setUp']>(
    desk,
    async (disk) => {
      // As if a long sum had been typed: it is one mark, and no way to try codes unseen.
      await means.pause(await noteTry(disk, means.clock(), desk.unwritten))
      await measure(means, disk)
      desk.held = await beginHeld(means, disk, code, brings)
      return desk.held ? { ok: true } : { ok: false, why: 'taken' }
    },
    (why) => ({ ok: false, why }),
  )
}
