import { useMemo, useRef } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { shapes } from '../../../record/parts/table.ts'
import type { SharedPart } from '../../../record/summary.ts'
import type { Id, Part, PartKind } from '../../../record/types.ts'
import { shownIn } from '../../../recipient/paper/shown.ts'
import { Check } from '../../parts/Check.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { useApp } from '../../use.ts'
import { beginning } from '../story/beginning.ts'
import { choose, extend, partsOf, without } from './fields.ts'
import { Along } from './Along.tsx'
import type { StepProps } from './steps.ts'
import { titleAndRest } from './theirs.ts'
import { own } from './titles.ts'

/** Read when it is drawn or searched: there may be thousands. */
export type Entry = {
  readonly id: Id
  readonly whole: () => SharedPart | null
  /** Its words, as a search looks for them. */
  readonly words: () => string
}

export type Group = { readonly kind: PartKind; readonly entries: readonly Entry[] }

/** What is done to the choice as it is when she touches: a row that was not drawn anew knows no other. */
type Hands = {
  readonly put: (part: Part, yes: boolean) => void
  readonly extend: (part: Part, name: string, yes: boolean) => void
}

type OneProps = {
  readonly kind: PartKind
  readonly entry: Entry
  readonly part: Part | undefined
  readonly hands: Hands
  readonly theirs: Words
}

/** One entry; what of it goes along is asked only once it is chosen. */
const Drawn = ({ kind, entry, part, hands, theirs }: OneProps) => {
  const { record, t } = useApp()
  const { id } = entry
  const whole = entry.whole()
  if (!whole) return null
  const [title, rest] = titleAndRest(whole, theirs)
  const care = shapes[kind].careOf(record, id)
  return (
    <li>
      <Check
        label={title || theirs.t('paper.unnamed')}
        hint={own(beginning(rest)) || undefined}
        checked={part !== undefined}
        onChange={(yes) => hands.put({ kind, id, fields: shapes[kind].usual(record, id) }, yes)}
      />
      {part && care && <p class="part-care">{t(`share.care.${care}`)}</p>}
      {part && (
        <Along
          part={part}
          facts={shownIn(whole, theirs)}
          extend={(name, yes) => hands.extend(part, name, yes)}
        />
      )}
    </li>
  )
}

/** A tick draws its own row anew, and none of the hundreds beside it. */
const One = (props: OneProps) => {
  const { kind, entry, part, hands, theirs } = props
  return useMemo(() => <Drawn {...props} />, [kind, entry, part?.fields.join(' '), hands, theirs])
}

type GroupProps = Pick<OneProps, 'hands' | 'theirs'> & {
  readonly group: Group
  readonly chosen: ReadonlyMap<string, Part>
}

/** Thousands are drawn as far as she scrolls; a search finds those further down. */
const Rows = ({ group: { kind, entries }, chosen, hands, theirs }: GroupProps) => {
  const { t } = useApp()
  return (
    <section class="part-group">
      <h2>{theirs.t(`paper.kind.${kind}`)}</h2>
      <ul role="list">
        <Growing entries={entries} more={t('list.more')} piece={30} inList>
          {(some) =>
            some.map((entry) => (
              <One
                key={entry.id}
                kind={kind}
                entry={entry}
                part={chosen.get(`${kind} ${entry.id}`)}
                hands={hands}
                theirs={theirs}
              />
            ))
          }
        </Growing>
      </ul>
    </section>
  )
}

type Choosing = Pick<StepProps, 'fields' | 'set'>

const useHands = ({ fields, set }: Choosing): Hands => {
  const now = useRef({ parts: fields.parts, set })
  now.current = { parts: fields.parts, set }
  return useMemo(() => {
    const change = (change: (parts: string) => string): void =>
      now.current.set({ parts: change(now.current.parts) })
    return {
      put: (part, yes) => change((parts) => (yes ? choose(parts, part) : without(parts, part))),
      extend: (part, name, yes) => change((parts) => extend(parts, part, name, yes)),
    }
  }, [])
}

type Props = Choosing & { readonly groups: readonly Group[]; readonly theirs: Words }

/** Everything that can be a part, each with its own tick. */
export const Picking = ({ groups, theirs, ...choosing }: Props) => {
  const hands = useHands(choosing)
  const { parts } = choosing.fields
  const chosen = useMemo(
    () => new Map(partsOf(parts).map((part) => [`${part.kind} ${part.id}`, part])),
    [parts],
  )
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map((group) => (
      <Rows key={group.kind} group={group} chosen={chosen} hands={hands} theirs={theirs} />
    ))
}
