import type { Words } from '../../../i18n/words.ts'
import { shapes } from '../../../record/parts/table.ts'
import type { SharedPart } from '../../../record/summary.ts'
import type { Id, Part, PartKind } from '../../../record/types.ts'
import { shownIn } from '../../../recipient/paper/shown.ts'
import { Check } from '../../parts/Check.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { useApp } from '../../use.ts'
import { beginning } from '../story/beginning.ts'
import { choose, find, without } from './fields.ts'
import { Along } from './Along.tsx'
import type { StepProps } from './steps.ts'
import { titleAndRest } from './theirs.ts'
import { own } from './titles.ts'

type Entry = { readonly id: Id; readonly whole: SharedPart }

export type Group = { readonly kind: PartKind; readonly entries: readonly Entry[] }

type Choosing = Pick<StepProps, 'fields' | 'set'> & { readonly theirs: Words }

type OneProps = Choosing & { readonly kind: PartKind; readonly entry: Entry }

/** One entry; what of it goes along is asked only once it is chosen. */
const One = ({ fields, set, kind, entry: { id, whole }, theirs }: OneProps) => {
  const { record, t } = useApp()
  const part: Part | undefined = find(fields.parts, { kind, id })
  const [title, rest] = titleAndRest(whole, theirs)
  const care = shapes[kind].careOf(record, id)
  const put = (yes: boolean): string =>
    yes
      ? choose(fields.parts, { kind, id, fields: shapes[kind].usual(record, id) })
      : without(fields.parts, { kind, id })
  return (
    <li>
      <Check
        label={title || theirs.t('paper.unnamed')}
        hint={own(beginning(rest)) || undefined}
        checked={part !== undefined}
        onChange={(yes) => set({ parts: put(yes) })}
      />
      {part && care && <p class="part-care">{t(`share.care.${care}`)}</p>}
      {part && <Along part={part} facts={shownIn(whole, theirs)} fields={fields} set={set} />}
    </li>
  )
}

type GroupProps = Choosing & { readonly group: Group }

/** Thousands are drawn as far as she scrolls; a search finds those further down. */
const Rows = ({ group: { kind, entries }, theirs, ...choosing }: GroupProps) => {
  const { t } = useApp()
  return (
    <section class="part-group">
      <h2>{theirs.t(`paper.kind.${kind}`)}</h2>
      <ul role="list">
        <Growing entries={entries} more={t('list.more')} piece={30} inList>
          {(some) =>
            some.map((entry) => (
              <One key={entry.id} {...choosing} theirs={theirs} kind={kind} entry={entry} />
            ))
          }
        </Growing>
      </ul>
    </section>
  )
}

type Props = Choosing & { readonly groups: readonly Group[] }

/** Everything that can be a part, each with its own tick. */
export const Picking = ({ groups, ...choosing }: Props) => (
  <>
    {groups
      .filter(({ entries }) => entries.length > 0)
      .map((group) => (
        <Rows key={group.kind} {...choosing} group={group} />
      ))}
  </>
)
