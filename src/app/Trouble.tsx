import { Notice } from './parts/Notice.tsx'
import { useApp } from './use.ts'

/** What stands between her record and the phone: said plainly, on every screen, until it is over. */
export const Trouble = ({ damaged }: { readonly damaged: boolean }) => {
  const { view, t } = useApp()
  if (view.trouble) return <Notice tone="careful">{t(`trouble.${view.trouble}`)}</Notice>
  return damaged ? <Notice tone="careful">{t('trouble.damaged')}</Notice> : null
}
