import type { Provable } from '../../../record/evidence.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { useHeld } from './useHeld.ts'

type Props = {
  readonly entry: Extract<Provable, { readonly kind: 'appointment' | 'story' | 'incident' }>
}

/** Said in a form, before anything is changed: what was shown to be unchanged will not be any more. */
export const Ends = ({ entry }: Props) => {
  const { words, t, swap } = useApp()
  const held = useHeld(entry)
  if (!held) return null
  const of = { kind: entry.kind, id: entry.id }
  return (
    <Notice
      tone="info"
      action={
        <Button kind="plain" onPress={() => swap({ at: 'addendumForm', of })}>
          {t('addendum.add')}
        </Button>
      }
    >
      {t('evidence.ends', { when: words.dates.instant(held.made) })}
    </Notice>
  )
}
