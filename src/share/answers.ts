import { readWork, type About } from './about.ts'
import { limits, version, type Receipt } from './contract.ts'
import { mostOrder } from './wish.ts'
import { isObject } from './fields.ts'

// The relay's JSON answers, checked: what is not exactly as agreed is null.

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

/** Seconds since 1970 that a calendar can hold: a Date made of more than this is none. */
const isTime = (value: unknown): value is number => isCount(value) && value < 2 ** 33

/** The version that an answer says it has; 0 when it says none. */
export const versionOf = (value: unknown): number => {
  const said = isObject(value) ? value['version'] : 0
  return isCount(said) ? said : 0
}

export const isVersioned = (value: unknown): boolean => versionOf(value) === version

/** Why it did not, in its own word; null when that is none of its answers. */
export const refusalIn = (value: unknown): string | null => {
  const why = isObject(value) ? value['why'] : null
  return typeof why === 'string' ? why : null
}

/** The relay's own word that it did not take something, and not that of something which answers in its place. */
export const isRefusal = (value: unknown): boolean => refusalIn(value) !== null

const states = ['live', 'paused', 'ended'] as const

export const readReceipt = (value: unknown): Receipt | null => {
  if (!isObject(value) || value['version'] !== version) return null
  const { until, openers, opens, wrong, unseen, locked, counter, lastOpen, replies } = value
  // A relay of the version before tells none.
  const { order = 0 } = value
  const state = states.find((name) => name === value['state'])
  if (!state || !isTime(until) || !isCount(openers) || !isCount(opens)) return null
  if (!isCount(wrong) || !isCount(locked) || !isCount(counter)) return null
  if (!isCount(replies) || !isCount(unseen)) return null
  if (!isCount(order) || order > mostOrder) return null
  if (lastOpen !== null && !isTime(lastOpen)) return null
  return {
    version,
    state,
    until,
    openers,
    opens,
    wrong,
    unseen,
    locked,
    counter,
    lastOpen,
    replies,
    order,
  }
}

/** `URL.canParse` is younger than the oldest browsers that she and an agency may have. */
const addressOf = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** An origin that a link can be made of: nothing after the host, and short enough for a link. */
const isOrigin = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > limits.head) return false
  const url = addressOf(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value
}

export const readAbout = (value: unknown): About | null => {
  if (!isObject(value) || value['version'] !== version) return null
  const { recipientOrigin, now, longest, token } = value
  if (!isOrigin(recipientOrigin) || !isTime(now)) return null
  const work = readWork(value['work'])
  return {
    version,
    recipientOrigin,
    now,
    ...(isCount(longest) ? { longest } : {}),
    ...(work ? { work } : {}),
    ...(token === true ? { token } : {}),
  }
}
