import { dropOne } from '../../../record/attached.ts'
import { titleOf } from '../../../record/order.ts'
import { put } from '../../../record/record.ts'
import { helps, type Step as StepEntry } from '../../../record/step.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { FactCard } from '../../parts/FactCard.tsx'
import { Page } from '../../parts/Page.tsx'
import { Changes } from '../trash/Changes.tsx'
import { useApp } from '../../use.ts'
import { SharedWith } from '../share/SharedWith.tsx'

type Props = { readonly step: StepEntry }

const Facts = ({ step }: Props) => {
  const { record, words, t } = useApp()
  const { dates } = words
  const contact = record.contact.get(step.contact ?? '')
  const facts = [
    ['goal', step.goal],
    ['who', contact ? titleOf(contact) : t('step.me')],
    ['child', record.child.get(step.child ?? '')?.name ?? ''],
    ['area', step.area && t(`need.area.${step.area}`)],
    ['by', dates.day(step.by)],
    ['follow', dates.day(step.follow)],
    ['done', step.done && dates.instant(step.done)],
    ['note', step.note],
  ] as const
  return <FactCard facts={facts.map(([name, value]) => [t(`step.${name}`), value])} />
}

/** Asked once it is done, and never again unless she wants to. */
const Helped = ({ step }: Props) => {
  const { t, send, time } = useApp()
  const options = helps
    .filter((value) => value !== '')
    .map((value) => ({ value, label: t(`step.help.${value}`) }))
  const say = (helped: StepEntry['helped']): void =>
    send(put({ ...step, helped, edited: time() }), 'step.saved')
  return <Choice label={t('step.helped')} options={options} value={step.helped} onChange={say} />
}

/** One step of the plan, and the one tap that says it is done. */
export const Step = ({ id }: { readonly id: Id }) => {
  const { record, t, go, back, send, time } = useApp()
  const step = record.step.get(id)
  const home = { label: t('action.back'), go: back }
  if (!step) return <Page title={t('step.gone')} back={home} children={null} />
  const now = time()
  const done = step.done === '' ? now : ''
  const mark = (): void =>
    send(put({ ...step, done, helped: '', edited: now }), done ? 'step.isDone' : 'step.saved')
  const remove = (): void => {
    send(dropOne('step', id), 'step.deleted')
    back()
  }
  const { area, child } = step
  return (
    <Page title={step.what} back={home}>
      <Facts step={step} />
      {step.done !== '' && <Helped step={step} />}
      <Button kind={done ? 'main' : 'quiet'} wide onPress={mark}>
        {t(done ? 'step.markDone' : 'step.markOpen')}
      </Button>
      <Button kind="quiet" wide onPress={() => go({ at: 'stepForm', id, area, child })}>
        {t('action.edit')}
      </Button>
      <SharedWith of={{ kind: 'step', id }} />
      <Changes kind="step" id={id} />
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}
