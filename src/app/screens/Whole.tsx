import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { settingOf } from '../../record/record.ts'
import { useApp } from '../use.ts'

type Props = {
  /** Whether something stood in it when it was first shown: then it stays, also while that is taken out. */
  readonly filled?: boolean
  readonly children: ComponentChildren
}

export const usePlain = (): boolean => settingOf(useApp().record).plain

/** What stands beside a field of her own notes: a plain book shares nothing, and says nothing of it. */
export const useNoteHint = (kind: 'contact' | 'appointment'): string | undefined => {
  const { t } = useApp()
  return usePlain() ? undefined : t(`${kind}.noteHint`)
}

/** What a plain book of contacts and appointments does not have. */
export const Whole = ({ filled = false, children }: Props) => {
  const plain = usePlain()
  const [stays] = useState(filled)
  return plain && !stays ? null : <>{children}</>
}
