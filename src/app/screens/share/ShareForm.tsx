import { useState } from 'preact/hooks'
import '../../../look/share.css'
import { networkParts } from '../../../record/presets.ts'
import { Page } from '../../parts/Page.tsx'
import { Steps } from '../../parts/Steps.tsx'
import { Resumed } from '../Resumed.tsx'
import { askedIn } from '../../settling.ts'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import {
  fieldsFor,
  fieldsWith,
  firstFields,
  stepAfter,
  stepBefore,
  steps,
  turnOf,
  type ShareFields,
} from './fields.ts'
import { ConsentFirst } from './Consent.tsx'
import { Parts } from './Parts.tsx'
import { Preview } from './Preview.tsx'
import type { StepProps } from './steps.ts'
import { Terms } from './Terms.tsx'
import { Several, Whom } from './Whom.tsx'

const Step = ({ done, ...step }: StepProps & { readonly done: () => void }) => {
  switch (step.fields.step) {
    case 'parts':
      return <Parts {...step} />
    case 'terms':
      return <Terms {...step} />
    case 'preview':
      return <Preview {...step} done={done} />
    case 'consent':
      return <ConsentFirst {...step} />
    case 'several':
      return <Several {...step} />
    case 'whom':
    default:
      return <Whom {...step} />
  }
}

/** The name of the form that begins with everyone around her. */
const networkForm = 'network'

/** Empty, with everyone around her, or as somebody who was given a part asked for one more. */
const useFirst = (name: string | null): ShareFields => {
  const { record } = useApp()
  if (name === networkForm) return fieldsWith(networkParts(record))
  const asked = name === null ? null : askedIn(record, name)
  const share = asked ? record.share.get(asked.reply.share) : undefined
  return asked && share ? fieldsFor(share.grant, asked.text) : firstFields
}

/** Where it is said for many at once, or on paper, whose turn it is stays unsaid. */
const turnless: readonly ShareFields['step'][] = ['whom', 'several', 'consent']

/** A new share, one decision after the other; leaving in the middle loses nothing. */
export const ShareForm = ({ asked }: { readonly asked: string | null }) => {
  const { t, back } = useApp()
  const form = useFields(formName('share', asked), useFirst(asked))
  const { fields, set } = form
  const [begun] = useState(fields.step)
  const turn = turnOf(fields)
  const [before, after] = [stepBefore(fields.step), stepAfter(fields.step)]
  const current = steps.findIndex((step) => step === fields.step) + 1
  return (
    <Page
      key={`${fields.step} ${fields.type}`}
      title={t(`share.step.${fields.step}`)}
      back={{
        label: t(before ? 'action.back' : 'action.cancel'),
        go: before ? () => set({ step: before }) : back,
      }}
    >
      {current > 0 && (
        <Steps
          current={current}
          total={steps.length}
          label={t('share.stepOf', { current, total: steps.length })}
        />
      )}
      {turn && !turnless.includes(fields.step) && (
        <p>{t('share.several.now', { ...turn, name: t(`share.type.${fields.type}`) })}</p>
      )}
      {fields.step === begun && fields.step !== 'consent' && <Resumed form={form} />}
      <Step
        fields={fields}
        set={set}
        next={() => (after ? set({ step: after }) : undefined)}
        done={form.done}
      />
    </Page>
  )
}
