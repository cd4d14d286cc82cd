import { useId, useRef } from 'preact/hooks'
import '../../look/choice.css'
import { Icon } from './Icon.tsx'

export type Option<V extends string> = {
  readonly value: V
  readonly label: string
  readonly hint?: string | undefined
  /** Of the label, when it is another than the page's. */
  readonly lang?: string | undefined
}

export type ChoiceProps<V extends string> = {
  readonly label: string
  readonly options: readonly Option<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: 0, End: 0 }

const target = (key: string, at: number, count: number, rtl: boolean): number | null => {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const ahead = rtl ? 'ArrowLeft' : 'ArrowRight'
  const behind = rtl ? 'ArrowRight' : 'ArrowLeft'
  const step = key === ahead ? 1 : key === behind ? -1 : steps[key]
  return step === undefined ? null : (at + step + count) % count
}

const short = (options: readonly Option<string>[]) =>
  options.length <= 3 && options.every(({ label, hint }) => !hint && label.length <= 14)

/** One of a few. Buttons, not form controls: browsers keep the state of form controls on disk. */
export const Choice = <V extends string>({ label, options, value, onChange }: ChoiceProps<V>) => {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const found = options.findIndex((option) => option.value === value)
  const move = (event: KeyboardEvent) => {
    const rtl = !!group.current && getComputedStyle(group.current).direction === 'rtl'
    const next = target(event.key, Math.max(found, 0), options.length, rtl)
    const option = next === null ? undefined : options[next]
    if (next === null || !option) return
    event.preventDefault()
    onChange(option.value)
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
  }
  return (
    <div class="choice">
      <p class="choice-label" id={id}>
        {label}
      </p>
      <div
        ref={group}
        class={short(options) ? 'choice-short' : 'choice-list'}
        role="radiogroup"
        aria-labelledby={id}
        onKeyDown={move}
      >
        {options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={index === found}
            tabIndex={index === Math.max(found, 0) ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            <span class="choice-words" lang={option.lang}>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
            <Icon name="check" />
          </button>
        ))}
      </div>
    </div>
  )
}
