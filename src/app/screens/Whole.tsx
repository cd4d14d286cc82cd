import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { settingOf } from '../../record/record.ts'
import { useApp } from '../use.ts'

type Props = {
  /** Whether something stood in it when it was first shown: then it stays, also while that is taken out. */
  readonly filled?: boolean
  readonly children: ComponentChildren
}

/** What a plain book of contacts and appointments does not have. */
export const Whole = ({ filled = false, children }: Props) => {
  const { plain } = settingOf(useApp().record)
  const [stays] = useState(filled)
  return plain && !stays ? null : <>{children}</>
}
