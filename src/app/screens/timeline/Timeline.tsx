import { useMemo } from 'preact/hooks'
import { momentKinds, timelineOf, type Moment, type MomentKind } from '../../../record/timeline.ts'
import { titleOf } from '../../../record/order.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import * as appointment from '../appointment/words.ts'
import * as incident from '../incident/words.ts'
import { useGrowing } from './useGrowing.ts'

const One = ({ entry, day }: Moment) => {
  const { record, words, t, go } = useApp()
  const date = words.dates.short(day)
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
          detail={`${date} · ${appointment.hoursOf(entry, words)}`}
          onPress={() => go({ at: 'appointment', id, day })}
        />
      )
    case 'contact':
      return (
        <Row
          lead="people"
          title={titleOf(entry)}
          detail={t('timeline.begun', { date })}
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

const Months = ({ moments }: { readonly moments: readonly Moment[] }) => {
  const { t, words } = useApp()
  const label = (month: string): string => {
    if (month === '') return t('timeline.undated')
    return month.length === 4 ? t('timeline.year', { year: month }) : words.dates.month(month)
  }
  return monthsOf(moments).map(([month, those]) => (
    <List key={month} label={label(month)}>
      {those.map((moment) => (
        <One key={`${moment.entry.id} ${moment.day}`} {...moment} />
      ))}
    </List>
  ))
}

/** Only what has begun to be drawn grows; how much there is in all is said at the top. */
const Growing = ({ moments, of }: { readonly moments: readonly Moment[]; readonly of: string }) => {
  const { t } = useApp()
  const { count, end, more } = useGrowing(of)
  return (
    <>
      <Months moments={moments.slice(0, count)} />
      {count < moments.length && (
        <>
          <div ref={end} />
          <Button kind="plain" wide onPress={more}>
            {t('timeline.more')}
          </Button>
        </>
      )}
    </>
  )
}

type Props = { readonly only: readonly MomentKind[] }

/** What happened, was met and was begun, month by month, the latest first. */
export const Timeline = ({ only }: Props) => {
  const { record, t, swap, go, back, local } = useApp()
  const today = local().slice(0, 10)
  const kinds = only.length === 0 ? momentKinds : only
  const moments = useMemo(() => timelineOf(record, kinds, today), [record, kinds.join(' '), today])
  const tap = (kind: MomentKind): void =>
    swap({
      at: 'timeline',
      only: only.includes(kind) ? only.filter((one) => one !== kind) : [...only, kind],
    })
  return (
    <Page title={t('timeline.title')} back={{ label: t('action.back'), go: back }}>
      <Chips
        label={t('timeline.only')}
        options={momentKinds.map((value) => ({ value, label: t(`timeline.kind.${value}`) }))}
        on={only}
        onTap={tap}
      />
      <Button kind="quiet" wide onPress={() => go({ at: 'incidentForm', id: null })}>
        {t('incident.add')}
      </Button>
      {moments.length === 0 ? (
        <Empty icon="book" title={t('timeline.empty.title')}>
          {t('timeline.empty.text')}
        </Empty>
      ) : (
        <>
          <p role="status">{t('timeline.count', { count: moments.length })}</p>
          <Growing moments={moments} of={kinds.join(' ')} />
        </>
      )}
    </Page>
  )
}
