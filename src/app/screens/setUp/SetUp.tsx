import { useEffect, useRef, useState } from 'preact/hooks'
import type { AskVault } from '../../../disguise/line.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Storage } from '../../../vault/messages.ts'
import { Exit } from '../../parts/Exit.tsx'
import { NewCode } from '../code/NewCode.tsx'
import { TypeBack } from '../code/TypeBack.tsx'
import { useChosen } from '../code/useChosen.ts'
import { useFooting } from '../../footing.ts'
import { bindInSight } from '../../sight.ts'
import { speakHer } from '../../speak.ts'
import { Language, Truth } from './Beginning.tsx'
import { bringBack, type NotPlaced, type Placed } from './bringing.ts'
import type { Brought, Copy } from './copy.ts'
import { CopyStep } from './CopyStep.tsx'
import { Ready } from './Ready.tsx'
import { Step, type StepName } from './Step.tsx'

export type SetUpProps = {
  readonly ask: AskVault
  readonly words: Words
  readonly onReady: (language: string) => void
}

/** `done`: how much of a copy's photos and files is back, from 0 to 1. */
type Work = { readonly busy: boolean; readonly why: NotPlaced | null; readonly done?: number }

/** Fewer keys are tried out in no time; the one who sets up is not asked to know that. */
const leastKeys = 8

const idle: Work = { busy: false, why: null }

/**
 * Makes the place under a code, once however often it is tried. With a copy it begins when that is back: who leaves
 * before has no empty place under a code, and starts again with the copy.
 */
const usePlace = (ask: AskVault) => {
  const made = useRef('')
  return async (code: string, copy: Copy | null, told: (done: number) => void): Promise<Placed> => {
    const brings = copy !== null
    const asked = `${brings} ${code}`
    const answer = made.current === asked ? null : await ask({ ask: 'setUp', code, brings })
    if (answer && !answer.ok) return answer
    made.current = asked
    return copy ? bringBack(ask, copy, told) : { ok: true, brought: null }
  }
}

/** What this browser gives to keep things in; most give a file, and the others answer soon. */
const useStorage = (ask: AskVault): Storage => {
  const [storage, setStorage] = useState<Storage>('file')
  useEffect(() => {
    void ask({ ask: 'wake' }).then((answer) => setStorage(answer.storage))
  }, [ask])
  return storage
}

const useSetUp = ({ ask, words: first }: Pick<SetUpProps, 'ask' | 'words'>) => {
  const [words, setWords] = useState(first)
  const [at, go] = useState<StepName | 'copy'>('language')
  const choosing = useChosen(words.language.tag, leastKeys)
  const [work, setWork] = useState(idle)
  const [copy, setCopy] = useState<Copy | null>(null)
  const [brought, setBrought] = useState<Brought | null>(null)
  const place = usePlace(ask)
  const storage = useStorage(ask)
  const keep = async (): Promise<void> => {
    setWork({ busy: true, why: null })
    const told = (done: number): void => setWork({ busy: true, why: null, done })
    const placed = await place(choosing.chosen.code, copy, told)
    setWork({ busy: false, why: placed.ok ? null : placed.why })
    if (!placed.ok) return
    setBrought(placed.brought)
    go('ready')
  }
  const to = (step: StepName | 'copy') => () => {
    setWork(idle)
    go(step)
  }
  return {
    words,
    at,
    choosing,
    work,
    brought,
    storage,
    to,
    keep,
    ask,
    /** With a copy, or without: also without one that was found before and turned back from. */
    begin: (found: Copy | null) => {
      setWork(idle)
      setCopy(found)
      go('code')
    },
    speak: async (tag: string) => setWords(await speakHer(tag)),
  }
}

type StepProps = ReturnType<typeof useSetUp> & Pick<SetUpProps, 'onReady'>

const StepAt = ({ words, at, choosing, work, to, ...given }: StepProps) => {
  const { brought, storage, ask, begin, keep, speak, onReady } = given
  switch (at) {
    case 'language':
      return <Language words={words} next={to('limits')} onSpeak={(tag) => void speak(tag)} />
    case 'limits':
      return (
        <Truth
          {...{ words, storage }}
          next={() => begin(null)}
          back={to('language')}
          onCopy={to('copy')}
        />
      )
    case 'copy':
      return <CopyStep words={words} ask={ask} onFound={begin} back={to('limits')} />
    case 'code':
      return (
        <Step
          key="code"
          at="code"
          words={words}
          title={words.t('setUp.code.title')}
          back={to('limits')}
        >
          <NewCode {...{ words, choosing }} next={to('typing')} />
        </Step>
      )
    case 'typing':
      return (
        <Step
          key="typing"
          at="typing"
          words={words}
          title={words.t('setUp.typing.title')}
          back={to('code')}
        >
          <TypeBack
            {...{ words, ...work }}
            code={choosing.chosen.code}
            way={choosing.chosen.way}
            onRight={() => void keep()}
            back={to('code')}
          />
        </Step>
      )
    case 'ready':
      return <Ready words={words} brought={brought} onReady={() => onReady(words.language.tag)} />
  }
}

/** The first minutes: her language, the truth, her code. Nothing is stored before she typed it back. */
export const SetUp = ({ onReady, ...given }: SetUpProps) => {
  const setUp = useSetUp(given)
  const { language, t } = setUp.words
  const frame = useRef<HTMLDivElement>(null)
  useFooting(frame)
  return (
    <div ref={frame} class="room" lang={language.tag} dir={language.direction}>
      <StepAt {...setUp} onReady={onReady} />
      <Exit label={t('exit.label')} side="end" bind={bindInSight} />
    </div>
  )
}
