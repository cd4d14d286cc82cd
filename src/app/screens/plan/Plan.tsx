import { useState } from 'preact/hooks'
import { dayOf, needsOf, stepsAhead, stepsOver } from '../../../record/plan.ts'
import type { Step } from '../../../record/step.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useStepWords } from './words.ts'

const Steps = ({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) => {
  const { go } = useApp()
  const { who, day } = useStepWords()
  if (steps.length === 0) return null
  return (
    <List label={label}>
      {steps.map((step) => (
        <Row
          key={step.id}
          lead={step.done === '' ? undefined : 'check'}
          title={step.what}
          detail={who(step)}
          meta={day(step)}
          onPress={() => go({ at: 'step', id: step.id })}
        />
      ))}
    </List>
  )
}

const Map = () => {
  const { record, t, go } = useApp()
  const count = needsOf(record, null).length
  return (
    <List label={t('need.title')} unseen>
      <Row
        lead="eye"
        title={t('need.title')}
        detail={count > 0 ? t('need.count', { count }) : t('need.short')}
        onPress={() => go({ at: 'needs', child: null })}
      />
      <Row
        lead="clock"
        title={t('deadline.title')}
        detail={t('deadline.short')}
        onPress={() => go({ at: 'deadlines', contact: null, appointment: null })}
      />
    </List>
  )
}

const Add = () => {
  const { t, go } = useApp()
  return (
    <Button kind="main" onPress={() => go({ at: 'stepForm', id: null, area: '', child: null })}>
      <Icon name="plus" />
      <span>{t('step.add')}</span>
    </Button>
  )
}

/** Steps that are over wait behind a button: what is ahead is what she comes for. */
const Over = () => {
  const { record, t } = useApp()
  const [shown, setShown] = useState(false)
  const over = stepsOver(record)
  if (over.length === 0) return null
  if (shown) return <Steps label={t('step.over')} steps={over} />
  return (
    <Button kind="plain" wide onPress={() => setShown(true)}>
      {t('step.showOver', { count: over.length })}
    </Button>
  )
}

/** Her plan: what is needed, and the steps towards it. */
export const Plan = () => {
  const { record, t, back } = useApp()
  const ahead = stepsAhead(record)
  const isDone = (step: Step): boolean => step.done !== ''
  return (
    <Page title={t('plan.title')} back={{ label: t('action.back'), go: back }}>
      <Map />
      {ahead.length > 0 ? (
        <>
          <Dock>
            <Add />
          </Dock>
          <Steps label={t('step.ahead')} steps={ahead.filter((step) => !isDone(step))} />
          <Steps
            label={t('step.toFollow')}
            steps={ahead.filter((s) => isDone(s) && dayOf(s) !== '')}
          />
        </>
      ) : (
        <Empty icon="check" title={t('step.empty.title')} action={<Add />}>
          {t('step.empty.text')}
        </Empty>
      )}
      <Over />
    </Page>
  )
}
