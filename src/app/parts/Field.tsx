import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import '../../look/field.css'

export type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string | undefined
  /** What to do about it, in her words; an empty text is no error. It takes the focus at each of her `tries`. */
  readonly error?: string | undefined
  readonly tries?: number | undefined
  /** Lines to begin with; the field then grows with its text. Without it: one line. */
  readonly lines?: number | undefined
  readonly inputMode?: 'text' | 'tel' | 'email' | 'url' | 'numeric' | 'decimal' | undefined
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined
  readonly lang?: string | undefined
  readonly required?: boolean | undefined
}

// Where the engine cannot size a field by its content, its height is measured at every letter.
const grow = (area: HTMLTextAreaElement) => {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.blockSize = 'auto'
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

const useGrowing = (value: string, lines = 1) => {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => area.current?.style.setProperty('--lines', `${lines}`), [lines])
  useLayoutEffect(() => {
    if (area.current) grow(area.current)
  }, [value])
  return area
}

// Browsers write what is typed in a named or remembered field to their own files, and some send it
// to a spelling service. So: no name, no form, no memory, no spelling help, plain text alone.
const quiet = { autocomplete: 'off', spellcheck: false } as const

/** Whoever cannot see where a word of it came is brought there. */
const useTries = (error: string | undefined, tries: number) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error && tries > 0) place.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [tries])
  return place
}

const sentences = (mode: FieldProps['inputMode']) => !mode || mode === 'text'

/** A question above and the answer below it. */
export const Field = (props: FieldProps) => {
  const {
    label,
    value,
    onInput,
    hint,
    error,
    lines,
    inputMode,
    dir = 'auto',
    lang,
    required,
    tries = 0,
  } = props
  const id = useId()
  const place = useTries(error, tries)
  const area = useGrowing(value, lines)
  const shared = {
    ...quiet,
    id,
    value,
    // An empty field would be left to right under 'auto', and so would its caret.
    dir: value || dir !== 'auto' ? dir : undefined,
    lang,
    autocapitalize: sentences(inputMode) ? 'sentences' : 'none',
    'aria-describedby': `${id}-hint ${id}-error`,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  } as const
  return (
    <div ref={place} class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {lines ? (
        <textarea
          {...shared}
          ref={area}
          rows={lines}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={inputMode}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      <p class="field-error" id={`${id}-error`} aria-live="polite">
        {error}
      </p>
    </div>
  )
}
