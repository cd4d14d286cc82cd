import { useMemo } from 'preact/hooks'
import { titleOf } from '../../../record/order.ts'
import {
  anyone,
  momentKinds,
  timelineOf,
  type Moment,
  type MomentKind,
  type Whose,
} from '../../../record/timeline.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Rest, useGrowing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import * as appointment from '../appointment/words.ts'
import * as incident from '../incident/words.ts'
import { Of } from './Of.tsx'

/** Rows that come at a time, while she scrolls. */
const piece = 40

/** How a contact stands there: as one that began, or as one that she waited for. */
const useSince = () => {
  const { t, words } = useApp()
  const { short } = words.dates
  return ({ day, wait }: Moment): string => {
    if (!wait) return t('timeline.begun', { date: short(day) })
    return wait.to
      ? t('timeline.waited', { from: short(wait.from), to: short(wait.to) })
      : t('timeline.waits', { date: short(wait.from) })
  }
}

const One = ({ moment }: { readonly moment: Moment }) => {
  const { record, words, go } = useApp()
  const since = useSince()
  const { entry, day } = moment
  const { id } = entry
  switch (entry.kind) {
    case 'incident':
      return (
        <Row
          lead="clock"
          title={incident.nameOf(entry, words)}
          detail={incident.whenOf(entry, words)}
          onPress={() => go({ at: 'incident', id })}
        />
      )
    case 'appointment':
      return (
        <Row
          lead="calendar"
          title={appointment.nameOf(record, entry, words)}
          detail={`${words.dates.short(day)} · ${appointment.hoursOf(entry, words)}`}
          onPress={() => go({ at: 'appointment', id, day })}
        />
      )
    case 'contact':
      return (
        <Row
          lead="people"
          title={titleOf(entry)}
          detail={since(moment)}
          onPress={() => go({ at: 'contact', id })}
        />
      )
  }
}

const monthsOf = (
  moments: readonly Moment[],
): readonly (readonly [string, readonly Moment[]])[] => {
  const months = new Map<string, Moment[]>()
  for (const moment of moments) {
    const there = months.get(moment.month)
    if (there) there.push(moment)
    else months.set(moment.month, [moment])
  }
  return [...months]
}

const keyOf = ({ entry, day, wait }: Moment): string =>
  [entry.id, day, ...(wait ? ['wait', wait.to] : [])].join(' ')

type MonthProps = {
  readonly month: string
  readonly those: readonly Moment[]
  /** All that there is: while it is the same, a month changes only by growing. */
  readonly all: readonly Moment[]
}

/** What is drawn stays as it is while more comes. */
const Month = ({ month, those, all }: MonthProps) => {
  const { t, words } = useApp()
  const label = (): string => {
    if (month === '') return t('timeline.undated')
    return month.length === 4 ? t('timeline.year', { year: month }) : words.dates.month(month)
  }
  return useMemo(
    () => (
      <List label={label()}>
        {those.map((moment) => (
          <One key={keyOf(moment)} moment={moment} />
        ))}
      </List>
    ),
    [all, those.length, words],
  )
}

/** Only what has begun to be drawn grows; how much there is in all is said at the top. */
const Growing = ({ moments, of }: { readonly moments: readonly Moment[]; readonly of: string }) => {
  const { t } = useApp()
  const { drawn, end, grow } = useGrowing(moments.length, piece, of)
  const left = moments.length - drawn
  return (
    <>
      {monthsOf(moments.slice(0, drawn)).map(([month, those]) => (
        <Month key={month} month={month} those={those} all={moments} />
      ))}
      {left > 0 && <Rest end={end} grow={grow} left={left} more={t('timeline.more')} />}
    </>
  )
}

const Found = ({ moments, of }: { readonly moments: readonly Moment[]; readonly of: string }) => {
  const { t } = useApp()
  if (moments.length > 0)
    return (
      <>
        <p role="status">{t('timeline.count', { count: moments.length })}</p>
        <Growing moments={moments} of={of} />
      </>
    )
  return (
    <Empty icon="book" title={t('timeline.empty.title')}>
      {t('timeline.empty.text')}
    </Empty>
  )
}

type Props = { readonly only: readonly MomentKind[]; readonly whose: Whose | undefined }

/** What happened, was met and was begun, month by month, the latest first. */
export const Timeline = ({ only, whose = anyone }: Props) => {
  const { record, t, swap, go, back, local } = useApp()
  const today = local().slice(0, 10)
  const kinds = only.length === 0 ? momentKinds : only
  const of = [...kinds, whose.contact, whose.child].join(' ')
  const moments = useMemo(() => timelineOf(record, kinds, today, whose), [record, of, today])
  const lay = (more: { readonly only?: Props['only']; readonly whose?: Whose }): void =>
    swap({ at: 'timeline', only, whose, ...more })
  const tap = (kind: MomentKind): void =>
    lay({ only: only.includes(kind) ? only.filter((one) => one !== kind) : [...only, kind] })
  return (
    <Page title={t('timeline.title')} back={{ label: t('action.back'), go: back }}>
      <Chips
        label={t('timeline.only')}
        options={momentKinds.map((value) => ({ value, label: t(`timeline.kind.${value}`) }))}
        on={only}
        onTap={tap}
      />
      <Of whose={whose} onPick={(more) => lay({ whose: { ...whose, ...more } })} />
      <Button kind="quiet" wide onPress={() => go({ at: 'incidentForm', id: null })}>
        {t('incident.add')}
      </Button>
      <Found moments={moments} of={of} />
    </Page>
  )
}
