import type { ComponentChildren } from 'preact'
import { settingOf } from '../../record/record.ts'
import { useApp } from '../use.ts'

/** What a plain book of contacts and appointments does not have. */
export const Whole = ({ children }: { readonly children: ComponentChildren }) =>
  settingOf(useApp().record).plain ? null : <>{children}</>
