import { Toast } from './parts/Toast.tsx'
import { useApp } from './use.ts'

/** What was just done, and the way to take it back; that stays longest where something is gone. */
export const Said = () => {
  const { view, t, send, look } = useApp()
  const { said } = view
  if (!said) return null
  const gone = (): void => look((now) => ({ ...now, said: null }))
  const { undo } = said
  const takeBack = undo && {
    label: t('action.undo'),
    onPress: () => {
      send(undo)
      gone()
    },
  }
  return (
    <Toast
      key={said.key}
      text={t(said.key)}
      action={takeBack ?? undefined}
      onGone={gone}
      seconds={said.key.endsWith('.deleted') ? 10 : 4}
    />
  )
}
