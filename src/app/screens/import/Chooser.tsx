import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Marked } from '../../../exchange/merge.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Dock, Docked } from '../../parts/Dock.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import type { Way } from './entries.ts'
import { Settle, type Clash } from './Settle.tsx'
import { useChosen } from './useChosen.ts'

/** An entry of a file that she chose, and what becomes of it where she has it already. */
export type Taken<T> = { readonly one: Marked<T>; readonly way: Way | undefined }

type Props<T> = {
  readonly marked: readonly Marked<T>[]
  readonly skipped: number
  readonly label: string
  readonly titleOf: (item: T) => string
  readonly detailOf: (one: Marked<T>) => string
  /** Null where nothing is said differently. */
  readonly clashOf: (one: Marked<T>) => Clash | null
  readonly add: (chosen: readonly Taken<T>[]) => void
  /** Asked of all of them. */
  readonly more?: ComponentChildren
}

type OneProps = {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly toggle: () => void
  readonly clash: Clash | null
  readonly way: Way | undefined
  readonly settle: (way: Way) => void
}

const One = ({ label, hint, checked, toggle, clash, way, settle }: OneProps) => (
  <>
    <Check label={label} hint={hint} checked={checked} onChange={toggle} />
    {checked && clash && <Settle clash={clash} way={way} onChange={settle} />}
  </>
)

/** A file's entries as checks: none is chosen for her, all is one tap. */
export const Chooser = <T,>(props: Props<T>) => {
  const { marked, skipped, label, titleOf, detailOf, clashOf, add, more } = props
  const { t } = useApp()
  const [settled, settle] = useState<ReadonlyMap<number, Way>>(new Map())
  const open = marked.flatMap((one, place) => (one.mark === 'same' ? [] : [place]))
  const { chosen, all, toggle, toggleAll } = useChosen(open)
  const same = marked.length - open.length
  const taken = (): Taken<T>[] =>
    marked.flatMap((one, place) => (chosen.has(place) ? [{ one, way: settled.get(place) }] : []))
  const adding = chosen.size > 0 && (
    <Dock>
      <Button kind="main" onPress={() => add(taken())}>
        {t('import.add', { count: chosen.size })}
      </Button>
    </Dock>
  )
  return (
    <Docked dock={adding}>
      {same > 0 && <Notice tone="info">{t('import.same', { count: same })}</Notice>}
      {skipped > 0 && <Notice tone="info">{t('import.skipped', { count: skipped })}</Notice>}
      {open.length > 1 && (
        <Check label={t('import.all', { count: open.length })} checked={all} onChange={toggleAll} />
      )}
      {more}
      <section class="checks" aria-label={label}>
        <Growing entries={open} more={t('list.more')}>
          {(places) =>
            places.map((place) => {
              const one = marked[place]
              if (!one) return null
              return (
                <One
                  key={place}
                  label={titleOf(one.item)}
                  hint={detailOf(one)}
                  checked={chosen.has(place)}
                  toggle={() => toggle(place)}
                  clash={clashOf(one)}
                  way={settled.get(place)}
                  settle={(way) => settle(new Map(settled).set(place, way))}
                />
              )
            })
          }
        </Growing>
      </section>
    </Docked>
  )
}
