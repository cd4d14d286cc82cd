import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { presetOf } from '../../../record/presets.ts'
import { recipientTypes, type RecipientType } from '../../../record/recipients.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { inTurn, together } from './fields.ts'
import type { StepProps } from './steps.ts'

/** So many stand at first: those whom most begin with. */
const few = 6

/** Goes on with the parts of the first of these. */
const useBegin = ({ fields, set }: StepProps) => {
  const { record } = useApp()
  return (types: readonly RecipientType[]): void => {
    const total = types.length > 1 ? `${types.length}` : ''
    const begin = (type: RecipientType) => together(presetOf(record, type), fields.along)
    set({ ...inTurn(types, begin), total })
  }
}

/** A tick for each; every one of them gets a link of their own. */
export const Several = (step: StepProps) => {
  const { t } = useApp()
  const begin = useBegin(step)
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

/** The rest of a short list; whoever asked for it goes on with the first that came. */
const useRest = () => {
  const list = useRef<HTMLDivElement>(null)
  const [all, setAll] = useState(false)
  useLayoutEffect(() => {
    if (all) list.current?.querySelectorAll('button')[few]?.focus()
  }, [all])
  return { list, all, showAll: () => setAll(true) }
}

/** For whom: one touch, which also ticks the least that such a place needs. */
export const Whom = (step: StepProps) => {
  const { fields, set } = step
  const { t } = useApp()
  const begin = useBegin(step)
  const { list, all, showAll } = useRest()
  const choose = (type: RecipientType): void =>
    type === fields.type && fields.total === '' ? set({ step: 'parts' }) : begin([type])
  return (
    <>
      <div ref={list}>
        <List label={t('share.step.whom')} unseen>
          {recipientTypes.slice(0, all ? undefined : few).map((type) => (
            <Row key={type} title={t(`share.type.${type}`)} onPress={() => choose(type)} />
          ))}
        </List>
      </div>
      {!all && (
        <Button kind="plain" wide onPress={showAll}>
          {t('share.whom.more')}
        </Button>
      )}
      <Button kind="plain" wide onPress={() => set({ step: 'several' })}>
        {t('share.several.start')}
      </Button>
    </>
  )
}
