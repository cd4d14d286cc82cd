import { conceal, setIdle } from '../../../disguise/exit.ts'
import { languages } from '../../../i18n/languages.ts'
import { put, settingOf } from '../../../record/record.ts'
import type { Setting as Settings } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp, useStore } from '../../use.ts'
import { KeepSafe } from './KeepSafe.tsx'
import { Newer } from './Newer.tsx'

const sides = ['start', 'end'] as const

/** Minutes. Never is no choice: a phone left lying open is what this guards against. */
const minutes = ['1', '2', '5', '10'] as const

const useSetting = () => {
  const { record, send } = useApp()
  const setting = settingOf(record)
  const change = (what: Partial<Settings>): void => send(put({ ...setting, ...what }))
  return { setting, change }
}

const LanguageChoice = () => {
  const { words, t } = useApp()
  const { speak } = useStore()
  const { change } = useSetting()
  const choose = (language: string): void => {
    change({ language })
    void speak(language)
  }
  return (
    <Choice
      label={t('setting.language')}
      options={languages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
      value={words.language.tag}
      onChange={choose}
    />
  )
}

const Leaving = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  const wait = (idle: number): void => {
    setIdle(idle)
    change({ idle })
  }
  return (
    <>
      <Choice
        label={t('setting.exitSide')}
        options={sides.map((value) => ({ value, label: t(`setting.side.${value}`) }))}
        value={setting.exitSide}
        onChange={(exitSide) => change({ exitSide })}
      />
      <Choice
        label={t('setting.idle')}
        options={minutes.map((value) => ({
          value,
          label: t('setting.minutes', { count: Number(value) }),
        }))}
        value={minutes.find((value) => Number(value) === setting.idle) ?? '5'}
        onChange={(value) => wait(Number(value))}
      />
    </>
  )
}

const CopyRow = () => {
  const { record, words, t, go } = useApp()
  const { backedUp } = settingOf(record)
  return (
    <List label={t('setting.copy.title')} unseen>
      <Row
        lead="download"
        title={t('setting.copy.title')}
        detail={
          backedUp
            ? t('backup.last', { time: words.dates.instant(backedUp) })
            : t('setting.copy.none')
        }
        onPress={() => go({ at: 'backup' })}
      />
    </List>
  )
}

/** How it speaks, how she leaves, and what it cannot do. */
export const Setting = () => {
  const { t, go, back } = useApp()
  return (
    <Page title={t('setting.title')} back={{ label: t('action.back'), go: back }}>
      <Newer />
      <LanguageChoice />
      <Leaving />
      <KeepSafe />
      <CopyRow />
      <List label={t('limits.title')} unseen>
        <Row lead="info" title={t('setting.limits')} onPress={() => go({ at: 'limits' })} />
      </List>
      <Button kind="quiet" wide onPress={conceal}>
        {t('setting.lock')}
      </Button>
    </Page>
  )
}
