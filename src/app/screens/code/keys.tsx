import type { Words } from '../../../i18n/words.ts'
import { disguise, pad } from '../../pad.ts'
import { Icon } from '../../parts/Icon.tsx'
import type { KeypadKey } from '../../parts/Keypad.tsx'
import { signOf } from './typing.ts'

const digit = (id: string): KeypadKey => ({ id, face: signOf(id, navigator.language) })

/** The keys where the disguise has them, so that the thumb learns the way. */
export const keysIn = ({ t }: Words): readonly (KeypadKey | null)[] => {
  const sign = (id: string, name: string): KeypadKey => ({
    id,
    face: signOf(id, navigator.language),
    label: t(`setUp.key.${name}`),
    tone: id === '.' ? undefined : 'other',
  })
  const clear = { id: 'C', face: 'C', label: t('action.clear'), tone: 'other' } as const
  const back = { id: 'B', face: <Icon name="erase" />, label: t('setUp.key.back') }
  const start = { id: '=', face: t('tool.start'), label: t('tool.start') }
  const last = disguise() === 'timer' ? start : sign('=', 'equals')
  const equals = { ...last, tone: 'strong' } as const
  if (pad() === 'plus') {
    return [
      [digit('7'), digit('8'), digit('9'), back],
      [digit('4'), digit('5'), digit('6'), clear],
      [digit('1'), digit('2'), digit('3'), sign('+', 'plus')],
      [digit('0'), null, null, equals],
    ].flat()
  }
  return [
    [clear, null, null, sign('/', 'dividedBy')],
    [digit('7'), digit('8'), digit('9'), sign('*', 'times')],
    [digit('4'), digit('5'), digit('6'), sign('-', 'minus')],
    [digit('1'), digit('2'), digit('3'), sign('+', 'plus')],
    [digit('0'), sign('.', 'point'), back, equals],
  ].flat()
}
