import { useState } from 'preact/hooks'
import { titleOf } from '../../../record/order.ts'
import type { Entry } from '../../../record/types.ts'
import { changeCodes, itemOf } from '../../codes.ts'
import { decoyOf } from '../../decoy.ts'
import { Check } from '../../parts/Check.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp, useStore } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { Wizard } from './Wizard.tsx'

/** A short one only stops a curious hand, and she is told so. */
export const leastKeys = 6

const useContent = () => {
  const { words, local, time, newId } = useApp()
  const [all] = useState(() => decoyOf({ words, local: local(), time: time(), newId }))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const turn = (id: string): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return { all, left, turn, chosen: all.filter(({ id }) => !left.has(id)) }
}

const useNamed = () => {
  const { words } = useApp()
  return (entry: Entry): { readonly label: string; readonly hint: string } | null => {
    if (entry.kind === 'contact') {
      return { label: titleOf(entry), hint: entry.phones[0]?.number ?? '' }
    }
    if (entry.kind !== 'appointment') return null
    const { allDay, start } = entry
    const day = words.dates.day(start.slice(0, 10))
    return { label: entry.title, hint: allDay ? day : `${day} ${start.slice(11)}` }
  }
}

/** Her own content may be anything: what is proposed here only makes the beginning easy. */
export const DecoyNew = () => {
  const { t } = useApp()
  const store = useStore()
  const ask = useVault()
  const { all, left, turn, chosen } = useContent()
  const named = useNamed()
  const about = (
    <>
      <p>{t('decoy.what')}</p>
      <p>{t('decoy.limits')}</p>
      {store.storage !== 'file' && (
        <Notice tone="careful" title={t('code.copies.title')}>
          {t('code.copies.decoy')}
        </Notice>
      )}
      <h2>{t('decoy.content')}</h2>
      <p>{t('decoy.edit')}</p>
      <p>{t('decoy.onlyHere')}</p>
      {all.map((entry) => {
        const name = named(entry)
        return (
          name && (
            <Check
              key={entry.id}
              {...name}
              checked={!left.has(entry.id)}
              onChange={() => turn(entry.id)}
            />
          )
        )
      })}
    </>
  )
  const run = (code: string, own: string) =>
    changeCodes({ ...store, ask }, { own, decoy: { code, begin: chosen.map(itemOf) } })
  return (
    <Wizard
      title={t('decoy.title')}
      about={about}
      least={leastKeys}
      run={run}
      done={t('decoy.done')}
    />
  )
}
