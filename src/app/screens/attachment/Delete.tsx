import { attachmentsOf } from '../../../record/attached.ts'
import type { Owner } from '../../../record/hanging.ts'
import { Button } from '../../parts/Button.tsx'
import { useApp } from '../../use.ts'

type Props = { readonly of: Owner; readonly onPress: () => void }

/** Takes an entry away; where files hang on it, the button says that those do not come back from the trash. */
export const Delete = ({ of, onPress }: Props) => {
  const { record, t } = useApp()
  const files = attachmentsOf(record, of).length
  return (
    <Button kind="plain" wide onPress={onPress}>
      {files > 0 ? t('attachment.deleteWith', { count: files }) : t('action.delete')}
    </Button>
  )
}
