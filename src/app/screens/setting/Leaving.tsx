import { put, settingOf } from '../../../record/record.ts'
import type { Setting } from '../../../record/setting.ts'
import { canTellFace } from '../../faceDown.ts'
import { leaveBy } from '../../leaving.ts'
import { Check } from '../../parts/Check.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { siteFrom, sites } from '../../sites.ts'
import { useApp } from '../../use.ts'

const sides = ['start', 'end'] as const

/** Minutes. Never is no choice: a phone left lying open is what this guards against. */
const minutes = ['1', '2', '5', '10'] as const

type Part = {
  readonly setting: Setting
  readonly change: (what: Partial<Setting>) => void
}

const Where = ({ setting, change }: Part) => {
  const { t } = useApp()
  return (
    <Choice
      label={t('setting.exitSide')}
      options={sides.map((value) => ({ value, label: t(`setting.side.${value}`) }))}
      value={setting.exitSide}
      onChange={(exitSide) => change({ exitSide })}
    />
  )
}

const When = ({ setting, change }: Part) => {
  const { t } = useApp()
  return (
    <>
      <Choice
        label={t('setting.idle')}
        options={minutes.map((value) => ({
          value,
          label: t('setting.minutes', { count: Number(value) }),
        }))}
        value={minutes.find((value) => Number(value) === setting.idle) ?? '5'}
        onChange={(value) => change({ idle: Number(value) })}
      />
      {canTellFace() && (
        <Check
          label={t('setting.faceDown')}
          hint={t('setting.faceDownHint')}
          checked={setting.faceDown}
          onChange={(faceDown) => change({ faceDown })}
        />
      )}
    </>
  )
}

const Whereto = ({ setting, change }: Part) => {
  const { t } = useApp()
  const known = sites.map((site) => ({ value: site, label: new URL(site).host, lang: 'en' }))
  return (
    <>
      <Choice
        label={t('setting.site')}
        options={[{ value: '', label: t('setting.siteNone') }, ...known]}
        value={siteFrom(setting.site)}
        onChange={(site) => change({ site })}
      />
      <p>{t('setting.siteText')}</p>
      <Check
        label={t('setting.resume')}
        hint={t('setting.resumeHint')}
        checked={setting.resume}
        onChange={(resume) => change({ resume })}
      />
    </>
  )
}

/** How she leaves, what is seen then, and where the code brings her. */
export const Leaving = () => {
  const { record, send } = useApp()
  const setting = settingOf(record)
  const change = (what: Partial<Setting>): void => {
    const next = { ...setting, ...what }
    send(put(next))
    leaveBy(next)
  }
  return (
    <>
      <Where setting={setting} change={change} />
      <When setting={setting} change={change} />
      <Whereto setting={setting} change={change} />
    </>
  )
}
