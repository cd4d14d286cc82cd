import { useState } from 'preact/hooks'
import { recipientTypes, type RecipientType } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { useApp } from '../../use.ts'
import type { StepProps } from './steps.ts'

/** For whom: the kind of place, and a name by which both sides know it. */
export const Whom = ({ fields, set, next }: StepProps) => {
  const { t } = useApp()
  const [tried, setTried] = useState(false)
  return (
    <>
      <Choice<RecipientType | ''>
        label={t('share.whom.type')}
        options={recipientTypes.map((value) => ({ value, label: t(`share.type.${value}`) }))}
        value={fields.type}
        onChange={(type) => set({ type })}
      />
      <Field
        label={t('share.whom.name')}
        hint={t('share.whom.nameHint')}
        value={fields.recipient}
        onInput={(recipient) => set({ recipient })}
      />
      {tried && !fields.type && <p role="alert">{t('share.whom.needed')}</p>}
      <Button
        kind="main"
        wide
        onPress={() => {
          setTried(true)
          if (fields.type) next()
        }}
      >
        {t('action.continue')}
      </Button>
    </>
  )
}
