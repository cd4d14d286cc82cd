import type { ComponentChildren } from 'preact'
import { Page } from '../../parts/Page.tsx'
import { Steps } from '../../parts/Steps.tsx'
import { useApp } from '../../use.ts'

const stages = ['about', 'key', 'check', 'save'] as const
export type StageName = (typeof stages)[number]

type Props = {
  readonly at: StageName
  readonly back: () => void
  readonly children: ComponentChildren
}

/** One step on the way to a copy, and how many there are. */
export const Stage = ({ at, back, children }: Props) => {
  const { t } = useApp()
  const step = stages.indexOf(at) + 1
  return (
    <Page key={at} title={t(`backup.${at}.title`)} back={{ label: t('action.back'), go: back }}>
      <Steps
        current={step}
        total={stages.length}
        label={t('setUp.step', { step, all: stages.length })}
      />
      {children}
    </Page>
  )
}
