import '../../../look/digits.css'
import type { Words } from '../../../i18n/words.ts'
import { groupDigits } from '../../../vault/recoveryKey.ts'
import { useKeyboard } from '../../keyboard.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Keypad, type KeypadKey } from '../../parts/Keypad.tsx'
import { keyFor, typedWith, type Typed } from './typing.ts'

type GroupsProps = {
  readonly words: Words
  readonly label: string
  readonly groups: readonly string[]
}

const spaced = (group: string): string => Array.from(group).join(' ')

/** The digits in numbered groups of five. They run left to right in every language. */
export const Groups = ({ words: { t }, label, groups }: GroupsProps) => (
  <ol class="digits" dir="ltr" aria-label={label}>
    {groups.map((group, place) => (
      <li key={place} class="digits-group">
        <small aria-hidden="true">{place + 1}</small>
        <span aria-hidden="true">{group}</span>
        <span class="unseen">{t('backup.group', { group: place + 1, digits: spaced(group) })}</span>
      </li>
    ))}
  </ol>
)

type DigitsProps = {
  readonly words: Words
  readonly label: string
  readonly typed: Typed
  /** Which group each one is, from 0. */
  readonly places: readonly number[]
  readonly onTyped: (next: Typed) => void
  /** What a screen reader says of one place; without it, that it is a group. */
  readonly said?: ((place: number, digits: string) => string) | undefined
}

const Typing = ({ words: { t }, label, typed, places, onTyped, said }: DigitsProps) => {
  const name =
    said ?? ((place: number, digits: string) => t('backup.group', { group: place + 1, digits }))
  return (
    <div class="digits" dir="ltr" role="group" aria-label={label}>
      {typed.groups.map((group, at) => (
        <button
          key={at}
          type="button"
          class="digits-group"
          aria-current={at === typed.at ? 'true' : undefined}
          aria-label={name(places[at] ?? at, spaced(group))}
          onClick={() => onTyped({ ...typed, at })}
        >
          <small>{(places[at] ?? at) + 1}</small>
          <span>{group.padEnd(groupDigits, '·')}</span>
        </button>
      ))}
    </div>
  )
}

const digit = (id: string): KeypadKey => ({ id, face: id })

/** Typed on buttons alone: what stands in a form control, browsers may keep in their own files. */
export const Digits = (props: DigitsProps) => {
  const { words, typed, onTyped } = props
  const onKey = (key: string): void => onTyped(typedWith(typed, key))
  useKeyboard(keyFor, onKey)
  const back = { id: 'B', face: <Icon name="erase" />, label: words.t('setUp.key.back') }
  const keys = [...Array.from('789456123', digit), null, digit('0'), back]
  return (
    <div class="digits-pad">
      <Typing {...props} />
      <Keypad label={words.t('setUp.typing.keys')} keys={keys} onKey={onKey} />
    </div>
  )
}
