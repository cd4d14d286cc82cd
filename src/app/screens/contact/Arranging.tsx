import { useState } from 'preact/hooks'
import { levels, areas } from '../../../record/areas.ts'
import type { Arranged } from '../../../record/arranged.ts'
import { orders, sieves } from '../../../record/groups.ts'
import { contactTypes } from '../../../record/reach.ts'
import type { Contact } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { useApp } from '../../use.ts'

type Props = {
  /** Everyone, before any sieve. */
  readonly all: readonly Contact[]
  readonly as: Arranged
  readonly lay: (more: Partial<Arranged>) => void
}

/** One of them on or off, in their own order. */
const toggled = <T,>(known: readonly T[], on: readonly T[], one: T): readonly T[] =>
  known.filter((each) => (each === one ? !on.includes(each) : on.includes(each)))

/** Needs, levels and kinds: only those that somebody has, and those that are on. */
const Kinds = ({ all, as, lay }: Props) => {
  const { t } = useApp()
  const [needed, levelled, typed] = [
    areas.filter((area) => as.needs.includes(area) || all.some((one) => one.needs.includes(area))),
    levels.filter((level) => as.levels.includes(level) || all.some((one) => one.level === level)),
    contactTypes.filter((type) => as.types.includes(type) || all.some((one) => one.type === type)),
  ]
  return (
    <>
      {needed.length > 0 && (
        <Chips
          label={t('contact.topic.needs')}
          options={needed.map((value) => ({ value, label: t(`directory.need.${value}`) }))}
          on={as.needs}
          onTap={(one) => lay({ needs: toggled(areas, as.needs, one) })}
        />
      )}
      {levelled.length > 0 && (
        <Chips
          label={t('contact.level')}
          options={levelled.map((value) => ({ value, label: t(`contact.levelName.${value}`) }))}
          on={as.levels}
          onTap={(one) => lay({ levels: toggled(levels, as.levels, one) })}
        />
      )}
      {typed.length > 0 && (
        <Chips
          label={t('contact.type')}
          options={typed.map((value) => ({ value, label: t(`contact.typeName.${value}`) }))}
          on={contactTypes.filter((type) => as.types.includes(type))}
          onTap={(one) =>
            lay({
              types: toggled(
                contactTypes,
                as.types.filter((type) => type !== ''),
                one,
              ),
            })
          }
        />
      )}
    </>
  )
}

/** How the list is laid out and what is left of it: shut until she wants it, or while it is as it comes. */
export const Arranging = (props: Props) => {
  const { as, lay } = props
  const { t } = useApp()
  const laid =
    as.by !== 'name' || [as.sieve, as.needs, as.levels, as.types].some((on) => on.length > 0)
  const [open, setOpen] = useState(laid)
  if (!open) {
    return (
      <Button kind="plain" onPress={() => setOpen(true)}>
        {t('contact.arrange.open')}
      </Button>
    )
  }
  return (
    <>
      <Chips
        label={t('contact.arrange.by')}
        options={orders.map((value) => ({ value, label: t(`contact.arrange.order.${value}`) }))}
        on={[as.by]}
        onTap={(by) => lay({ by })}
      />
      <Chips
        label={t('contact.arrange.only')}
        options={sieves.map((value) => ({ value, label: t(`contact.arrange.sieve.${value}`) }))}
        on={as.sieve}
        onTap={(one) => lay({ sieve: toggled(sieves, as.sieve, one) })}
      />
      <Kinds {...props} />
    </>
  )
}
