import { useState } from 'preact/hooks'
import { differing, mergeContacts, type Fact } from '../../../record/merging.ts'
import { titleOf } from '../../../record/order.ts'
import { openWith } from '../../../record/partsMoved.ts'
import type { Contact, Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { nameOf } from '../share/titles.ts'

type Pair = { readonly one: Contact; readonly other: Contact }

/** What a fact says, as a screen says it. */
const useSaid = () => {
  const { t, words } = useApp()
  return (contact: Contact, fact: Fact): string => {
    if (fact === 'type') return t(`contact.typeName.${contact.type}`)
    if (fact === 'level') return t(`contact.levelName.${contact.level}`)
    if (fact === 'status') return t(`contact.status.${contact.status}`)
    return fact === 'nextOn' ? words.dates.day(contact.nextOn) : contact[fact]
  }
}

const labels: Partial<Record<Fact, string>> = { status: 'statusLabel' }

const Both = ({ one, other }: Pair) => {
  const { record, words, t, send, back, time } = useApp()
  const saidBy = useSaid()
  const [others, setOthers] = useState<ReadonlySet<Fact>>(new Set())
  const choose = (fact: Fact, side: string): void => {
    const next = new Set(others)
    if (side === 'other') next.add(fact)
    else next.delete(fact)
    setOthers(next)
  }
  const given = openWith(record, other, time())
  const merge = (): void => {
    back()
    const said = given.length > 0 ? 'contact.merge.doneGiven' : 'contact.merge.done'
    send(mergeContacts({ one: one.id, other: other.id }, others, time()), said)
  }
  return (
    <>
      <p>{t('contact.merge.text')}</p>
      {given.length > 0 && (
        <Notice tone="careful" title={t('contact.merge.given')}>
          {given.map((share) => nameOf(share, words)).join(', ')}
        </Notice>
      )}
      {differing(one, other).map((fact) => (
        <Choice
          key={fact}
          label={t(`contact.${labels[fact] ?? fact}`)}
          options={[
            { value: 'one', label: saidBy(one, fact) },
            { value: 'other', label: saidBy(other, fact) },
          ]}
          value={others.has(fact) ? 'other' : 'one'}
          onChange={(side) => choose(fact, side)}
        />
      ))}
      <Button kind="main" wide onPress={merge}>
        {t('contact.merge.make')}
      </Button>
      <Button kind="plain" wide onPress={back}>
        {t('contact.merge.leave')}
      </Button>
    </>
  )
}

/** Two contacts side by side, fact by fact, before they become one. */
export const Merge = ({ id, other: otherId }: { readonly id: Id; readonly other: Id }) => {
  const { record, t, back } = useApp()
  const [one, other] = [record.contact.get(id), record.contact.get(otherId)]
  return (
    <Page
      title={one ? titleOf(one) : t('contact.gone')}
      back={{ label: t('contact.alike.title'), go: back }}
    >
      {one && other && <Both one={one} other={other} />}
    </Page>
  )
}
