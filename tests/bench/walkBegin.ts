import { join } from 'node:path'
import { button, named, row, tab, type Step } from './touches.ts'

// What happens once: the set-up, a copy from another phone, the first photo.

const photo = join(import.meta.dirname, '../exchange/pictures/phone-turned.jpg')

const language: Step = {
  name: 'her language',
  where: ({ room }) => room.getByRole('radio', { name: 'English' }),
}

/** `code` says it once it is on the screen. */
const coded = (code: () => string, before: NonNullable<Step['before']>): readonly Step[] => [
  { ...button('to typing the code back', 'setUp.code.next'), before },
  { ...named('type the code back', 'setUp.typing.title'), keys: () => `${code()}=` },
  button('begin', 'setUp.ready.begin'),
]

const noted = () => {
  let code = ''
  return coded(
    () => code,
    async ({ readCode }) => {
      code = await readCode()
    },
  )
}

export const settingUp = (): readonly Step[] => [
  language,
  button('what it cannot do', 'action.continue'),
  button('a code is made', 'action.continue'),
  ...noted(),
  tab('contacts', 'no contacts yet'),
]

/** A copy of the large record, at `path` under these digits, comes back on a new phone. */
export const bringing = (path: string, digits: string): readonly Step[] => [
  { ...language, silent: true },
  button('', 'action.continue', true),
  button('there is a copy', 'setUp.copy.have'),
  { ...button('the file of a copy', 'setUp.copy.pick'), file: path },
  { ...named('digits of a copy', 'setUp.copy.title'), keys: digits },
  button('a code for what comes back', 'action.continue'),
  ...noted().map((step): Step => ({ ...step, name: `${step.name}, with a copy` })),
]

export const attaching: readonly Step[] = [
  tab('stories', '', true),
  row('', 'Del 0', true),
  { ...button('a photo is picked', 'attachment.add'), file: photo },
  {
    name: 'make room for it',
    where: ({ room }) => room.getByRole('dialog').getByRole('button').nth(1),
  },
  row('the photo', 'phone-turned.jpg'),
  button('a clean copy of it', 'attachment.out.clean'),
]
