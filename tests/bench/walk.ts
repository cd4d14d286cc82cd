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

const home = tab('home', 'home', true)
const more = (name: string, key: string): readonly Step[] => [
  home,
  said('more', 'more.title'),
  said(name, key),
]

const contacts: readonly Step[] = [
  tab('contacts'),
  row('contact', 'Kontoret 7'),
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
]

const stories: readonly Step[] = [
  tab('stories'),
  row('story of 25,000 characters', 'Del 0'),
  button('its form', 'action.edit'),
  field('its text', 'story.text'),
  typed('write in 25,000 characters', 'story.text', 'abc'),
  button('save the story', 'action.save'),
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
  ...more('plan', 'more.plan.title'),
  said('map of needs', 'need.title'),
  ...more('children', 'more.children.title'),
  row('child', 'Barn 1'),
  ...more('safety plan', 'more.safety.title'),
  ...more('trash', 'more.trash.title'),
  home,
  button('search everything', 'home.search'),
  typed('search 200,000 characters', 'search.label', 'torsd'),
  home,
  button('settings', 'home.settings'),
]

const shares: readonly Step[] = [
  tab('shares'),
  button('whom to share with', 'share.add'),
  said('parts of everything', 'share.type.social'),
  { name: 'tick a part', where: ({ room }) => room.getByRole('checkbox').nth(3) },
  button('terms', 'action.continue'),
  tab('home', '', true),
  tab('shares', '', true),
  { name: '', where: ({ button: find, say }) => find(say('share.add')), silent: true },
  { name: '', where: ({ button: find, say }) => find(say('draft.restart')), silent: true },
]

export const stepsOf: readonly Step[] = [...contacts, ...days, ...stories, ...further, ...shares]
