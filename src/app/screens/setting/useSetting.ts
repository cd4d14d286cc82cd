import { choose, settingOf } from '../../../record/record.ts'
import type { Setting } from '../../../record/setting.ts'
import { useApp } from '../../use.ts'

/**
 * What she chose about the app itself, and how she chooses otherwise. It can be taken back: that one
 * thing alone, since a code or a copy that was made meanwhile must not go with it.
 */
export const useSetting = () => {
  const { record, send, look } = useApp()
  const setting = settingOf(record)
  const change = <K extends keyof Setting>(name: K, value: Setting[K]): void => {
    send(choose(name, value))
    look((view) => ({
      ...view,
      said: { key: 'setting.changed', undo: choose(name, setting[name]) },
    }))
  }
  return { setting, change }
}
