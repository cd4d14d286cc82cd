import { useState } from 'preact/hooks'
import type { Part } from '../../../record/types.ts'
import type { Shown } from '../../../recipient/paper/shown.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { useApp } from '../../use.ts'
import { beginning } from '../story/beginning.ts'
import { own } from './titles.ts'

type Props = {
  readonly part: Part
  /** All that the entry says. */
  readonly facts: readonly Shown[]
  readonly extend: (field: string, yes: boolean) => void
}

/** One line for each field, also where it says several things. */
const byName = (facts: readonly Shown[]): readonly Shown[] =>
  facts.filter(({ field }, at) => facts.findIndex((one) => one.field.name === field.name) === at)

/** What of a part goes along. Folded, because the usual is right for most. */
export const Along = ({ part, facts, extend }: Props) => {
  const { t } = useApp()
  const [open, setOpen] = useState(false)
  const lines = byName(facts)
  const chosen = lines.filter(({ field }) => part.fields.includes(field.name))
  if (lines.length < 2) return null
  return (
    <div class="part-also">
      <Button kind="plain" onPress={() => setOpen(!open)}>
        {open ? t('share.along.close') : t('share.along.open', { count: chosen.length })}
      </Button>
      {open &&
        lines.map(({ field, label, text }) => (
          <Check
            key={field.name}
            label={label}
            hint={[own(beginning(text)), field.care && t(`share.care.${field.care}`)]
              .filter(Boolean)
              .join('. ')}
            checked={part.fields.includes(field.name)}
            onChange={(yes) => extend(field.name, yes)}
          />
        ))}
    </div>
  )
}
