import { useApp } from './use.ts'
import { beforeIn, type Screen } from './view.ts'

/** The headings of the places that lead on to others. */
const headings: Partial<Record<Screen['at'], string>> = {
  search: 'search.title',
  contacts: 'contact.title',
  network: 'network.title',
  directory: 'directory.title',
  appointments: 'appointment.heading',
  timeline: 'timeline.title',
  stories: 'story.title',
  shares: 'share.title',
  plan: 'plan.title',
  safety: 'safety.title',
  more: 'more.title',
}

/** The way back, named after where it leads: to most places there are several ways. */
export const useWay = () => {
  const { view, t, back } = useApp()
  return { label: t(headings[beforeIn(view).at] ?? 'action.back'), go: back }
}
