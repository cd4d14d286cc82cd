import { useState } from 'preact/hooks'
import { nextSteps, titleOf } from '../../../record/order.ts'
import type { Contact } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { isDue, openShares } from './ahead.ts'
import { unfinished } from './drafts.ts'

/** More than these, and the rest waits behind a button: what is next is a short answer. */
const most = 4

const useDay = () => {
  const { words, t, local } = useApp()
  return (contact: Contact): string => {
    const date = words.dates.short(contact.nextOn)
    return isDue(contact, local()) ? t('home.due', { date }) : date
  }
}

/** What is to be done, by date. A day that has passed is said calmly: she knows best why. */
export const StepsAhead = () => {
  const { record, t, go } = useApp()
  const day = useDay()
  const [whole, setWhole] = useState(false)
  const contacts = nextSteps(record)
  if (contacts.length === 0) return null
  return (
    <>
      <List label={t('home.steps')}>
        {contacts.slice(0, whole ? undefined : most).map((contact) => (
          <Row
            key={contact.id}
            title={contact.next}
            detail={titleOf(contact)}
            meta={day(contact)}
            onPress={() => go({ at: 'contact', id: contact.id })}
          />
        ))}
      </List>
      {!whole && contacts.length > most && (
        <Button kind="plain" wide onPress={() => setWhole(true)}>
          {t('home.allSteps', { count: contacts.length })}
        </Button>
      )}
    </>
  )
}

/** Writing that she left, each one touch from going on. */
export const Drafts = () => {
  const { record, t, go } = useApp()
  const drafts = unfinished(record)
  if (drafts.length === 0) return null
  return (
    <List label={t('home.drafts')}>
      {drafts.map(({ id, kind, text, screen }) => (
        <Row
          key={id}
          lead="edit"
          title={text || t(`home.draft.${kind}`)}
          detail={text && t(`home.draft.${kind}`)}
          meta={t('home.goOn')}
          onPress={() => go(screen)}
        />
      ))}
    </List>
  )
}

/** How many links open now, so that none stays open unseen. */
export const Shared = () => {
  const { record, t, go, time } = useApp()
  const count = openShares(record, time())
  if (count === 0) return null
  return (
    <List label={t('home.shares')}>
      <Row lead="share" title={t('home.open', { count })} onPress={() => go({ at: 'shares' })} />
    </List>
  )
}
