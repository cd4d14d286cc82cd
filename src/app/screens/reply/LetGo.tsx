import type { Reply } from '../../../record/reply.ts'
import { Button } from '../../parts/Button.tsx'
import { letGo } from '../../replying.ts'
import { useApp } from '../../use.ts'

export type ItemProps = { readonly reply: Reply; readonly at: number }

export const LetGo = ({ reply, at }: ItemProps) => {
  const { t, send } = useApp()
  return (
    <Button kind="plain" onPress={() => send(letGo(reply, at), 'reply.letGoSaid')}>
      {t('reply.letGo')}
    </Button>
  )
}
