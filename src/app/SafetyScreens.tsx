import { PrecautionForm } from './screens/safety/PrecautionForm.tsx'
import { Precautions } from './screens/safety/Precautions.tsx'
import { Safety } from './screens/safety/Safety.tsx'
import { Talk } from './screens/safety/Talk.tsx'
import { TalkForm } from './screens/safety/TalkForm.tsx'
import { Talks } from './screens/safety/Talks.tsx'
import type { Screen } from './view.ts'

const places = ['safety', 'precautions', 'precautionForm', 'talks', 'talk', 'talkForm'] as const

type SafetyScreen = Extract<Screen, { readonly at: (typeof places)[number] }>

export const isSafety = (screen: Screen): screen is SafetyScreen =>
  places.some((at) => at === screen.at)

/** Her safety plan, and the talks about risk. */
export const SafetyScreens = ({ screen }: { readonly screen: SafetyScreen }) => {
  switch (screen.at) {
    case 'safety':
      return <Safety />
    case 'precautions':
      return <Precautions topic={screen.topic} />
    case 'precautionForm':
      return <PrecautionForm id={screen.id} />
    case 'talks':
      return <Talks />
    case 'talk':
      return <Talk id={screen.id} />
    case 'talkForm':
      return <TalkForm id={screen.id} />
  }
}
