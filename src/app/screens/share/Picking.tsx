import { addressText } from '../../../record/contact.ts'
import type { ComponentChildren } from 'preact'
import { titleOf } from '../../../record/order.ts'
import type { Appointment, Contact, Extra, Part, Story } from '../../../record/types.ts'
import { Check } from '../../parts/Check.tsx'
import { useApp } from '../../use.ts'
import { beginning } from '../story/beginning.ts'
import { choose, extend, find } from './fields.ts'
import type { StepProps } from './steps.ts'
import { own, storyTitle, whenOf } from './titles.ts'

type Editing = Pick<StepProps, 'fields' | 'set'>

type OneProps = Editing & {
  readonly kind: Part['kind']
  readonly id: string
  readonly label: string
  readonly hint: string
  /** What may go along, and is never chosen for her. */
  readonly extra?: Extra | undefined
  readonly fact?: string | undefined
}

const One = ({ fields, set, kind, id, label, hint, extra, fact }: OneProps) => {
  const { t } = useApp()
  const part = find(fields.parts, kind, id)
  return (
    <li>
      <Check
        label={label}
        hint={own(hint) || undefined}
        checked={part !== undefined}
        onChange={(yes) => set({ parts: choose(fields.parts, kind, id, yes) })}
      />
      {part && extra && fact && (
        <div class="part-also">
          <Check
            label={t(`share.also.${extra}`)}
            hint={`${own(fact)}. ${t('share.also.hint')}`}
            checked={part.extras.includes(extra)}
            onChange={(yes) => set({ parts: extend(fields.parts, id, extra, yes) })}
          />
        </div>
      )}
    </li>
  )
}

type GroupProps = { readonly title: string; readonly children: ComponentChildren[] }

const Group = ({ title, children }: GroupProps) =>
  children.length === 0 ? null : (
    <section class="part-group">
      <h2>{title}</h2>
      <ul role="list">{children}</ul>
    </section>
  )

export type Lists = {
  readonly stories: readonly Story[]
  readonly appointments: readonly Appointment[]
  readonly contacts: readonly Contact[]
}

/** Everything that can be a part, each with its own tick. */
export const Picking = ({ lists, ...picking }: Editing & { readonly lists: Lists }) => {
  const { t, words } = useApp()
  return (
    <>
      <Group title={t('share.parts.stories')}>
        {lists.stories.map((story) => (
          <One
            {...picking}
            key={story.id}
            kind="story"
            id={story.id}
            label={storyTitle(story, words)}
            hint={beginning(story.text)}
          />
        ))}
      </Group>
      <Group title={t('share.parts.appointments')}>
        {lists.appointments.map((appointment) => (
          <One
            {...picking}
            key={appointment.id}
            kind="appointment"
            id={appointment.id}
            label={appointment.title || whenOf(appointment, words)}
            hint={appointment.title && whenOf(appointment, words)}
            extra="place"
            fact={appointment.place}
          />
        ))}
      </Group>
      <Group title={t('share.parts.contacts')}>
        {lists.contacts.map((contact) => (
          <One
            {...picking}
            key={contact.id}
            kind="contact"
            id={contact.id}
            label={titleOf(contact)}
            hint={[contact.organisation && own(contact.person), own(contact.role)]
              .filter(Boolean)
              .join(' · ')}
            extra="address"
            fact={addressText(contact)}
          />
        ))}
      </Group>
    </>
  )
}
