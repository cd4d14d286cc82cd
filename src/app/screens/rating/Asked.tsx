import { blankRating } from '../../../record/rating.ts'
import { occasionOf, toAsk } from '../../../record/ratings.ts'
import { put, settingOf } from '../../../record/record.ts'
import type { Appointment } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { contactOf } from '../appointment/words.ts'

/** Home asks about one meeting, once: looked at or passed over, it is not asked about again. */
export const Asked = () => {
  const { record, t, go, send, local, time } = useApp()
  const meeting = toAsk(record, local())
  if (!meeting) return null
  const occasion = occasionOf(meeting)
  const seen = put(blankRating(occasion, time()))
  const look = (): void => {
    send(seen)
    go({ at: 'rate', ...occasion })
  }
  const action = (
    <div class="ways">
      <Button kind="quiet" onPress={look}>
        {t('rating.answerNow')}
      </Button>
      <Button kind="plain" onPress={() => send(seen, 'rating.skipped')}>
        {t('rating.skip')}
      </Button>
    </div>
  )
  return (
    <Notice
      tone="info"
      title={t('rating.howWith', { name: contactOf(record, meeting) })}
      action={action}
    >
      {t('rating.lead')}
    </Notice>
  )
}

/** On a meeting that has been: to say how it was, or to look at what was said. */
export const AskedHere = ({ appointment }: { readonly appointment: Appointment }) => {
  const { record, t, go, local } = useApp()
  if (appointment.start > local() || settingOf(record).plain) return null
  return (
    <List label={t('rating.title')} unseen>
      <Row
        title={t('rating.how')}
        detail={t('rating.hint')}
        onPress={() => go({ at: 'rate', ...occasionOf(appointment) })}
      />
    </List>
  )
}
