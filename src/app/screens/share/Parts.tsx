import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { plain } from '../../../record/find.ts'
import { partKinds } from '../../../record/parts/table.ts'
import { kinds as kindsKept } from '../../../record/read.ts'
import { listOf } from '../../../record/record.ts'
import { mostFileBytes } from '../../../share/padding.ts'
import type { ClientRecord, Id, LocalTime, PartKind } from '../../../record/types.ts'
import type { RecipientType } from '../../../record/recipients.ts'
import { mayGo, takesFiles, type SharedPart } from '../../../record/summary.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock, Docked } from '../../parts/Dock.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Search } from '../../parts/Search.tsx'
import { likeness } from '../../settling.ts'
import { gradually } from '../../gradually.ts'
import { useApp } from '../../use.ts'
import { wishOf } from './fields.ts'
import { bytesOf, Files } from './Files.tsx'
import { kinds } from './kinds.ts'
import { Picking, type Entry, type Group } from './Picking.tsx'
import type { StepProps } from './steps.ts'
import { useTheirWords, wholePart } from './theirs.ts'

/** More than this, and a search stands above them. */
const many = 8

/** A council is offered nothing but what was made for it. */
const offeredTo = (type: RecipientType): readonly PartKind[] =>
  partKinds.filter((kind) => mayGo(type, kind))

/** What she keeps, but for drafts: each tick is one. */
const shelves = kindsKept.filter((kind) => kind !== 'draft')

/** Makes it when it is first asked for. */
const once = <T,>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const textOf = (whole: SharedPart | null): string =>
  (whole?.facts ?? []).map((fact) => fact.text).join('\n')

const readingOf =
  (record: ClientRecord, now: LocalTime, kind: PartKind) =>
  ({ id }: { readonly id: Id }): Entry => {
    const whole = once(() => wholePart(record, now, kind, id))
    return { id, whole, words: once(() => plain(textOf(whole()))) }
  }

/** Told apart once, not at each tick, and each read when it is needed: there may be thousands. */
const useGroups = (type: RecipientType): readonly Group[] => {
  const { record, words, local } = useApp()
  const { tag } = words.language
  const groups = useMemo(
    () =>
      offeredTo(type).map((kind) => ({
        kind,
        entries: kinds[kind].entries(record, local(), tag).map(readingOf(record, local(), kind)),
      })),
    [...shelves.map((kind) => record[kind]), tag, type],
  )
  useEffect(() => gradually(all(groups), (entry) => entry.words()), [groups])
  return groups
}

const all = (groups: readonly Group[]): readonly Entry[] => groups.flatMap(({ entries }) => entries)

/** What is most like the words with which somebody asked stands first. */
const likeFirst = (groups: readonly Group[], asked: string): readonly Group[] => {
  if (asked === '') return groups
  const ranked = groups.map(({ kind, entries }) => {
    const ranks = new Map(entries.map((entry) => [entry, likeness(asked, entry.words())]))
    const rank = (entry: Entry): number => ranks.get(entry) ?? 0
    const sorted = entries.toSorted((a, b) => rank(b) - rank(a))
    return { top: Math.max(0, ...ranks.values()), group: { kind, entries: sorted } }
  })
  return ranked.toSorted((a, b) => b.top - a.top).map(({ group }) => group)
}

const found = (groups: readonly Group[], query: string): readonly Group[] => {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const has = (entry: Entry): boolean => wanted.every((word) => entry.words().includes(word))
  return groups.map(({ kind, entries }) => ({ kind, entries: entries.filter(has) }))
}

type Props = StepProps & {
  /** What files went along stay: taking one back is a stop. */
  readonly filesStay?: boolean
}

type ChoosingProps = Props & { readonly theirs: Words }

const Choosing = ({ fields, set, next, theirs, filesStay = false }: ChoosingProps) => {
  const { t, record } = useApp()
  const [query, setQuery] = useState('')
  const [tried, setTried] = useState(false)
  const { asked } = fields
  const { type, parts } = wishOf(fields)
  const offered = useGroups(type)
  const groups = useMemo(() => likeFirst(offered, asked), [offered, asked])
  const shown = useMemo(() => found(groups, query), [groups, query])
  const total = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const count = parts.length
  const taken = takesFiles(type) && !filesStay
  const fits = !taken || bytesOf(listOf(record, 'attachment'), fields.files) <= mostFileBytes
  const needed = tried ? t('share.parts.needed') : ''
  if (total === 0) return <Notice tone="info">{t('share.parts.none')}</Notice>
  const going = (
    <Dock said={count > 0 ? t('share.parts.count', { count }) : needed}>
      <Button
        kind="main"
        onPress={() => {
          setTried(true)
          if (count > 0 && fits) next()
        }}
      >
        {t('action.continue')}
      </Button>
    </Dock>
  )
  return (
    <Docked dock={going}>
      {asked && (
        <Notice tone="info" title={t('share.parts.asked')}>
          <bdi>{asked}</bdi>
        </Notice>
      )}
      <p>{t(count > 0 ? 'share.parts.begun' : 'share.parts.text')}</p>
      {count > 0 && (
        <Button kind="plain" onPress={() => set({ parts: '' })}>
          {t('share.parts.clear')}
        </Button>
      )}
      {total > many && (
        <Search
          label={t('share.parts.search')}
          value={query}
          onInput={setQuery}
          clearLabel={t('action.clear')}
        />
      )}
      <Picking fields={fields} set={set} groups={shown} theirs={theirs} />
      {taken && <Files fields={fields} set={set} />}
    </Docked>
  )
}

/** Which parts, one by one. What she does not choose stays on the phone. */
export const Parts = (props: Props) => {
  const theirs = useTheirWords(useApp().words.language.tag)
  return theirs && <Choosing {...props} theirs={theirs} />
}
