import type { Hands } from './driver.ts'

export type Contact = {
  readonly organisation?: string
  readonly person?: string
  readonly phones?: string
  readonly caseNumber?: string
  readonly next?: string
}
export type Appointment = {
  readonly date: string
  readonly time?: string
  readonly title: string
  readonly place?: string
}

/** Verbs for what she keeps. */
export const writing = ({ page, say, tap, tab, fill, row }: Hands) => ({
  addContact: async (contact: Contact): Promise<void> => {
    await tab('contacts')
    await tap(say('contact.add'))
    const names = ['organisation', 'person', 'phones', 'caseNumber', 'next'] as const
    for (const name of names) await fill(say(`contact.${name}`), contact[name] ?? '')
    await tap(say('action.save'))
  },

  addAppointment: async (appointment: Appointment): Promise<void> => {
    await tab('appointments')
    await tap(say('appointment.add'))
    const { date, time = '', title, place } = appointment
    await fill(say('appointment.date'), date)
    await fill(say('appointment.from'), time)
    await fill(say('appointment.title'), title)
    if (place) await tap(say('appointment.more'))
    if (place) await fill(say('appointment.place'), place)
    await tap(say('action.save'))
  },

  writeStory: async (topic: string, text: string): Promise<void> => {
    await tab('stories')
    await row(say(`story.topic.${topic}`)).click()
    await fill(say('story.text'), text)
    await tap(say('action.save'))
  },

  /** Picks a file where the app asks for one. */
  bringIn: async (from: 'contacts' | 'appointments', file: string): Promise<void> => {
    await tab(from)
    await tap(say(from === 'contacts' ? 'contact.fromFile' : 'appointment.fromFile'))
    const chooser = page.waitForEvent('filechooser')
    await tap(say('import.pick'))
    await (await chooser).setFiles(file)
  },
})
