import { useState } from 'preact/hooks'
import type { AskVault } from '../../../disguise/line.ts'
import type { Words } from '../../../i18n/words.ts'
import { pickFile } from '../../file.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Found } from './Brought.tsx'
import { lookInto, type Picked } from './bringing.ts'
import { frontOf, type Copy, type CopyWhy } from './copy.ts'
import { CopyDigits } from './CopyDigits.tsx'
import { readDigits } from './reading.ts'
import { Step } from './Step.tsx'

type PickProps = {
  readonly words: Words
  readonly why: CopyWhy | null
  readonly onFile: (picked: Picked | null) => void
}

const Pick = ({ words: { t }, why, onFile }: PickProps) => {
  const pick = async (): Promise<void> => {
    const file = await pickFile('')
    if (!file) return
    const front = await frontOf(file)
    onFile(front && { file, front })
  }
  return (
    <>
      <p>{t('setUp.copy.what')}</p>
      {why && (
        <div role="alert">
          <Notice tone="careful">{t(`setUp.copy.why.${why}`)}</Notice>
        </div>
      )}
      <Button kind="main" wide onPress={() => void pick()}>
        {t('setUp.copy.pick')}
      </Button>
    </>
  )
}

type State = {
  readonly picked: Picked | null
  /** The first of two pieces of a key, when that is what she has. */
  readonly piece: Uint8Array | null
  readonly why: CopyWhy | null
  readonly busy: boolean
  readonly copy: Copy | null
}

const begin: State = { picked: null, piece: null, why: null, busy: false, copy: null }

const useCopy = (ask: AskVault) => {
  const [state, setState] = useState(begin)
  const change = (what: Partial<State>): void => setState((now) => ({ ...now, ...what }))
  const open = async (picked: Picked, key: Uint8Array): Promise<void> => {
    change({ busy: true, why: null })
    const copy = await lookInto(ask, picked, key)
    const end = { busy: false, ...(copy ? { copy } : { why: 'unread' as const }) }
    // Whoever has turned back meanwhile is not brought here again.
    setState((now) => (now.busy && now.picked === picked ? { ...now, ...end } : now))
  }
  const onTyped = async (digits: string | null): Promise<void> => {
    const { picked, piece } = state
    if (!picked || digits === null) return change({ why: null })
    const read = await readDigits(digits, piece)
    if (read.is === 'unfit') return change({ why: read.why })
    if (read.is === 'piece') return change({ piece: read.piece, why: null })
    await open(picked, read.key)
  }
  return {
    state,
    onTyped: (digits: string | null) => void onTyped(digits),
    onFile: (picked: Picked | null) => change({ picked, why: picked ? null : 'file' }),
    onOther: () => setState(begin),
    onAnew: () => change({ piece: null, why: null }),
    onDigits: () => change({ copy: null, piece: null, why: null }),
  }
}

type Props = {
  readonly words: Words
  readonly ask: AskVault
  readonly onFound: (copy: Copy) => void
  readonly back: () => void
}

/** A copy from another phone: the file, then its digits. Nothing is kept before her code is. */
export const CopyStep = ({ words, ask, onFound, back }: Props) => {
  const { state, onFile, onDigits, ...typing } = useCopy(ask)
  const { picked, piece, why, busy, copy } = state
  const phase = copy ? 'found' : piece ? 'second' : picked ? 'digits' : 'file'
  const before = { found: onDigits, second: typing.onAnew, digits: typing.onOther, file: back }
  return (
    <Step
      key={phase}
      at="copy"
      words={words}
      title={words.t('setUp.copy.title')}
      back={before[phase]}
    >
      {copy ? (
        <Found words={words} copy={copy} onFound={onFound} />
      ) : picked ? (
        <CopyDigits {...{ words, why, busy, ...typing }} second={piece !== null} />
      ) : (
        <Pick {...{ words, why, onFile }} />
      )}
    </Step>
  )
}
