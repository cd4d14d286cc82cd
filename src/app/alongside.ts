import type { AskVault } from '../disguise/line.ts'
import { decodeRecord, nameOf } from '../record/encode.ts'
import { put, settingOf } from '../record/record.ts'
import type { Setting } from '../record/setting.ts'
import { itemOf } from './codes.ts'
import { openedBeside, tried } from './openings.ts'
import type { Store } from './store.ts'

// What an opening leaves behind in the lists of openings: in her own and, if there is a decoy, in that
// one's, where it must not stand as something that opened nothing.

const name = nameOf('setting', 'setting')

const settingIn = (bytes: Uint8Array): Setting =>
  settingOf(decodeRecord([[name, new TextDecoder().decode(bytes)]]).record)

const tellDecoy = async (ask: AskVault, hers: Setting): Promise<void> => {
  const { beside } = await ask({ ask: 'lookBeside', name })
  if (!beside?.bytes) return
  const after = openedBeside(settingIn(beside.bytes), hers, beside.times)
  await ask({ ask: 'keepBeside', put: [itemOf(after)] })
}

/** Beside the first drawing: nobody waits for it. Her settings say already that this was opened. */
export const noteOpening = async (
  ask: AskVault,
  { state, send }: Pick<Store, 'state' | 'send'>,
): Promise<void> => {
  const setting = () => settingOf(state().record)
  const { times } = await ask({ ask: 'tries' })
  if (times.length > 0) send(put(tried(setting(), times)))
  if (setting().decoyCode !== '') await tellDecoy(ask, setting())
}
