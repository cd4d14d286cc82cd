import { settingOf } from '../../../record/record.ts'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { areaRooms } from '../more/rooms.ts'

/** What she uses, one touch away; what she does not use yet behind a single row. */
export const Rooms = () => {
  const { record, t, go } = useApp()
  if (settingOf(record).plain) return null
  return (
    <List label={t('home.rooms')} unseen>
      {areaRooms
        .filter(({ isUsed }) => isUsed(record))
        .map(({ at, lead }) => (
          <Row key={at} lead={lead} title={t(`more.${at}.title`)} onPress={() => go({ at })} />
        ))}
      <Row
        lead="more"
        title={t('more.title')}
        detail={t('more.short')}
        onPress={() => go({ at: 'more' })}
      />
    </List>
  )
}
