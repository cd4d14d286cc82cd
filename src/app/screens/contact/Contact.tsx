import { dropWhole } from '../../../record/attached.ts'
import { titleOf } from '../../../record/order.ts'
import { put } from '../../../record/record.ts'
import { daysWaiting } from '../../../record/waits.ts'
import type { Contact as ContactEntry, Id } from '../../../record/types.ts'
import '../../../look/contact.css'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'
import { Changes } from '../trash/Changes.tsx'
import { langOf } from '../../letters.ts'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import { Delete } from '../attachment/Delete.tsx'
import { Attached } from '../attachment/Attached.tsx'
import { Offer } from '../deadline/Offer.tsx'
import { SharedWith } from '../share/SharedWith.tsx'
import { Whole } from '../Whole.tsx'
import { Beyond } from './Beyond.tsx'
import { Facts, hasFacts } from './Facts.tsx'
import { Origin } from '../reply/Origin.tsx'

type Props = { readonly contact: ContactEntry }

/** How it stands, which is what she comes to see. */
const Standing = ({ contact }: Props) => {
  const { t, words, local } = useApp()
  const days = daysWaiting(contact, local().slice(0, 10))
  const { next, nextOn, status, promised } = contact
  if (!next && !nextOn && !promised && status === 'none') return null
  return (
    <Card tone="warm">
      {next && <Fact label={t('contact.next')}>{next}</Fact>}
      {nextOn && <Fact label={t('contact.nextOn')}>{words.dates.day(nextOn)}</Fact>}
      {status !== 'none' && (
        <Fact label={t('contact.statusLabel')}>{t(`contact.status.${status}`)}</Fact>
      )}
      {days !== null && days > 0 && (
        <Fact label={t('rating.waited')}>{t('rating.days', { count: days })}</Fact>
      )}
      {promised && <Fact label={t('contact.promised')}>{promised}</Fact>}
    </Card>
  )
}

/** Kept at hand: a tap puts it first among all, another takes it back. */
const Star = ({ contact }: Props) => {
  const { t, send } = useApp()
  const { favourite } = contact
  return (
    <span class={favourite ? 'starred' : ''}>
      <Button
        kind="plain"
        label={t(favourite ? 'contact.unstar' : 'contact.star')}
        onPress={() =>
          send(
            put({ ...contact, favourite: !favourite }),
            favourite ? 'contact.unstarred' : 'contact.starred',
          )
        }
      >
        <Icon name="star" />
      </Button>
    </span>
  )
}

const Actions = ({ contact }: Props) => {
  const { t, go, back, send } = useApp()
  const { id } = contact
  const remove = (): void => {
    send(dropWhole({ kind: 'contact', id }), 'contact.deleted')
    back()
  }
  return (
    <>
      <Button kind="main" wide onPress={() => go({ at: 'contactForm', id })}>
        {t('action.edit')}
      </Button>
      <Button
        kind="quiet"
        wide
        onPress={() => go({ at: 'appointmentForm', id: null, contact: id })}
      >
        {t('appointment.add')}
      </Button>
      <Attached of={{ kind: 'contact', id }} />
      <Whole>
        <SharedWith of={{ kind: 'contact', id }} />
      </Whole>
      <Beyond contact={contact} />
      <Changes kind="contact" id={id} />
      <Delete of={{ kind: 'contact', id }} onPress={remove} />
    </>
  )
}

/** One contact: what she knows of it, and what she can do next. */
export const Contact = ({ id }: { readonly id: Id }) => {
  const { record, words, t } = useApp()
  const contact = record.contact.get(id)
  const way = useWay()
  if (!contact)
    return (
      <Page title={t('contact.gone')} back={way}>
        {null}
      </Page>
    )
  return (
    <Page
      title={titleOf(contact)}
      lang={langOf(titleOf(contact), words)}
      back={way}
      action={<Star contact={contact} />}
    >
      <Standing contact={contact} />
      {hasFacts(contact) && <Facts contact={contact} />}
      <Whole>
        <Origin mark={contact.source} />
      </Whole>
      <Offer contact={id} appointment={null} />
      <Actions contact={contact} />
    </Page>
  )
}
