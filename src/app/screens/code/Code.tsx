import '../../../look/code.css'
import type { Words } from '../../../i18n/words.ts'
import { groupKeys, groupsOf, signOf, type Way } from './typing.ts'

const names: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'dividedBy',
  '.': 'point',
}

const spoken = (code: string, { t }: Words): string =>
  Array.from(code, (key) => (names[key] ? t(`setUp.key.${names[key]}`) : key)).join(', ')

type Props = {
  readonly code: string
  readonly way: Way
  readonly words: Words
  readonly label: string
}

/** A code, or as much of it as is typed, in groups. It runs left to right in every language. */
export const Code = ({ code, way, words, label }: Props) => {
  const places = (group: string): number =>
    way === 'words' ? Math.max(group.length, 1) : groupKeys
  return (
    <div
      class={way === 'words' ? 'code long' : 'code'}
      dir="ltr"
      role="img"
      aria-label={`${label}: ${spoken(code, words)}`}
    >
      {groupsOf(code, way).map((group, at) => (
        <span key={at} class="code-group">
          {Array.from({ length: places(group) }, (_, place) => (
            <span key={place} class={group[place] ? 'code-key' : 'code-key ahead'}>
              {signOf(group[place] ?? '·', navigator.language)}
            </span>
          ))}
        </span>
      ))}
    </div>
  )
}
