import { useState } from 'preact/hooks'
import { deadlines, deadlinesFor } from '../../../record/deadlines.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { aboutOf } from './about.ts'

type Props = { readonly contact: Id | null; readonly appointment: Id | null }

/** Times that may matter here; all the others wait behind a button. */
export const Deadlines = ({ contact, appointment }: Props) => {
  const { record, t, go, back } = useApp()
  const near = deadlinesFor(aboutOf(record, contact, appointment))
  const [whole, setWhole] = useState(near.length === 0)
  return (
    <Page title={t('deadline.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('deadline.lead')}</p>
      <List label={t('deadline.title')} unseen>
        {(whole ? deadlines : near).map(({ name }) => (
          <Row
            key={name}
            title={t(`deadline.of.${name}.title`)}
            detail={t(`deadline.of.${name}.text`)}
            onPress={() => go({ at: 'deadline', name, contact, appointment })}
          />
        ))}
      </List>
      {!whole && (
        <Button kind="plain" wide onPress={() => setWhole(true)}>
          {t('deadline.all')}
        </Button>
      )}
    </Page>
  )
}
