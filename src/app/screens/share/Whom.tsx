import { useState } from 'preact/hooks'
import { presetOf } from '../../../record/presets.ts'
import { recipientTypes, type RecipientType } from '../../../record/recipients.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { inTurn } from './fields.ts'
import type { StepProps } from './steps.ts'

/** So many stand at first: those whom most begin with. */
const few = 6

type SeveralProps = { readonly begin: (types: readonly RecipientType[]) => void }

/** A tick for each; every one of them gets a link of their own. */
const Several = ({ begin }: SeveralProps) => {
  const { t } = useApp()
  const [types, setTypes] = useState<readonly RecipientType[]>([])
  const others = (type: RecipientType) => types.filter((one) => one !== type)
  return (
    <>
      <p>{t('share.several.text')}</p>
      {recipientTypes.map((type) => (
        <Check
          key={type}
          label={t(`share.type.${type}`)}
          checked={types.includes(type)}
          onChange={(yes) => setTypes(yes ? [...others(type), type] : others(type))}
        />
      ))}
      {types.length > 0 && (
        <Dock>
          <Button kind="main" onPress={() => begin(types)}>
            {t('share.several.next')}
          </Button>
        </Dock>
      )}
    </>
  )
}

/** For whom: one touch, which also ticks the least that such a place needs. */
export const Whom = ({ fields, set }: StepProps) => {
  const { record, t } = useApp()
  const [shown, setShown] = useState<'few' | 'all' | 'several'>('few')
  const begin = (types: readonly RecipientType[]): void => {
    const total = types.length > 1 ? `${types.length}` : ''
    set({ ...inTurn(types, (type) => presetOf(record, type)), total })
  }
  const choose = (type: RecipientType): void =>
    type === fields.type && fields.total === '' ? set({ step: 'parts' }) : begin([type])
  if (shown === 'several') return <Several begin={begin} />
  return (
    <>
      <List label={t('share.step.whom')} unseen>
        {recipientTypes.slice(0, shown === 'all' ? undefined : few).map((type) => (
          <Row key={type} title={t(`share.type.${type}`)} onPress={() => choose(type)} />
        ))}
      </List>
      {shown === 'few' && (
        <Button kind="plain" wide onPress={() => setShown('all')}>
          {t('share.whom.more')}
        </Button>
      )}
      <Button kind="plain" wide onPress={() => setShown('several')}>
        {t('share.several.start')}
      </Button>
    </>
  )
}
