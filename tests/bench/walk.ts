import type { Locator } from '@playwright/test'
import type { HerPhone } from '../journeys/driver.ts'

// What is touched or typed, one after the other, on a walk through her screens.

export type Step = {
  readonly name: string
  readonly where: (her: HerPhone) => Locator
  /** Typed instead of a touch, into what was touched before. */
  readonly keys?: string
  /** Only there to come further: the same touch is measured elsewhere. */
  readonly silent?: boolean
}

const tab = (name: string, called = name, silent = false): Step => ({
  name: called,
  where: ({ room, say }) =>
    room.getByRole('navigation').getByRole('button', { name: say(`tab.${name}`) }),
  silent,
})

const button = (name: string, key: string): Step => ({
  name,
  where: ({ button: find, say }) => find(say(key)).first(),
})

const row = (name: string, text: string, silent = false): Step => ({
  name,
  where: (her) => her.row(text),
  silent,
})

const said = (name: string, key: string, silent = false): Step => ({
  name,
  where: (her) => her.row(her.say(key)),
  silent,
})

const field = (name: string, label: string): Step => ({
  name,
  where: ({ room, say }) =>
    room.locator('input, textarea').and(room.getByLabel(say(label), { exact: true })),
})

const typed = (name: string, label: string, keys: string): Step => ({
  ...field(name, label),
  keys,
})

/** One of those on screen, by what it is. */
const nth = (name: string, role: 'radio' | 'checkbox', at = 0): Step => ({
  name,
  where: ({ room }) => room.getByRole(role).nth(at),
})

const home = tab('home', 'home', true)
const more = (name: string, key: string): readonly Step[] => [
  home,
  said('more', 'more.title'),
  said(name, key),
]

const contacts: readonly Step[] = [
  tab('contacts'),
  button('arrange contacts', 'contact.arrange.open'),
  button('arrange contacts by need', 'contact.arrange.order.need'),
  button('sieve of contacts', 'contact.arrange.sieve.none'),
  tab('contacts', '', true),
  row('contact', 'Kontoret 7'),
  {
    name: 'what it was before',
    // Each round adds one.
    where: ({ room, say }) =>
      room.getByRole('button', {
        name: RegExp(say('past.show', { count: 30 }).replace('30', '\\d+')),
      }),
  },
  said('what is safe', 'contact.safety.title'),
  button('say that it is safe', 'contact.use.yes'),
  button('save what is safe', 'action.save'),
  said('whom a contact should talk to', 'contact.links.title'),
  nth('link two contacts', 'checkbox', 3),
  tab('contacts', '', true),
  row('', 'Kontoret 7', true),
  said('times to keep in mind', 'deadline.title'),
  { name: 'one of these times', where: ({ room }) => room.locator('.row button').first() },
  tab('contacts', '', true),
  row('', 'Kontoret 7', true),
  button('contact form', 'action.edit'),
  field('a field', 'contact.organisation'),
  typed('write in a contact', 'contact.organisation', 'abc'),
  button('save the contact', 'action.save'),
  tab('contacts', '', true),
  field('go to the search', 'contact.search'),
  typed('search contacts', 'contact.search', 'kont'),
  tab('home', 'home'),
  tab('contacts', '', true),
  button('picture of everyone', 'network.open'),
  button('nearer to the picture', 'network.closer'),
  tab('contacts', '', true),
  button('directory', 'contact.fromDirectory'),
  said('help by need', 'directory.need.children'),
  row('help', 'Bris'),
  tab('contacts', '', true),
  button('from a file', 'contact.fromFile'),
]

const days: readonly Step[] = [
  tab('appointments', 'calendar'),
  {
    name: 'week',
    where: ({ room, say }) => room.getByRole('radio', { name: say('appointment.views.week') }),
  },
  tab('home', '', true),
  tab('appointments', '', true),
  row('appointment', 'Möte 3'),
  button('appointment form', 'action.edit'),
  button('people sheet', 'appointment.someone'),
  { name: 'close the sheet', where: ({ button: find, say }) => find(say('action.close')).last() },
  button('save the appointment', 'action.save'),
  tab('appointments', '', true),
  button('new appointment', 'appointment.add'),
]

