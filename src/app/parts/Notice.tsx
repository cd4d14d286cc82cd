import type { ComponentChildren } from 'preact'
import '../../look/notice.css'
import { Icon, type IconName } from './Icon.tsx'

export type NoticeProps = {
  readonly tone: 'info' | 'careful' | 'good'
  readonly title?: string | undefined
  readonly children: ComponentChildren
  readonly action?: ComponentChildren
}

const icons: Readonly<Record<NoticeProps['tone'], IconName>> = {
  info: 'info',
  careful: 'info',
  good: 'check',
}

/** Said beside the work, never over it. Good news is announced; the rest waits to be read. */
export const Notice = ({ tone, title, children, action }: NoticeProps) => (
  <div class={`notice ${tone}`} role={tone === 'good' ? 'status' : 'note'}>
    <Icon name={icons[tone]} />
    <div class="notice-words">
      {title && <p class="notice-title">{title}</p>}
      <div>{children}</div>
      {action && <div class="notice-action">{action}</div>}
    </div>
  </div>
)
