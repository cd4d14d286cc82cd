import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useApp } from '../use.ts'

type Props = { readonly form: { readonly resumed: boolean; readonly restart: () => void } }

/** Says that unfinished typing was kept, and lets her start over. */
export const Resumed = ({ form }: Props) => {
  const { t } = useApp()
  if (!form.resumed) return null
  return (
    <Notice
      tone="info"
      action={
        <Button kind="plain" onPress={form.restart}>
          {t('draft.restart')}
        </Button>
      }
    >
      {t('draft.resumed')}
    </Notice>
  )
}
