import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { useApp } from '../../use.ts'
import { endOf, lives, openers, places } from './fields.ts'
import type { StepProps } from './steps.ts'

const Code = ({ fields, set }: Pick<StepProps, 'fields' | 'set'>) => {
  const { t } = useApp()
  return (
    <>
      <Check
        label={t('share.terms.passcode')}
        hint={t(fields.passcode === 'yes' ? 'share.terms.passcodeHint' : 'share.terms.noPasscode')}
        checked={fields.passcode === 'yes'}
        onChange={(yes) => set({ passcode: yes ? 'yes' : 'no' })}
      />
      {fields.passcode === 'yes' && (
        <Check
          label={t('share.terms.words')}
          hint={t('share.terms.wordsHint')}
          checked={fields.words === 'yes'}
          onChange={(yes) => set({ words: yes ? 'yes' : 'no' })}
        />
      )}
    </>
  )
}

/** Why, until when, on how many screens, and with a passcode or without. */
export const Terms = ({ fields, set, next }: StepProps) => {
  const { t, time, words } = useApp()
  const now = time()
  return (
    <>
      <Field
        label={t('share.whom.name')}
        hint={t('share.whom.nameHint')}
        value={fields.recipient}
        onInput={(recipient) => set({ recipient })}
      />
      <Field
        label={t('share.terms.why')}
        hint={t('share.terms.whyHint')}
        value={fields.why}
        onInput={(why) => set({ why })}
        lines={2}
      />
      <Choice
        label={t('share.terms.until')}
        options={lives.map((value) => ({
          value,
          label: t(`share.life.${value}`),
          hint: words.dates.instant(endOf(now, value)),
        }))}
        value={fields.life}
        onChange={(life) => set({ life })}
      />
      <Code fields={fields} set={set} />
      <Choice
        label={t('share.terms.openers')}
        options={openers.map((value) => ({
          value,
          label: t(`share.openers.${value}`),
          hint: t('share.openers.hint', { count: places[value] }),
        }))}
        value={fields.openers}
        onChange={(chosen) => set({ openers: chosen })}
      />
      <Check
        label={t('share.living.keep')}
        hint={t('share.living.hint')}
        checked={fields.living === 'yes'}
        onChange={(yes) => set({ living: yes ? 'yes' : 'no' })}
      />
      <Button kind="main" wide onPress={next}>
        {t('share.terms.next')}
      </Button>
    </>
  )
}
