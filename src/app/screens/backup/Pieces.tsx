import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { keyGroupsOf, pieceGroups } from '../../../vault/recoveryKey.ts'
import { below } from '../../code.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Steps } from '../../parts/Steps.tsx'
import { useApp } from '../../use.ts'
import { Asked } from './Check.tsx'
import { Groups } from './Digits.tsx'

type StageProps = {
  readonly step: number
  readonly all: number
  readonly title: string
  readonly back: () => void
  readonly children: ComponentChildren
}

const Stage = ({ step, all, title, back, children }: StageProps) => {
  const { t } = useApp()
  return (
    <Page key={step} title={title} back={{ label: t('action.back'), go: back }}>
      <Steps current={step} total={all} label={t('setUp.step', { step, all })} />
      {children}
    </Page>
  )
}

type PieceProps = {
  readonly digits: string
  /** From 1. */
  readonly piece: number
  readonly next: () => void
}

/** One of the three, for a paper of its own. */
const Piece = ({ digits, piece, next }: PieceProps) => {
  const { words, t } = useApp()
  return (
    <>
      <p>{t('backup.piece.write')}</p>
      <Groups
        words={words}
        label={t('backup.piece.title', { piece })}
        groups={keyGroupsOf(digits)}
      />
      <Notice tone="careful">{t('backup.key.careful')}</Notice>
      <Button kind="main" wide onPress={next}>
        {t('backup.piece.next')}
      </Button>
    </>
  )
}

type WalkProps = {
  readonly pieces: readonly string[]
  readonly next: () => void
  readonly back: () => void
}

/** One group from each of the papers. */
const PieceCheck = ({ pieces, next, back }: WalkProps) => {
  const { t } = useApp()
  const [drawn] = useState(() => below(pieceGroups))
  const groups = pieces.map((digits) => keyGroupsOf(digits)[drawn] ?? '')
  return (
    <Asked
      what={t('backup.piece.check', { group: drawn + 1 })}
      places={pieces.map((_, place) => place)}
      groups={groups}
      wrong={(place) => t('backup.piece.wrong', { piece: place + 1 })}
      said={(place, digits) => t('backup.piece.typed', { piece: place + 1, digits })}
      {...{ next, back }}
    />
  )
}

/** Where the papers are safe, once they are right. */
const Given = ({ done }: { readonly done: () => void }) => {
  const { t } = useApp()
  return (
    <>
      <Notice tone="good">{t('backup.piece.right')}</Notice>
      <p>{t('backup.piece.apart')}</p>
      <p>{t('backup.piece.paper')}</p>
      <Button kind="main" wide onPress={done}>
        {t('backup.save.done')}
      </Button>
    </>
  )
}

type Props = {
  /** The digits of each piece. */
  readonly pieces: readonly string[]
  readonly back: () => void
  readonly done: () => void
}

/** The key in three pieces, one after the other, and a short check of the papers. */
export const Pieces = ({ pieces, back, done }: Props) => {
  const { t } = useApp()
  const [at, go] = useState(0)
  const digits = pieces[at]
  const next = (): void => go(at + 1)
  const before = (): void => (at === 0 ? back() : go(at - 1))
  const title = digits
    ? t('backup.piece.title', { piece: at + 1 })
    : t(at === pieces.length ? 'backup.piece.try' : 'backup.piece.safe')
  return (
    <Stage step={at + 1} all={pieces.length + 2} title={title} back={before}>
      {digits ? (
        <Piece digits={digits} piece={at + 1} next={next} />
      ) : at === pieces.length ? (
        <PieceCheck {...{ pieces, next }} back={before} />
      ) : (
        <Given done={done} />
      )}
    </Stage>
  )
}
