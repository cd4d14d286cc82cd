import { precautionTopics, type PrecautionTopic } from '../../../record/precaution.ts'
import { precautionsOf } from '../../../record/safety.ts'
import { Check } from '../../parts/Check.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useSetting } from '../setting/useSetting.ts'

/** One part of the plan: how far it has come, or what it is for while nothing stands there. */
const Part = ({ topic }: { readonly topic: PrecautionTopic }) => {
  const { record, t, go } = useApp()
  const lines = precautionsOf(record, topic)
  const ready = lines.filter((line) => line.ready !== '').length
  const detail =
    lines.length > 0
      ? t('safety.ready', { ready, count: lines.length })
      : t(`safety.about.${topic}`)
  return (
    <Row
      title={t(`safety.topic.${topic}`)}
      detail={detail}
      onPress={() => go({ at: 'precautions', topic })}
    />
  )
}

const OnHome = () => {
  const { t } = useApp()
  const { setting, change } = useSetting()
  return (
    <Check
      label={t('safety.onHome')}
      hint={t('safety.onHomeHint')}
      checked={setting.safetyOnHome}
      onChange={(safetyOnHome) => change('safetyOnHome', safetyOnHome)}
    />
  )
}

/** Her safety plan, part by part: she begins where she likes, and leaves the rest. */
export const Safety = () => {
  const { record, t, go, back } = useApp()
  const { size } = record.talk
  return (
    <Page title={t('safety.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('safety.lead')}</p>
      <List label={t('safety.title')} unseen>
        {precautionTopics.map((topic) => (
          <Part key={topic} topic={topic} />
        ))}
      </List>
      <List label={t('talk.title')} unseen>
        <Row
          lead="clock"
          title={t('talk.title')}
          detail={size > 0 ? t('talk.count', { count: size }) : t('talk.short')}
          onPress={() => go({ at: 'talks' })}
        />
      </List>
      <OnHome />
    </Page>
  )
}
