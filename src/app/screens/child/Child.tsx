import { dropChild, needsOf, stepsAhead } from '../../../record/plan.ts'
import type { Child as ChildEntry } from '../../../record/child.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Changes } from '../trash/Changes.tsx'
import { useApp } from '../../use.ts'
import { useStepWords } from '../plan/words.ts'
import { Linked } from './Linked.tsx'
import { SharedWith } from '../share/SharedWith.tsx'

type Props = { readonly child: ChildEntry }

const names = ['born', 'school', 'seen', 'note'] as const

const Facts = ({ child }: Props) => {
  const { t } = useApp()
  if (names.every((name) => child[name] === '')) return null
  return (
    <Card tone="warm">
      {names.map(
        (name) =>
          child[name] && (
            <Fact key={name} label={t(`child.${name}`)} ltr={name === 'born'}>
              {child[name]}
            </Fact>
          ),
      )}
    </Card>
  )
}

/** What the child needs, and the steps of the plan that are for the child. */
const Plan = ({ child: { id } }: Props) => {
  const { record, t, go } = useApp()
  const { day } = useStepWords()
  const count = needsOf(record, id).length
  return (
    <List label={t('plan.title')}>
      <Row
        lead="eye"
        title={t('need.title')}
        detail={count > 0 ? t('need.count', { count }) : t('child.needs')}
        onPress={() => go({ at: 'needs', child: id })}
      />
      {stepsAhead(record)
        .filter(({ child }) => child === id)
        .map((step) => (
          <Row
            key={step.id}
            title={step.what}
            meta={day(step)}
            onPress={() => go({ at: 'step', id: step.id })}
          />
        ))}
      <Row
        lead="plus"
        title={t('step.add')}
        onPress={() => go({ at: 'stepForm', id: null, area: '', child: id })}
      />
    </List>
  )
}

/** One child: a person with needs, a plan, contacts and appointments of its own. */
export const Child = ({ id }: { readonly id: Id }) => {
  const { record, t, go, back, send } = useApp()
  const child = record.child.get(id)
  const home = { label: t('action.back'), go: back }
  if (!child) return <Page title={t('child.gone')} back={home} children={null} />
  const remove = (): void => {
    send(dropChild(id), 'child.deleted')
    back()
  }
  return (
    <Page title={child.name} back={home}>
      <Facts child={child} />
      <Plan child={child} />
      <Linked child={child} which="contacts" />
      <Linked child={child} which="appointments" />
      <Button kind="quiet" wide onPress={() => go({ at: 'childForm', id })}>
        {t('action.edit')}
      </Button>
      <SharedWith of={{ kind: 'child', id }} />
      <Changes kind="child" id={id} />
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}
