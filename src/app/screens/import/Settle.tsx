import { Choice } from '../../parts/Choice.tsx'
import { useApp } from '../../use.ts'
import { ways, type Way } from './entries.ts'

/** What she has and what the file says, each in a line; and what is chosen until she chooses. */
export type Clash = { readonly hers: string; readonly theirs: string; readonly first: Way }

type Props = {
  readonly clash: Clash
  readonly way: Way | undefined
  readonly onChange: (way: Way) => void
}

/** Asked only of what she chose, and only where the two say different things. */
export const Settle = ({ clash, way, onChange }: Props) => {
  const { t } = useApp()
  const hints: Readonly<Record<Way, string>> = { ...clash, both: t('import.bothHint') }
  const options = ways.map((value) => ({
    value,
    label: t(`import.way.${value}`),
    hint: hints[value],
  }))
  return (
    <Choice
      label={t('import.differs')}
      options={options}
      value={way ?? clash.first}
      onChange={onChange}
    />
  )
}
