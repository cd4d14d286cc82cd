import type { Words } from '../../../i18n/words.ts'
import { spanOf } from '../../strength.ts'
import type { Chosen } from './useChosen.ts'

/** Bits up to which a code only stops a curious hand: what takes a day at most. */
const curious = 28

type Props = {
  readonly words: Words
  readonly of: Pick<Chosen, 'bits'>
  /** Whether it was drawn by chance, so that its bits were counted and not estimated. */
  readonly drawn?: boolean
}

/** How long a code holds, in plain words. */
export const Strength = ({ words: { t }, of: { bits }, drawn = false }: Props) => {
  const { unit, count } = spanOf(bits)
  return (
    <>
      {unit === 'moment' ? t('strength.moment') : t(`strength.${unit}`, { count })}
      {bits < curious && ` ${t('strength.curious')}`}
      {drawn && ` ${t('strength.bits', { bits: Math.floor(bits) })}`}
    </>
  )
}
