import { useState } from 'preact/hooks'
import {
  countedFrom,
  deadlines,
  gathered,
  type Deadline as DeadlineRule,
} from '../../../record/deadlines.ts'
import { put } from '../../../record/record.ts'
import type { Id, LocalDate } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { When } from '../../parts/When.tsx'
import { useApp } from '../../use.ts'
import { appointmentFrom, stepFrom } from './entries.ts'

type RuleProps = { readonly rule: DeadlineRule }

type TakingProps = RuleProps & {
  readonly since: LocalDate
  readonly contact: Id | null
}

/** The day that it comes to, and one touch to keep it as a step or in the calendar. */
const Taking = ({ rule, since, contact }: TakingProps) => {
  const { words, t, send, swap, newId, time, local } = useApp()
  const { day, workday } = countedFrom(since, rule)
  if (day === '') return null
  const whom = t(`deadline.of.${rule.name}.whom`)
  const title = t(`deadline.of.${rule.name}.title`)
  const taken = { title, day: workday, contact, note: t('deadline.note', { whom }) }
  const id = newId()
  const plan = (): void => {
    send(put(stepFrom(taken, { id, now: time() })), 'step.saved')
    swap({ at: 'step', id })
  }
  const book = (): void => {
    send(put(appointmentFrom(taken, { id, now: time() })), 'appointment.saved')
    swap({ at: 'appointment', id })
  }
  return (
    <>
      <Card tone="warm">
        <Fact label={t('deadline.comes')}>
          <span class="day">{words.dates.day(workday)}</span>
          <br />
          {words.dates.away(local(), workday)}
        </Fact>
        {workday !== day && (
          <p>{t(`deadline.moved.${rule.moves}`, { day: words.dates.day(day) })}</p>
        )}
      </Card>
      <Button kind="main" wide onPress={plan}>
        {t('deadline.toPlan')}
      </Button>
      <Button kind="quiet" wide onPress={book}>
        {t('deadline.toCalendar')}
      </Button>
    </>
  )
}

/** Where it was read, and who knows for sure. */
const Source = ({ rule }: RuleProps) => {
  const { words, t, go } = useApp()
  const whom = t(`deadline.of.${rule.name}.whom`)
  return (
    <>
      <Notice tone="info" title={t('deadline.check', { whom })}>
        {t('deadline.changes')}
        <Fact label={t('deadline.source')} ltr>
          {new URL(rule.source).host}
        </Fact>
        <Fact label={t('deadline.gathered')}>{words.dates.day(gathered)}</Fact>
      </Notice>
      <List label={t('deadline.who')} unseen>
        <Row
          lead="people"
          title={t('deadline.who')}
          detail={whom}
          onPress={() => go({ at: 'service', id: rule.service })}
        />
      </List>
    </>
  )
}

type Props = {
  readonly name: string
  readonly contact: Id | null
  readonly appointment: Id | null
}

/** One such time: she gives the day that it begins with, and sees where it ends. */
export const Deadline = ({ name, contact, appointment }: Props) => {
  const { record, t, back } = useApp()
  const rule = deadlines.find((one) => one.name === name)
  const meeting = record.appointment.get(appointment ?? '')
  const [since, setSince] = useState(meeting?.start.slice(0, 10) ?? '')
  const home = { label: t('action.back'), go: back }
  if (!rule) return <Page title={t('deadline.title')} back={home} children={null} />
  return (
    <Page title={t(`deadline.of.${name}.title`)} back={home}>
      <p>{t(`deadline.of.${name}.text`)}</p>
      <When
        label={t(`deadline.of.${name}.since`)}
        date={since}
        time=""
        timeLabel=""
        allDay
        onChange={setSince}
      />
      <Taking rule={rule} since={since} contact={contact ?? meeting?.contact ?? null} />
      <Source rule={rule} />
    </Page>
  )
}
