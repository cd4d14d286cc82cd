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
    default:
      return null
  }
}
