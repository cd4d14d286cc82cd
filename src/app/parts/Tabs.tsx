import '../../look/tabs.css'
import { Icon, type IconName } from './Icon.tsx'

export type Tab<T extends string> = {
  readonly id: T
  readonly label: string
  readonly icon: IconName
}

export type TabsProps<T extends string> = {
  /** Three to five. */
  readonly items: readonly Tab<T>[]
  readonly current: T
  readonly onGo: (id: T) => void
  /** Names the landmark, when a page has more than one. */
  readonly label?: string | undefined
}

/** The rooms of her record: at the thumb on a phone, a rail at the side on a wide screen. */
export const Tabs = <T extends string>({ items, current, onGo, label }: TabsProps<T>) => (
  <nav class="tabs" aria-label={label}>
    <ul role="list">
      {items.map((item) => (
        <li key={item.id} class={item.id === current ? 'here' : undefined}>
          <button
            type="button"
            aria-current={item.id === current ? 'page' : undefined}
            onClick={() => onGo(item.id)}
          >
            <Icon name={item.icon} />
            <span>{item.label}</span>
          </button>
        </li>
      ))}
    </ul>
  </nav>
)
