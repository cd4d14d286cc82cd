import { useId } from 'preact/hooks'
import '../../look/check.css'
import { Icon } from './Icon.tsx'
import { longestIn } from './longest.ts'

export type CheckProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Yes or no, as wide as the thumb likes. A button, because browsers keep form controls on disk. */
export const Check = ({ label, hint, checked, onChange }: CheckProps) => {
  const id = useId()
  return (
    <button
      type="button"
      class="check"
      role="checkbox"
      aria-checked={checked}
      aria-labelledby={id}
      aria-describedby={hint ? `${id}-hint` : undefined}
      onClick={() => onChange(!checked)}
    >
      <span class="check-box">{checked && <Icon name="check" />}</span>
      <span class="check-words">
        <span id={id} class="check-label" style={{ '--longest': longestIn(label) }}>
          <bdi>{label}</bdi>
        </span>
        {hint && (
          <small id={`${id}-hint`}>
            <bdi>{hint}</bdi>
          </small>
        )}
      </span>
    </button>
  )
}
