import '../look/trouble.css'
import { More } from './More.tsx'
import { Notice } from './parts/Notice.tsx'
import { useApp } from './use.ts'
import type { View } from './view.ts'

/** Whose words are to be said above the page, if any. */
export const troubleOf = ({ trouble }: View, damaged: boolean) =>
  trouble ?? (damaged ? 'damaged' : null)

/** What stands between her record and the phone: said plainly, on every screen, until it is over. */
export const Trouble = ({ damaged }: { readonly damaged: boolean }) => {
  const { view, t } = useApp()
  const key = troubleOf(view, damaged)
  if (!key) return null
  return (
    <div class="trouble">
      {key === 'full' ? (
        <More />
      ) : (
        <div role="alert">
          <Notice tone="careful">{t(`trouble.${key}`)}</Notice>
        </div>
      )}
    </div>
  )
}
