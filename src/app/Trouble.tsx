import '../look/trouble.css'
import { More } from './More.tsx'
import { Notice } from './parts/Notice.tsx'
import { useApp } from './use.ts'

/** What stands between her record and the phone: said plainly, on every screen, until it is over. */
export const Trouble = ({ damaged }: { readonly damaged: boolean }) => {
  const { view, t } = useApp()
  const key = view.trouble ?? (damaged ? 'damaged' : null)
  if (!key) return null
  return (
    <div class="trouble">
      {key === 'full' ? <More /> : <Notice tone="careful">{t(`trouble.${key}`)}</Notice>}
    </div>
  )
}
