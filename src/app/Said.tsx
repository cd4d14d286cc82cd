import { useLayoutEffect, useState } from 'preact/hooks'
import { SaidPlace, Toast } from './parts/Toast.tsx'
import { useApp, useStore } from './use.ts'
import type { View } from './view.ts'

/** Whether what is said of has come to the phone, or was refused, which stands above the page then. */
const useSettled = (said: View['said']): boolean => {
  const { settled } = useStore()
  const [last, setLast] = useState<View['said']>(null)
  useLayoutEffect(() => {
    let isOver = false
    void settled().then(() => isOver || setLast(said))
    return () => {
      isOver = true
    }
  }, [settled, said])
  return last === said
}

/** Never that it is saved beside the word that it is not. */
const wordOf = (key: string, trouble: View['trouble']): string =>
  trouble && key.endsWith('.saved') ? 'trouble.waits' : key

/** What was just done, and the way to take it back; that stays longest where something is gone. */
const Saying = ({ said }: { readonly said: NonNullable<View['said']> }) => {
  const { t, send, look, view } = useApp()
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
      text={t(wordOf(said.key, view.trouble))}
      action={takeBack ?? undefined}
      onGone={gone}
      seconds={said.key.endsWith('.deleted') ? 10 : 4}
    />
  )
}

/** Empty but for a while after something was done. */
export const Said = () => {
  const { said } = useApp().view
  const isSettled = useSettled(said)
  return <SaidPlace>{said && isSettled && <Saying said={said} />}</SaidPlace>
}
