import { useState } from 'preact/hooks'
import { orders, sieves, type Order, type Sieve } from '../../../record/groups.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { useApp } from '../../use.ts'

export type Arranged = { readonly by: Order; readonly sieve: readonly Sieve[] }

type Props = { readonly arranged: Arranged; readonly onChange: (arranged: Arranged) => void }

/** How the list is laid out and what is left of it: shut until she wants it. */
export const Arranging = ({ arranged, onChange }: Props) => {
  const { t } = useApp()
  const [open, setOpen] = useState(false)
  const { by, sieve } = arranged
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
        on={[by]}
        onTap={(order) => onChange({ ...arranged, by: order })}
      />
      <Chips
        label={t('contact.arrange.only')}
        options={sieves.map((value) => ({ value, label: t(`contact.arrange.sieve.${value}`) }))}
        on={sieve}
        onTap={(one) =>
          onChange({
            ...arranged,
            sieve: sieves.filter((s) => (s === one ? !sieve.includes(s) : sieve.includes(s))),
          })
        }
      />
    </>
  )
}
