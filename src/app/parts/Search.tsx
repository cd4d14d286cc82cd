import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import '../../look/search.css'
import { Icon } from './Icon.tsx'

export type SearchProps = {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly clearLabel: string
  /** What its screen is there for: it takes the focus at once while nothing stands in it. */
  readonly first?: boolean
}

/** Finds while she types. Plain text, not type=search, whose words some browsers remember. */
export const Search = ({ label, value, onInput, clearLabel, first = false }: SearchProps) => {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // While the touch that led here still counts: later, phones give no keyboard for it.
  useLayoutEffect(() => {
    if (first && value === '') input.current?.focus({ preventScroll: true })
  }, [])
  const clear = () => {
    onInput('')
    input.current?.focus()
  }
  return (
    <div class="search" role="search" aria-label={label}>
      <label class="unseen" for={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir={value ? 'auto' : undefined}
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {value && (
        <button type="button" aria-label={clearLabel} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
