import { useEffect, useId, useRef } from 'preact/hooks'
import '../../look/field.css'

export type WhenProps = {
  readonly label: string
  /** 'YYYY-MM-DD', or empty when not known. */
  readonly date: string
  /** 'HH:MM', or empty when not known. */
  readonly time: string
  readonly onChange: (date: string, time: string) => void
  readonly timeLabel: string
  /** No time of day: the time entry goes away, and what it held is kept by the screen. */
  readonly allDay?: boolean | undefined
  /** What to do about the date, in her words; it takes the focus at each of her `tries`. */
  readonly error?: string | undefined
  readonly tries?: number | undefined
}

/** A year that was typed as two digits, once she has gone on: while she types it looks the same. */
const thisCentury = (date: string): string => date.replace(/^00(?=\d\d-)/, '20')

/** The phone's own date and time pickers: already in her language, already known to her thumb. */
export const When = (props: WhenProps) => {
  const { label, date, time, onChange, timeLabel, allDay, error, tries } = props
  const id = useId()
  const entry = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error) entry.current?.focus()
  }, [error, tries])
  return (
    <div class="when">
      <div class="field">
        <label for={id}>{label}</label>
        <input
          ref={entry}
          id={id}
          type="date"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-error`}
          autocomplete="off"
          // Without an end it takes years of six digits, and a whole date typed in a row becomes one of them.
          max="9999-12-31"
          value={date}
          onInput={(event) => onChange(event.currentTarget.value, time)}
          onBlur={() => date.startsWith('00') && onChange(thisCentury(date), time)}
        />
      </div>
      {!allDay && (
        <div class="field">
          <label for={`${id}-time`}>{timeLabel}</label>
          <input
            id={`${id}-time`}
            type="time"
            autocomplete="off"
            value={time}
            onInput={(event) => onChange(date, event.currentTarget.value)}
          />
        </div>
      )}
      <p class="field-error" id={`${id}-error`} aria-live="polite">
        {error}
      </p>
    </div>
  )
}
