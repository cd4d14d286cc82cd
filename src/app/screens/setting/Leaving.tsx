import { canTellFace } from '../../faceDown.ts'
import { Check } from '../../parts/Check.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { siteFrom, sites } from '../../sites.ts'
import { useApp } from '../../use.ts'
import { useSetting } from './useSetting.ts'

const sides = ['start', 'end'] as const

/** Minutes. Never is no choice: a phone left lying open is what this guards against. */
const minutes = ['1', '2', '5', '10'] as const

const Where = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  return (
    <Choice
      label={t('setting.exitSide')}
      options={sides.map((value) => ({ value, label: t(`setting.side.${value}`) }))}
      value={setting.exitSide}
      onChange={(exitSide) => change('exitSide', exitSide)}
    />
  )
}

const When = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  return (
    <>
      <Choice
        label={t('setting.idle')}
        options={minutes.map((value) => ({
          value,
          label: t('setting.minutes', { count: Number(value) }),
        }))}
        value={minutes.find((value) => Number(value) === setting.idle) ?? '5'}
        onChange={(value) => change('idle', Number(value))}
      />
      {canTellFace() && (
        <Check
          label={t('setting.faceDown')}
          hint={t('setting.faceDownHint')}
          checked={setting.faceDown}
          onChange={(faceDown) => change('faceDown', faceDown)}
        />
      )}
    </>
  )
}

const Whereto = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  const known = sites.map((site) => ({ value: site, label: new URL(site).host, lang: 'en' }))
  return (
    <>
      <Choice
        label={t('setting.site')}
        options={[{ value: '', label: t('setting.siteNone') }, ...known]}
        value={siteFrom(setting.site)}
        onChange={(site) => change('site', site)}
      />
      <p>{t('setting.siteText')}</p>
      <Check
        label={t('setting.resume')}
        hint={t('setting.resumeHint')}
        checked={setting.resume}
        onChange={(resume) => change('resume', resume)}
      />
    </>
  )
}

/** How she leaves, what is seen then, and where the code brings her. */
export const Leaving = () => (
  <>
    <Where />
    <When />
    <Whereto />
  </>
)
