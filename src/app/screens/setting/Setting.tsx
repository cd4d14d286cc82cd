import { conceal } from '../../../disguise/exit.ts'
import { languages } from '../../../i18n/languages.ts'
import { settingOf } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { KeepSafe } from './KeepSafe.tsx'
import { Leaving } from './Leaving.tsx'
import { Newer } from './Newer.tsx'
import { useSetting } from './useSetting.ts'

const LanguageChoice = () => {
  const { words, t } = useApp()
  const { change } = useSetting()
  return (
    <Choice
      label={t('setting.language')}
      options={languages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
      value={words.language.tag}
      onChange={(language) => change('language', language)}
    />
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

/** Without the directory, the story and sharing: for a phone that others look into. */
const Plain = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  return (
    <Check
      label={t('setting.plain')}
      hint={t('setting.plainText')}
      checked={setting.plain}
      onChange={(plain) => change('plain', plain)}
    />
  )
}

/** How it speaks, how she leaves, and what it cannot do. */
export const Setting = () => {
  const { record, t, go, back } = useApp()
  const { plain } = settingOf(record)
  return (
    <Page title={t('setting.title')} back={{ label: t('action.back'), go: back }}>
      <Newer />
      <LanguageChoice />
      <Leaving />
      <KeepSafe />
      <CopyRow />
      <Plain />
      <List label={t('setting.more')} unseen>
        <Row lead="lock" title={t('code.title')} onPress={() => go({ at: 'codes' })} />
        <Row lead="clock" title={t('opening.title')} onPress={() => go({ at: 'openings' })} />
        {!plain && (
          <Row lead="info" title={t('setting.limits')} onPress={() => go({ at: 'limits' })} />
        )}
        <Row lead="bin" title={t('erase.title')} onPress={() => go({ at: 'erase' })} />
      </List>
      <Button kind="quiet" wide onPress={conceal}>
        {t('setting.lock')}
      </Button>
    </Page>
  )
}
