import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** A help line that stands in the directory under its name in her letters. */
const helpLine = ({ room }: HerPhone) =>
  room
    .getByRole('button')
    .filter({ hasText: /Bris|بريس/ })
    .first()

/** What unfolds around one contact. */
const around = ({ say, tab, tap, row, room }: HerPhone): Stop[] => [
  [
    'contact safety',
    async () => {
      await tab('contacts')
      await row('Kommunen Påhitt').click()
      await row(say('contact.safety.title')).click()
    },
  ],
  [
    'card for the phone',
    async () => {
      await tap(say('contact.use.careful'))
      await tap(say('action.save'))
      await row(say('contact.toPhone.title')).click()
    },
  ],
  [
    'contact links',
    async () => {
      await room.getByRole('button', { name: say('action.close') }).click()
      await row(say('contact.links.title')).click()
    },
  ],
]

/** All of them together, two that are one, and the directory's further rooms. */
export const arranged = (her: HerPhone): Stop[] => {
  const { say, tab, tap, row, room } = her
  const directory = async (name: string): Promise<void> => {
    await tab('contacts')
    await tap(say('contact.fromDirectory'))
    await row(say(name)).click()
  }
  const twin = async (): Promise<void> => {
    await her.addContact({
      organisation: 'Kommunen Påhitt',
      person: 'Handläggare Exempel',
      next: 'Ring på måndag',
    })
    await tab('contacts')
    await tap(say('contact.alike.open', { count: 1 }))
  }
  return [
    ['alike', twin],
    ['merge', () => row('Kommunen Påhitt').click()],
    [
      'network',
      async () => {
        await tap(say('contact.merge.leave'))
        await directory('directory.need.children')
        await helpLine(her).click()
        await tap(say('directory.add'))
        await tab('contacts')
        await tap(say('network.open'))
        await room.getByRole('heading', { name: say('network.words') }).waitFor()
      },
    ],
    ...around(her),
    ['help apart', () => directory('directory.apart.title')],
    ['packs', () => directory('directory.packs.title')],
  ]
}

/** What is brought in, and what the directory knows. */
export const found = (her: HerPhone): Stop[] => {
  const { say, tab, tap, row } = her
  return [
    [
      'import',
      async () => {
        await tab('contacts')
        await tap(say('contact.fromFile'))
      },
    ],
    [
      'directory',
      async () => {
        await tab('contacts')
        await tap(say('contact.fromDirectory'))
      },
    ],
    ['need', () => row(say('directory.need.children')).click()],
    ['service', () => helpLine(her).click()],
  ]
}
