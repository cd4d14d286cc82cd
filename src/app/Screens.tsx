import { Appointment } from './screens/appointment/Appointment.tsx'
import { AppointmentForm } from './screens/appointment/AppointmentForm.tsx'
import { Appointments } from './screens/appointment/Appointments.tsx'
import { Stories } from './screens/story/Stories.tsx'
import { Story } from './screens/story/Story.tsx'
import { StoryForm } from './screens/story/StoryForm.tsx'
import { Contact } from './screens/contact/Contact.tsx'
import { ContactForm } from './screens/contact/ContactForm.tsx'
import { Contacts } from './screens/contact/Contacts.tsx'
import { useApp } from './use.ts'
import { screenOf } from './view.ts'

/** The screen that she is on. */
export const Screens = () => {
  const screen = screenOf(useApp().view)
  switch (screen.at) {
    case 'contacts':
      return <Contacts />
    case 'contact':
      return <Contact id={screen.id} />
    case 'contactForm':
      return <ContactForm id={screen.id} />
    case 'appointments':
      return <Appointments />
    case 'appointment':
      return <Appointment id={screen.id} />
    case 'appointmentForm':
      return <AppointmentForm id={screen.id} contact={screen.contact} />
    case 'stories':
      return <Stories />
    case 'story':
      return <Story id={screen.id} />
    case 'storyForm':
      return <StoryForm id={screen.id} topic={screen.topic} />
    default:
      return null
  }
}
