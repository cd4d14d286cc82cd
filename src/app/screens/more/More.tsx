import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { areaRooms } from './rooms.ts'

/** Everything that she may use and need not: each with a line that says what it is for. */
export const More = () => {
  const { t, go, back } = useApp()
  return (
    <Page title={t('more.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('more.lead')}</p>
      <List label={t('more.title')} unseen>
        {areaRooms.map(({ at, lead }) => (
          <Row
            key={at}
            lead={lead}
            title={t(`more.${at}.title`)}
            detail={t(`more.${at}.text`)}
            onPress={() => go({ at })}
          />
        ))}
      </List>
    </Page>
  )
}
