import { Appointment } from './screens/appointment/Appointment.tsx'
import { AppointmentForm } from './screens/appointment/AppointmentForm.tsx'
import { Appointments } from './screens/appointment/Appointments.tsx'
import { Week } from './screens/appointment/Week.tsx'
import { Incident } from './screens/incident/Incident.tsx'
import { IncidentForm } from './screens/incident/IncidentForm.tsx'
import { Timeline } from './screens/timeline/Timeline.tsx'
import type { Screen } from './view.ts'

const places = [
  'appointments',
  'week',
  'appointment',
  'appointmentForm',
  'timeline',
  'incident',
  'incidentForm',
] as const

type DayScreen = Extract<Screen, { readonly at: (typeof places)[number] }>

export const isDay = (screen: Screen): screen is DayScreen => places.some((at) => at === screen.at)

/** Everything that has a day. */
export const DayScreens = ({ screen }: { readonly screen: DayScreen }) => {
  switch (screen.at) {
    case 'appointments':
      return <Appointments />
    case 'week':
      return <Week day={screen.day} />
    case 'appointment':
      return <Appointment id={screen.id} day={screen.day} />
    case 'appointmentForm':
      return <AppointmentForm id={screen.id} contact={screen.contact} />
    case 'timeline':
      return <Timeline only={screen.only} whose={screen.whose} />
    case 'incident':
      return <Incident id={screen.id} />
    case 'incidentForm':
      return <IncidentForm id={screen.id} />
  }
}
