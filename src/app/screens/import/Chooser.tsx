import type { Marked } from '../../../exchange/merge.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { useChosen } from './useChosen.ts'

type Props<T> = {
  readonly marked: readonly Marked<T>[]
  readonly skipped: number
  readonly label: string
  readonly titleOf: (item: T) => string
  readonly detailOf: (one: Marked<T>) => string
  readonly add: (chosen: readonly Marked<T>[]) => void
}

/** A file's entries as checks: none is chosen for her, all is one tap. */
export const Chooser = <T,>({ marked, skipped, label, titleOf, detailOf, add }: Props<T>) => {
  const { t } = useApp()
  const open = marked.flatMap((one, place) => (one.mark === 'same' ? [] : [place]))
  const { chosen, all, toggle, toggleAll } = useChosen(open)
  const same = marked.length - open.length
  return (
    <>
      {same > 0 && <Notice tone="info">{t('import.same', { count: same })}</Notice>}
      {skipped > 0 && <Notice tone="info">{t('import.skipped', { count: skipped })}</Notice>}
      {open.length > 1 && (
        <Check label={t('import.all', { count: open.length })} checked={all} onChange={toggleAll} />
      )}
      <section class="checks" aria-label={label}>
        <Growing entries={open} more={t('list.more')}>
          {(places) =>
            places.map((place) => {
              const one = marked[place]
              if (!one) return null
              return (
                <Check
                  key={place}
                  label={titleOf(one.item)}
                  hint={detailOf(one)}
                  checked={chosen.has(place)}
                  onChange={() => toggle(place)}
                />
              )
            })
          }
        </Growing>
      </section>
      {chosen.size > 0 && (
        <Dock>
          <Button kind="main" onPress={() => add(marked.filter((_, place) => chosen.has(place)))}>
            {t('import.add', { count: chosen.size })}
          </Button>
        </Dock>
      )}
    </>
  )
}
