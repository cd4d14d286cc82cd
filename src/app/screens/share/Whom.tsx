import { useState } from 'preact/hooks'
import { presetOf } from '../../../record/presets.ts'
import { recipientTypes, type RecipientType } from '../../../record/recipients.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { stepAfter, textOf } from './fields.ts'
import type { StepProps } from './steps.ts'

/** So many stand at first: those whom most begin with. */
const few = 6

/** For whom: one touch, which also ticks the least that such a place needs. */
export const Whom = ({ fields, set }: StepProps) => {
  const { record, t } = useApp()
  const [all, setAll] = useState(recipientTypes.slice(few).some((type) => type === fields.type))
  const choose = (type: RecipientType): void =>
    set({
      type,
      parts: type === fields.type ? fields.parts : textOf(presetOf(record, type)),
      step: stepAfter('whom') ?? 'whom',
    })
  return (
    <>
      <List label={t('share.step.whom')} unseen>
        {recipientTypes.slice(0, all ? undefined : few).map((type) => (
          <Row key={type} title={t(`share.type.${type}`)} onPress={() => choose(type)} />
        ))}
      </List>
      {!all && (
        <Button kind="plain" wide onPress={() => setAll(true)}>
          {t('share.whom.more')}
        </Button>
      )}
    </>
  )
}
