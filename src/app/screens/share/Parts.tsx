import { useState } from 'preact/hooks'
import { matching } from '../../../record/find.ts'
import { contactsInOrder, past, storiesInOrder, upcoming } from '../../../record/order.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Search } from '../../parts/Search.tsx'
import { useApp } from '../../use.ts'
import { partsOf } from './fields.ts'
import { Picking, type Lists } from './Picking.tsx'
import type { StepProps } from './steps.ts'

/** More than this, and a search stands above them. */
const many = 8

const useLists = (query: string) => {
  const { record, words, local } = useApp()
  const now = local()
  const stories = storiesInOrder(record)
  const appointments = [...upcoming(record, now), ...past(record, now)]
  const contacts = contactsInOrder(record, words.language.tag).filter(
    ({ sensitivity }) => sensitivity !== 'never',
  )
  const lists: Lists = {
    stories: matching(stories, query),
    appointments: matching(appointments, query),
    contacts: matching(contacts, query),
  }
  const total = stories.length + appointments.length + contacts.length
  return { lists, total }
}

/** Which parts, one by one. What she does not choose stays on the phone. */
export const Parts = ({ fields, set, next }: StepProps) => {
  const { t } = useApp()
  const [query, setQuery] = useState('')
  const [tried, setTried] = useState(false)
  const { lists, total } = useLists(query)
  const count = partsOf(fields.parts).length
  const needed = tried ? t('share.parts.needed') : ''
  if (total === 0) return <Notice tone="info">{t('share.parts.none')}</Notice>
  return (
    <>
      <p>{t('share.parts.text')}</p>
      {total > many && (
        <Search
          label={t('share.parts.search')}
          value={query}
          onInput={setQuery}
          clearLabel={t('action.clear')}
        />
      )}
      <Picking fields={fields} set={set} lists={lists} />
      <Dock said={count > 0 ? t('share.parts.count', { count }) : needed}>
        <Button
          kind="main"
          onPress={() => {
            setTried(true)
            if (count > 0) next()
          }}
        >
          {t('action.continue')}
        </Button>
      </Dock>
    </>
  )
}
