import { useState } from 'preact/hooks'
import { bringBack, emptyTrash, trashOf, type Gone } from '../../../record/trash.ts'
import { Button } from '../../parts/Button.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { titleIn } from './titles.ts'

/** A child stands for the needs and steps that went along. */
const titleOf = ({ entries }: Gone): string => {
  const first = entries.find(({ kind }) => kind === 'child') ?? entries[0]
  return first ? titleIn(first) : ''
}

/** Asked twice: nothing brings it back. */
const Emptying = () => {
  const { t, send } = useApp()
  const [asked, ask] = useState(false)
  return (
    <>
      <Button kind="careful" wide onPress={() => ask(true)}>
        {t('trash.clear')}
      </Button>
      {asked && (
        <Sheet title={t('trash.clear')} closeLabel={t('action.close')} onClose={() => ask(false)}>
          <p>{t('trash.clearText')}</p>
          <Button kind="careful" wide onPress={() => send(emptyTrash)}>
            {t('trash.clearNow')}
          </Button>
        </Sheet>
      )}
    </>
  )
}

/** What she took away in the last thirty days: one touch brings it back. */
export const Trash = () => {
  const { record, words, t, send, back } = useApp()
  const trash = trashOf(record)
  return (
    <Page title={t('trash.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('trash.lead')}</p>
      {trash.length > 0 ? (
        <List label={t('trash.label')}>
          {trash.map((gone) => (
            <Row
              key={gone.at}
              lead="back"
              title={titleOf(gone) || t('trash.untitled')}
              detail={t('trash.when', { when: words.dates.instant(gone.at) })}
              onPress={() => send(bringBack(gone), 'trash.back')}
            />
          ))}
        </List>
      ) : (
        <Empty icon="bin" title={t('trash.empty')}>
          {t('trash.emptyText')}
        </Empty>
      )}
      {record.past.size > 0 && <Emptying />}
    </Page>
  )
}
