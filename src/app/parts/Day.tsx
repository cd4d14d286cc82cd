import { When } from './When.tsx'

export type DayProps = {
  readonly label: string
  /** 'YYYY-MM-DD', or empty when not known. */
  readonly date: string
  readonly onChange: (date: string) => void
}

/** A day without a time of day. */
export const Day = ({ label, date, onChange }: DayProps) => (
  <When label={label} date={date} time="" timeLabel="" allDay onChange={(next) => onChange(next)} />
)
