import { Page } from '../../parts/Page.tsx'
import { useApp, useStore } from '../../use.ts'
import { LimitsText } from '../setUp/LimitsText.tsx'

/** What she was told at the start, to read again. */
export const Limits = () => {
  const { words, t, back } = useApp()
  const { storage } = useStore()
  return (
    <Page title={t('limits.title')} back={{ label: t('action.back'), go: back }}>
      <LimitsText words={words} storage={storage} />
    </Page>
  )
}
