import { Child } from '../child/Child.tsx'
import { ChildForm } from '../child/ChildForm.tsx'
import { Children } from '../child/Children.tsx'
import { Deadline } from '../deadline/Deadline.tsx'
import { Deadlines } from '../deadline/Deadlines.tsx'
import { More } from '../more/More.tsx'
import { Needs } from './Needs.tsx'
import { Plan } from './Plan.tsx'
import { Trash } from '../trash/Trash.tsx'
import { Step } from './Step.tsx'
import { StepForm } from './StepForm.tsx'
import type { Screen } from '../../view.ts'

const planPlaces = [
  'more',
  'trash',
  'plan',
  'needs',
  'step',
  'stepForm',
  'children',
  'child',
  'childForm',
  'deadlines',
  'deadline',
] as const

type PlanScreen = Extract<Screen, { readonly at: (typeof planPlaces)[number] }>

export const isPlan = (screen: Screen): screen is PlanScreen =>
  planPlaces.some((at) => at === screen.at)

/** Her plan, the children, and what else waits behind one row of the home. */
export const PlanScreens = ({ screen }: { readonly screen: PlanScreen }) => {
  switch (screen.at) {
    case 'more':
      return <More />
    case 'trash':
      return <Trash />
    case 'plan':
      return <Plan />
    case 'needs':
      return <Needs child={screen.child} />
    case 'step':
      return <Step id={screen.id} />
    case 'stepForm':
      return <StepForm id={screen.id} area={screen.area} child={screen.child} />
    case 'deadlines':
      return <Deadlines contact={screen.contact} appointment={screen.appointment} />
    case 'deadline':
      return <Deadline {...screen} />
    case 'children':
      return <Children />
    case 'child':
      return <Child id={screen.id} />
    case 'childForm':
      return <ChildForm id={screen.id} />
  }
}
