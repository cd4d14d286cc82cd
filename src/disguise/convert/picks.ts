import { part } from '../touch.ts'
import type { DisguiseWords } from '../words.ts'
import { firstPair, kindOf, unitsOf, type Kind, type Unit, type UnitId } from './units.ts'

/** What is converted, and between which two units. */
export type Picks = {
  readonly units: () => readonly [Unit, Unit]
  readonly swap: () => void
  /** As at the first paint. */
  readonly reset: () => void
  readonly speak: (words: DisguiseWords) => void
  /** "5 Kilometre = 3.1 Mile", for a screen reader. */
  readonly spoken: (value: string, result: string) => string
  /** Whether a list that has the focus takes a key itself. */
  readonly wants: (event: KeyboardEvent) => boolean
}

const kinds: readonly Kind[] = [
  'length',
  'mass',
  'volume',
  'temperature',
  'area',
  'speed',
  'time',
  'data',
  'energy',
  'cooking',
]

const list = (within: HTMLElement, selector: string): HTMLSelectElement => {
  const found = part(within, selector)
  if (!(found instanceof HTMLSelectElement)) throw new Error(`${selector} is no list`)
  return found
}

const nameIn = (words: DisguiseWords, { id }: Unit): string =>
  Reflect.get(words, `unit.${id}`) ?? id

const longName = (words: DisguiseWords, unit: Unit): string =>
  nameIn(words, unit) + (unit.symbol && ` (${unit.symbol})`)

const fill = (into: HTMLSelectElement, options: readonly (readonly [string, string])[]): void => {
  const { value } = into
  into.replaceChildren(...options.map(([id, text]) => new Option(text, id)))
  into.value = value
}

const unitAt = (kind: Kind, id: string): Unit => {
  const [first, ...rest] = unitsOf(kind)
  const found = [first, ...rest].find((unit) => unit?.id === id) ?? first
  if (!found) throw new Error('a kind has units')
  return found
}

type Lists = Readonly<Record<'kind' | 'from' | 'to', HTMLSelectElement>>

const writer = ({ kind, from, to }: Lists) => {
  let words: DisguiseWords | null = null
  const units = (): void => {
    if (!words) return
    const known = words
    const options = unitsOf(kindOf(kind.value)).map(
      (unit) => [unit.id, longName(known, unit)] as const,
    )
    for (const one of [from, to]) fill(one, options)
  }
  const speak = (next: DisguiseWords): void => {
    words = next
    fill(
      kind,
      kinds.map((name) => [name, next[`kind.${name}`]] as const),
    )
    units()
    kind.ariaLabel = next.kind
    from.ariaLabel = next.from
    to.ariaLabel = next.to
  }
  const name = (unit: Unit): string => (words ? nameIn(words, unit) : unit.id)
  return { units, speak, name }
}

const choosing = ({ kind, from, to }: Lists, { units }: ReturnType<typeof writer>) => {
  const choose = (name: Kind): void => {
    kind.value = name
    const [one, other]: readonly [UnitId, UnitId] = firstPair[name]
    units()
    from.value = one
    to.value = other
  }
  const swap = (): void => {
    const { value } = from
    from.value = to.value
    to.value = value
  }
  return { choose, swap }
}

/** `changed` is called when another unit was chosen. */
export const createPicks = (tool: HTMLElement, changed: () => void): Picks => {
  const lists = { kind: list(tool, '#kind'), from: list(tool, '#from'), to: list(tool, '#to') }
  const { kind, from, to } = lists
  const write = writer(lists)
  const { choose, swap } = choosing(lists, write)
  const chosen = (): readonly [Unit, Unit] => {
    const name = kindOf(kind.value)
    return [unitAt(name, from.value), unitAt(name, to.value)]
  }
  const onChange = (event: Event): void => {
    if (event.target === kind) choose(kindOf(kind.value))
    changed()
  }
  tool.addEventListener('change', onChange)
  return {
    units: chosen,
    swap: () => {
      swap()
      changed()
    },
    reset: () => choose('length'),
    speak: (words) => {
      write.speak(words)
      part(tool, '#swap').ariaLabel = words.swap
    },
    spoken: (value, result) => {
      const [one, other] = chosen()
      return `${value} ${write.name(one)} = ${result} ${write.name(other)}`
    },
    wants: ({ target, key }) => target instanceof HTMLSelectElement && !/^[\d.,+]$/.test(key),
  }
}
