import { useId, useRef } from 'preact/hooks'
import '../../look/search.css'
import { Icon } from './Icon.tsx'

export type SearchProps = {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly clearLabel: string
}

/** Finds while she types. Plain text, not type=search, whose words some browsers remember. */
export const Search = ({ label, value, onInput, clearLabel }: SearchProps) => {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
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
