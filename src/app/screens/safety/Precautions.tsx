import type { Precaution, PrecautionTopic } from '../../../record/precaution.ts'
import { put } from '../../../record/record.ts'
import { precautionsOf } from '../../../record/safety.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Field } from '../../parts/Field.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp, useFields } from '../../use.ts'
import { useWay } from '../../way.ts'
import { formName } from '../../view.ts'
import { Suggestions } from './Suggestions.tsx'

const Line = ({ line }: { readonly line: Precaution }) => {
  const { t, go, send, time } = useApp()
  const mark = (yes: boolean): void =>
    send(put({ ...line, ready: yes ? time() : '', edited: time() }), 'safety.saved')
  return (
    <div class="check-line">
      <Check label={line.text} checked={line.ready !== ''} onChange={mark} />
      <Button
        kind="plain"
        label={t('safety.change', { what: line.text })}
        onPress={() => go({ at: 'precautionForm', id: line.id })}
      >
        <Icon name="edit" />
      </Button>
    </div>
  )
}

type OwnProps = { readonly topic: PrecautionTopic; readonly add: (text: string) => void }

/** A line in her own words, kept sealed while she types. */
const Own = ({ topic, add }: OwnProps) => {
  const { t } = useApp()
  const { fields, set, restart } = useFields(formName('precaution', topic), { text: '' })
  const keep = (): void => {
    add(fields.text.trim())
    restart()
  }
  return (
    <>
      <Field
        label={t('safety.own')}
        value={fields.text}
        lines={1}
        onInput={(text) => set({ text })}
      />
      {fields.text.trim() !== '' && (
        <Button kind="quiet" wide onPress={keep}>
          {t('safety.add')}
        </Button>
      )}
    </>
  )
}

/** One part of the plan: her lines to tick, one of her own to add, and suggestions when she wants them. */
export const Precautions = ({ topic }: { readonly topic: PrecautionTopic }) => {
  const { record, t, send, time, newId } = useApp()
  const way = useWay()
  const lines = precautionsOf(record, topic)
  const add = (text: string): void => {
    const now = time()
    const line = { id: newId(), topic, text, ready: '', note: '', written: now, edited: now }
    send(put({ kind: 'precaution', ...line }), 'safety.saved')
  }
  return (
    <Page title={t(`safety.topic.${topic}`)} back={way}>
      <p>{t(`safety.about.${topic}`)}</p>
      {lines.length > 0 && (
        <section class="checks" aria-label={t(`safety.topic.${topic}`)}>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </section>
      )}
      <Own topic={topic} add={add} />
      <Suggestions topic={topic} add={add} />
      {topic === 'phone' && <p class="field-hint">{t('safety.careful')}</p>}
    </Page>
  )
}
