import { settingOf } from '../../../record/record.ts'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'

/** When this was opened, and when something long was typed that did not open it. */
export const Openings = () => {
  const { record, words, t, back } = useApp()
  const { openings, tries } = settingOf(record)
  const rows = (times: readonly string[]) =>
    times
      .toReversed()
      .map((time, at) => <Row key={`${at} ${time}`} title={words.dates.instant(time)} />)
  return (
    <Page title={t('opening.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('opening.what')}</p>
      <h2>{t('opening.tries')}</h2>
      <p>{t('opening.sums')}</p>
      {tries.length === 0 ? (
        <p>{t('opening.none')}</p>
      ) : (
        <List label={t('opening.tries')} unseen>
          {rows(tries)}
        </List>
      )}
      <List label={t('opening.openings')}>{rows(openings)}</List>
    </Page>
  )
}
