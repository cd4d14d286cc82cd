import { useId } from 'preact/hooks'
import '../../look/chips.css'
import { Icon } from './Icon.tsx'

type Chip<V extends string> = { readonly value: V; readonly label: string }

export type ChipsProps<V extends string> = {
  readonly label: string
  /** The label is for screen readers alone. */
  readonly unseen?: boolean | undefined
  readonly hint?: string | undefined
  readonly options: readonly Chip<V>[]
  /** Those that are on. */
  readonly on: readonly V[]
  /** A tap on one of them, on or off. */
  readonly onTap: (value: V) => void
}

/** Short words to switch on and off, several beside each other: less to read than a list. Buttons,
 * not form controls: browsers keep the state of form controls on disk. */
export const Chips = <V extends string>(props: ChipsProps<V>) => {
  const { label, unseen, hint, options, on, onTap } = props
  const id = useId()
  return (
    <div class="chips">
      <p class={unseen ? 'unseen' : 'chips-label'} id={id}>
        {label}
      </p>
      {hint && <p class="field-hint">{hint}</p>}
      <div class="chips-row" role="group" aria-labelledby={id}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={on.includes(option.value)}
            onClick={() => onTap(option.value)}
          >
            {on.includes(option.value) && <Icon name="check" />}
            <span>{option.label}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