const stories: readonly Step[] = [
  tab('stories'),
  row('story of 25,000 characters', 'Del 0'),
  button('its form', 'action.edit'),
  field('its text', 'story.text'),
  typed('write in 25,000 characters', 'story.text', 'abc'),
  button('save the story', 'action.save'),
  button('something later', 'addendum.add'),
  tab('stories', '', true),
  said('show that nothing was changed', 'evidence.title'),
  tab('stories', '', true),
  said('timeline of 1,500 moments', 'timeline.title'),
  {
    name: 'sieve of the timeline',
    where: ({ room, say }) =>
      room.getByRole('button', { name: say('timeline.kind.incident') }).first(),
  },
  row('incident', 'Det hände igen'),
  button('incident form', 'action.edit'),
  field('what happened', 'incident.what'),
  typed('write in an incident', 'incident.what', 'abc'),
  button('save the incident', 'action.save'),
]

const further: readonly Step[] = [
  ...more('plan', 'more.plan.title'),
  row('step', 'Steg 3'),
  button('step form', 'action.edit'),
  button('save the step', 'action.save'),
  ...more('plan', 'more.plan.title'),
  said('map of needs', 'need.title'),
  { name: 'one need', where: ({ room }) => room.locator('button.need').nth(4) },
  nth('how it stands with a need', 'radio', 1),
  button('save the need', 'action.save'),
  ...more('children', 'more.children.title'),
  row('child', 'Barn 1'),
  said('needs of a child', 'need.title'),
  ...more('children', 'more.children.title'),
  row('', 'Barn 1', true),
  button('child form', 'action.edit'),
]

const safety: readonly Step[] = [
  ...more('safety plan', 'more.safety.title'),
  said('a part of the safety plan', 'safety.topic.bag'),
  nth('tick a line of the plan', 'checkbox'),
  ...more('safety plan', 'more.safety.title'),
  said('talks', 'talk.title'),
  row('talk', 'Samtal 3'),
  button('talk form', 'action.edit'),
  ...more('how it has been', 'more.ratings.title'),
  said('for a client council', 'council.open'),
  tab('contacts', '', true),
  row('', 'Kontoret 9', true),
  said('how it was', 'rating.how'),
  nth('say how it was', 'radio'),
  ...more('trash', 'more.trash.title'),
  row('bring back', 'Borta'),
  home,
  button('search everything', 'home.search'),
  typed('search 200,000 characters', 'search.label', 'torsd'),
  home,
  button('settings', 'home.settings'),
  said('codes', 'code.title'),
  home,
  { ...button('', 'home.settings'), silent: true },
  said('openings', 'opening.title'),
  home,
  { ...button('', 'home.settings'), silent: true },
  said('make a copy', 'setting.copy.title'),
  home,
  { ...button('', 'home.settings'), silent: true },
  {
    name: 'choose in the settings',
    where: ({ room, say }) => room.getByRole('checkbox', { name: say('setting.resume') }),
  },
]

const shares: readonly Step[] = [
  tab('shares'),
  said('log of what was shared', 'share.log.title'),
  typed('search the log', 'share.log.search', 'mott'),
  tab('shares', '', true),
  row('one that has ended', 'Mottagare 3'),
  tab('shares', '', true),
  button('whom to share with', 'share.add'),
  said('parts of everything', 'share.type.social'),
  { name: 'tick a part', where: ({ room }) => room.getByRole('checkbox').nth(3) },
  button('what they will see', 'action.continue'),
  tab('home', '', true),
  tab('shares', '', true),
  { name: '', where: ({ button: find, say }) => find(say('share.add')), silent: true },
  { name: '', where: ({ button: find, say }) => find(say('draft.restart')), silent: true },
]

export const stepsOf: readonly Step[] = [
  ...contacts,
  ...days,
  ...stories,
  ...further,
  ...safety,
  ...shares,
]
