import { settingOf } from '../../../record/record.ts'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'

/** All that has to do with codes. It looks the same whatever a code has opened. */
export const Codes = () => {
  const { record, t, go, back } = useApp()
  const { decoyCode, shredCode } = settingOf(record)
  return (
    <Page title={t('code.title')} back={{ label: t('action.back'), go: back }}>
      <List label={t('code.title')} unseen>
        <Row
          lead="lock"
          title={t('code.own.change')}
          detail={t('code.own.changeText')}
          onPress={() => go({ at: 'ownCode' })}
        />
        <Row
          lead="book"
          title={t('decoy.title')}
          detail={t(decoyCode === '' ? 'decoy.none' : 'decoy.there')}
          onPress={() => go({ at: 'decoy' })}
        />
        <Row
          lead="erase"
          title={t('shred.title')}
          detail={t(shredCode === '' ? 'shred.none' : 'shred.there')}
          onPress={() => go({ at: 'shred' })}
        />
      </List>
    </Page>
  )
}
