import type { ComponentChildren } from 'preact'
import type { Words } from '../../../i18n/words.ts'
import { Page } from '../../parts/Page.tsx'
import { Steps } from '../../parts/Steps.tsx'

export const steps = ['language', 'limits', 'code', 'typing', 'ready'] as const
export type StepName = (typeof steps)[number]

type Props = {
  /** `copy` is a way aside from the limits and has no number of its own. */
  readonly at: StepName | 'copy'
  readonly words: Words
  readonly title: string
  readonly back?: (() => void) | undefined
  readonly children: ComponentChildren
}

/** One question of the set-up, and how many there are. */
export const Step = ({ at, words: { t }, title, back, children }: Props) => {
  const current = steps.indexOf(at === 'copy' ? 'limits' : at) + 1
  return (
    <Page title={title} back={back && { label: t('action.back'), go: back }}>
      <Steps
        current={current}
        total={steps.length}
        label={t('setUp.step', { step: current, all: steps.length })}
      />
      {children}
    </Page>
  )
}
