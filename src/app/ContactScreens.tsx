import { Alike } from './screens/contact/Alike.tsx'
import { Merge } from './screens/contact/Merge.tsx'
import { Contact } from './screens/contact/Contact.tsx'
import { ContactForm } from './screens/contact/ContactForm.tsx'
import { ContactLinks } from './screens/contact/ContactLinks.tsx'
import { Contacts } from './screens/contact/Contacts.tsx'
import { ContactSafety } from './screens/contact/ContactSafety.tsx'
import { DirectoryRoom } from './screens/directory/DirectoryRoom.tsx'
import { Packs } from './screens/directory/Packs.tsx'
import { Import } from './screens/import/Import.tsx'
import { NetworkRoom } from './screens/network/NetworkRoom.tsx'
import { asItIs } from '../record/arranged.ts'
import type { Screen } from './view.ts'

const contactPlaces = [
  'contacts',
  'contact',
  'contactForm',
  'contactSafety',
  'contactLinks',
  'alike',
  'merge',
  'network',
  'directory',
  'directoryApart',
  'packs',
  'service',
  'import',
] as const

type ContactScreen = Extract<Screen, { readonly at: (typeof contactPlaces)[number] }>

export const isContact = (screen: Screen): screen is ContactScreen =>
  contactPlaces.some((at) => at === screen.at)

/** Whom she has to do with, and where they come from. */
export const ContactScreens = ({ screen }: { readonly screen: ContactScreen }) => {
  switch (screen.at) {
    case 'contacts':
      return <Contacts as={screen.as ?? asItIs} />
    case 'contact':
      return <Contact id={screen.id} />
    case 'contactForm':
      return <ContactForm id={screen.id} />
    case 'contactSafety':
      return <ContactSafety id={screen.id} />
    case 'contactLinks':
      return <ContactLinks id={screen.id} />
    case 'alike':
      return <Alike />
    case 'merge':
      return <Merge id={screen.id} other={screen.other} />
    case 'network':
      return <NetworkRoom />
    case 'directory':
      return <DirectoryRoom id={null} need={screen.need ?? null} apart={false} as={screen.as} />
    case 'directoryApart':
      return <DirectoryRoom id={null} need={null} apart />
    case 'packs':
      return <Packs />
    case 'service':
      return <DirectoryRoom id={screen.id} need={null} apart={false} />
    case 'import':
      return <Import />
  }
}
