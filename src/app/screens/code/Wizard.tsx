import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { changeAs, type NotChanged } from '../../codes.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Steps } from '../../parts/Steps.tsx'
import { useApp } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { NewCode } from './NewCode.tsx'
import { PresentCode } from './PresentCode.tsx'
import { TypeBack } from './TypeBack.tsx'
import { useChosen } from './useChosen.ts'

type Stage = 'about' | 'code' | 'typing' | 'present' | 'done'

export type WizardProps = {
  readonly title: string
  /** What is to happen, before any code. */
  readonly about: ComponentChildren
  /** Least keys of a code of her own choice. */
  readonly least: number
  /** `present`: the code of what is open, as the vault has confirmed. */
  readonly run: (chosen: string, present: string) => Promise<NotChanged>
  readonly done: string
}

const stages: readonly Stage[] = ['about', 'code', 'typing', 'present', 'done']

const useWizard = ({ least, run }: WizardProps) => {
  const { words } = useApp()
  const ask = useVault()
  const [at, go] = useState<Stage>('about')
  const choosing = useChosen(words.language.tag, least)
  const [work, setWork] = useState<{ readonly busy: boolean; readonly why: NotChanged }>({
    busy: false,
    why: null,
  })
  const finish = async (present: string): Promise<void> => {
    setWork({ busy: true, why: null })
    const why = await changeAs(ask, present, () => run(choosing.chosen.code, present))
    setWork({ busy: false, why })
    if (!why) go('done')
  }
  const to = (stage: Stage) => () => {
    setWork({ busy: false, why: null })
    go(stage)
  }
  return { at, choosing, work, to, finish: (present: string) => void finish(present) }
}

type Way = ReturnType<typeof useWizard> & WizardProps

const StageAt = ({ at, choosing, work, to, finish, ...given }: Way) => {
  const { words, t, back } = useApp()
  const { code, way } = choosing.chosen
  switch (at) {
    case 'about':
      return (
        <>
          {given.about}
          <Notice tone="careful">{t('code.anew')}</Notice>
          <Button kind="main" wide onPress={to('code')}>
            {t('action.continue')}
          </Button>
        </>
      )
    case 'code':
      return <NewCode words={words} choosing={choosing} next={to('typing')} />
    case 'typing':
      return (
        <TypeBack
          {...{ words, code, way }}
          busy={false}
          why={null}
          onRight={to('present')}
          back={to('code')}
        />
      )
    case 'present':
      return <PresentCode words={words} {...work} onCode={finish} />
    case 'done':
      return (
        <>
          <Notice tone="good">{given.done}</Notice>
          <Button kind="main" wide onPress={back}>
            {t('backup.save.done')}
          </Button>
        </>
      )
  }
}

const before: Readonly<Record<Stage, Stage | null>> = {
  about: null,
  code: 'about',
  typing: 'code',
  present: 'typing',
  done: null,
}

const titleOf = (at: Stage, title: string, t: (key: string) => string): string => {
  switch (at) {
    case 'typing':
      return t('setUp.typing.title')
    case 'present':
      return t('code.present.title')
    case 'about':
    case 'code':
    case 'done':
      return title
  }
}

/** The steps of every change of codes: what it means, the code, typing it back, and her own. */
export const Wizard = (props: WizardProps) => {
  const { t, back } = useApp()
  const wizard = useWizard(props)
  const { at, to } = wizard
  const earlier = before[at]
  const step = stages.indexOf(at) + 1
  return (
    <Page
      key={at}
      title={titleOf(at, props.title, t)}
      back={{ label: t('action.back'), go: earlier ? to(earlier) : back }}
    >
      <Steps
        current={step}
        total={stages.length}
        label={t('setUp.step', { step, all: stages.length })}
      />
      <StageAt {...wizard} {...props} />
    </Page>
  )
}
