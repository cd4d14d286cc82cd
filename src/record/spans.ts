import { groupsIn, type Group, type Span } from './hours.ts'

// From hours as they are written to the times at which it is open, day by day.

type Time = Group['times'][number]

const cross = (one: Time, other: Time): boolean => one.from < other.to && other.from < one.to

/** What is left of a time when another is taken out of it. */
const without = (time: Time, { from, to }: Time): Time[] =>
  cross(time, { from, to })
    ? [
        { from: time.from, to: from },
        { from: to, to: time.to },
      ].filter((left) => left.from < left.to)
    : [time]

/** "Other days" are those that no group names. */
const withRest = (groups: readonly Group[]): readonly Group[] => {
  const named = new Set(groups.flatMap(({ days }) => days))
  return groups.map((group) => ({
    ...group,
    days: [...group.days, ...group.rest.filter((day) => !named.has(day))],
  }))
}

const isWhole = ({ days, times, shut, early }: Group): boolean => {
  if (!shut) return days.length > 0 && times.length > 0
  // "Shut Saturday, Sunday 10-14" may mean either.
  return days.length > 0 ? !(early && times.length > 0) : times.length > 0
}

/** "Weekdays 8-16 (Friday 8-15)": the narrower stands. Where both may be meant, null. */
const timesOn = (day: number, open: readonly Group[]): readonly Time[] | null => {
  const [first, second, ...more] = open.filter(({ days }) => days.includes(day))
  if (!first) return []
  if (!second) return first.times
  const narrower = second.days.every((one) => first.days.includes(one))
  const instead = first.times.some((one) => second.times.some((other) => cross(one, other)))
  const clear = more.length === 0 && narrower && second.days.length < first.days.length && instead
  return clear ? second.times : null
}

const shutOn = (day: number, groups: readonly Group[]): readonly Time[] =>
  groups.flatMap(({ days, times, shut }, at) => {
    if (!shut) return []
    // Without days of its own it is said of those before it.
    const of =
      days.length > 0 ? days : (groups.slice(0, at).findLast((one) => !one.shut)?.days ?? [])
    if (of.length > 0 && !of.includes(day)) return []
    return times.length > 0 ? times : [{ from: 0, to: 1_440 }]
  })

/** When it is open; empty when the hours cannot be read for certain. */
export const spansIn = (hours: string): readonly Span[] => {
  const groups = groupsIn(hours)
  if (!groups) return []
  const whole = withRest(groups)
  if (!whole.every(isWhole)) return []
  const open = whole.filter(({ shut }) => !shut)
  const spans: Span[] = []
  for (let day = 0; day < 7; day++) {
    const times = timesOn(day, open)
    if (times === null) return []
    const left = shutOn(day, whole).reduce(
      (all, out) => all.flatMap((time) => without(time, out)),
      [...times],
    )
    spans.push(...left.map(({ from, to }) => ({ days: [day], from, to })))
  }
  return spans
}
