import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { findable, findAll, type Findable } from '../../../record/find.ts'
import { titleOf } from '../../../record/order.ts'
import { settingOf } from '../../../record/record.ts'
import { Empty } from '../../parts/Empty.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { useApp } from '../../use.ts'
import { icons, pictureOf, sortOf } from '../attachment/words.ts'
import type { Screen, Sought } from '../../view.ts'
import { hoursOf, nameOf } from '../appointment/words.ts'
import { whenOf } from '../incident/words.ts'
import { own } from '../share/titles.ts'
import { preparing } from './preparing.ts'
import { snippet } from './snippet.ts'

/** Rows of one kind at a time; whoever has more writes another word. */
const most = 20

const kinds = [
  'contact',
  'appointment',
  'story',
  'incident',
  'addendum',
  'attachment',
  'step',
  'need',
  'child',
  'precaution',
  'talk',
] as const

/** Where an entry is looked at. */
const placeOf = (entry: Findable): Screen => {
  if (entry.kind === 'need') return { at: 'needs', child: entry.child }
  if (entry.kind === 'precaution') return { at: 'precautions', topic: entry.topic }
  if (entry.kind === 'addendum')
    return entry.of ? { at: entry.of.kind, id: entry.of.id } : { at: 'search' }
  return { at: entry.kind, id: entry.id }
}

type FoundProps = { readonly entry: Findable; readonly query: string }

const Found = ({ entry, query }: FoundProps) => {
  const { record, words, t, go } = useApp()
  const open = (): void => go(placeOf(entry))
  switch (entry.kind) {
    case 'contact': {
      const detail = [entry.organisation && own(entry.person), own(entry.role)]
        .filter(Boolean)
        .join(' · ')
      return <Row lead="people" title={titleOf(entry)} detail={detail} onPress={open} />
    }
    case 'appointment': {
      const detail = `${words.dates.day(entry.start)} · ${hoursOf(entry, words)}`
      const name = nameOf(record, entry, words)
      return <Row lead="calendar" title={name} detail={detail} onPress={open} />
    }
    case 'incident': {
      const found = snippet(entry.what, query)
      return <Row lead="clock" title={whenOf(entry, words)} detail={found} onPress={open} />
    }
    case 'story': {
      const title = entry.title || t(`story.topic.${entry.topic}`)
      return <Row lead="book" title={title} detail={snippet(entry.text, query)} onPress={open} />
    }
    case 'addendum': {
      const title = t('addendum.when', { when: words.dates.instant(entry.written) })
      return <Row lead="plus" title={title} detail={snippet(entry.text, query)} onPress={open} />
    }
    case 'step':
      return <Row lead="check" title={entry.what} detail={entry.goal} onPress={open} />
    case 'need': {
      const title = `${t(`need.area.${entry.area}`)} · ${t(`need.horizon.${entry.horizon}`)}`
      return <Row lead="eye" title={title} detail={snippet(entry.text, query)} onPress={open} />
    }
    case 'attachment': {
      const sort = sortOf(entry)
      const detail = `${t(`attachment.sort.${sort}`)} · ${words.dates.instant(entry.written)}`
      const seen = { lead: icons[sort], picture: pictureOf(entry) }
      return <Row {...seen} title={entry.name} detail={detail} onPress={open} />
    }
    case 'precaution': {
      const topic = t(`safety.topic.${entry.topic}`)
      return <Row lead="lock" title={entry.text} detail={topic} onPress={open} />
    }
    case 'talk': {
      const found = snippet(entry.told, query)
      return <Row lead="clock" title={entry.tool || t('talk.one')} detail={found} onPress={open} />
    }
    case 'child':
      return <Row lead="people" title={entry.name} detail={entry.school} onPress={open} />
  }
}

type GroupProps = {
  readonly kind: Findable['kind']
  readonly entries: readonly Findable[]
  readonly query: string
}

const Group = ({ kind, entries, query }: GroupProps) => {
  const { t } = useApp()
  if (entries.length === 0) return null
  const rest = entries.length - most
  return (
    <>
      <List label={t(`search.${kind}`, { count: entries.length })}>
        {entries.slice(0, most).map((entry) => (
          <Found key={entry.id} entry={entry} query={query} />
        ))}
      </List>
      {rest > 0 && <p>{t('search.more', { count: rest })}</p>}
    </>
  )
}

const Results = ({ query }: { readonly query: string }): ComponentChildren => {
  const { record, t } = useApp()
  const found = findAll(record, query)
  const hint = settingOf(record).plain ? 'search.hintPlain' : 'search.hint'
  if (query.trim() === '') return <p>{t(hint)}</p>
  if (found.length === 0) return <Empty title={t('search.none')}>{t('search.noneText')}</Empty>
  return kinds.map((kind) => (
    <Group
      key={kind}
      kind={kind}
      entries={found.filter((entry) => entry.kind === kind)}
      query={query}
    />
  ))
}

/** One search over all that she keeps, grouped by what it is. */
export const SearchAll = ({ query }: Sought) => {
  const { record, t, back, swap } = useApp()
  useEffect(() => preparing(findable(record)), [record])
  return (
    <Page title={t('search.title')} back={{ label: t('action.back'), go: back }}>
      <Search
        label={t('search.label')}
        value={query}
        onInput={(text) => swap({ at: 'search', as: { query: text } })}
        clearLabel={t('action.clear')}
        first
      />
      <Results query={query} />
    </Page>
  )
}
