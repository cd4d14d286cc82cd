import { needsOf } from '../../../record/plan.ts'
import { listOf } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'

const Add = () => {
  const { t, go } = useApp()
  return (
    <Button kind="main" onPress={() => go({ at: 'childForm', id: null })}>
      <Icon name="plus" />
      <span>{t('child.add')}</span>
    </Button>
  )
}

/** The children, each with a page of its own. */
export const Children = () => {
  const { record, t, go, back } = useApp()
  const children = listOf(record, 'child')
  const needs = (id: string): string => {
    const count = needsOf(record, id).length
    return count > 0 ? t('need.count', { count }) : ''
  }
  return (
    <Page title={t('child.title')} back={{ label: t('action.back'), go: back }}>
      {children.length > 0 ? (
        <>
          <Dock>
            <Add />
          </Dock>
          <List label={t('child.title')} unseen>
            {children.map(({ id, name }) => (
              <Row
                key={id}
                letter
                title={name}
                detail={needs(id)}
                onPress={() => go({ at: 'child', id })}
              />
            ))}
          </List>
        </>
      ) : (
        <Empty icon="people" title={t('child.empty.title')} action={<Add />}>
          {t('child.empty.text')}
        </Empty>
      )}
    </Page>
  )
}
