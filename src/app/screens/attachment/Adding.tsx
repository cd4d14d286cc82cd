import { spaceBytes } from '../../../vault/chunkSize.ts'
import { mostBytes } from '../../attaching.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { Told } from '../../parts/Told.tsx'
import { useApp } from '../../use.ts'
import type { useAdding } from './useAdding.ts'
import { sizeText } from './words.ts'

type Props = ReturnType<typeof useAdding>

export const isBusy = ({ adding }: Pick<Props, 'adding'>): boolean =>
  adding.at === 'writing' || adding.at === 'widening'

type WideProps = {
  readonly slots: number
  readonly agree: () => void
  readonly cancel: () => void
}

/** Asked once for each size: it can be seen that something takes room, and never what. */
const Wide = ({ slots, agree, cancel }: WideProps) => {
  const { words, t } = useApp()
  const size = sizeText(spaceBytes(slots), words.language.tag)
  return (
    <Sheet title={t('attachment.room.title')} onClose={cancel} closeLabel={t('action.close')}>
      <p>{t('attachment.room.what', { size })}</p>
      <p>{t('attachment.room.seen')}</p>
      <Button kind="main" wide onPress={agree}>
        {t('attachment.room.agree', { size })}
      </Button>
      <Button kind="plain" wide onPress={cancel}>
        {t('action.cancel')}
      </Button>
    </Sheet>
  )
}

/** How far a file has come on its way into the vault, and what stands in its way. */
export const Adding = ({ adding, agree, cancel }: Pick<Props, 'adding' | 'agree' | 'cancel'>) => {
  const { words, t } = useApp()
  const most = sizeText(mostBytes, words.language.tag)
  switch (adding.at) {
    case 'idle':
      return null
    case 'writing':
    case 'widening':
      return <Progress label={t(`attachment.${adding.at}`)} value={adding.done} after={0} />
    case 'refused':
      return (
        <Told>
          <Notice tone="careful">{t(`attachment.why.${adding.why}`, { most })}</Notice>
        </Told>
      )
    case 'wide':
      return (
        <Wide
          slots={adding.slots}
          agree={() => agree(adding.picked, adding.slots)}
          cancel={cancel}
        />
      )
  }
}
