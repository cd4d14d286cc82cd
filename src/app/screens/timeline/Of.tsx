import { listOf } from '../../../record/record.ts'
import type { Whose } from '../../../record/timeline.ts'
import { Chips } from '../../parts/Chips.tsx'
import { useApp } from '../../use.ts'
import { Pick } from '../contact/Pick.tsx'

type Props = { readonly whose: Whose; readonly onPick: (more: Partial<Whose>) => void }

/** Whose time it is: one contact's, one child's, or everyone's. */
export const Of = ({ whose, onPick }: Props) => {
  const { record, t } = useApp()
  const children = listOf(record, 'child')
  return (
    <>
      <Pick
        label={t('timeline.contact')}
        nobody={t('timeline.anyone')}
        value={whose.contact}
        onPick={(contact) => onPick({ contact })}
      />
      {children.length > 0 && (
        <Chips
          label={t('timeline.child')}
          options={children.map(({ id, name }) => ({ value: id, label: name }))}
          on={[whose.child]}
          onTap={(child) => onPick({ child: child === whose.child ? '' : child })}
        />
      )}
    </>
  )
}
