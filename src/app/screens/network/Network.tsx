import { useMemo, useState } from 'preact/hooks'
import { grouped, type Group } from '../../../record/groups.ts'
import { linksIn, type Tie } from '../../../record/links.ts'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import { settingOf } from '../../../record/record.ts'
import { statuses, type Contact, type Id } from '../../../record/types.ts'
import '../../../look/network.css'
import '../../../look/ways.css'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useTold } from '../contact/told.ts'
import { Frame } from './Frame.tsx'
import { layOut } from './layout.ts'
import { Shape } from './Shape.tsx'

type By = 'level' | 'need'

const Legend = () => {
  const { t } = useApp()
  return (
    <ul class="web-legend" role="list">
      {statuses.map((status) => (
        <li key={status}>
          <svg viewBox="-17 -17 34 34" aria-hidden="true">
            <Shape status={status} />
          </svg>
          <span>{t(`contact.status.${status}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Who is chosen in the drawing, in words that are said aloud. */
const Chosen = ({
  contact,
  ties,
}: {
  readonly contact: Contact | undefined
  readonly ties: readonly Tie[]
}) => {
  const { t, go } = useApp()
  const told = useTold()
  return (
    <div aria-live="polite">
      {contact && (
        <Card
          title={titleOf(contact)}
          action={
            <Button kind="quiet" onPress={() => go({ at: 'contact', id: contact.id })}>
              {t('network.look')}
            </Button>
          }
        >
          <p>{t(`contact.status.${contact.status}`)}</p>
          {ties
            .filter(({ from, to }) => from === contact.id || to === contact.id)
            .map((tie) => (
              <p key={`${tie.from} ${tie.kind} ${tie.to}`}>{told(tie)}</p>
            ))}
        </Card>
      )}
    </div>
  )
}

type TwinProps = {
  readonly groups: readonly Group[]
  readonly ties: readonly Tie[]
  readonly nameOf: (name: string) => string
}

/** The same in words, for whoever listens, and for whoever would rather read. */
const Twin = ({ groups, ties, nameOf }: TwinProps) => {
  const { t, go } = useApp()
  const told = useTold()
  return (
    <>
      {groups.map(({ name, contacts }) => (
        <List key={name} label={nameOf(name)}>
          {contacts.map((contact) => (
            <Row
              key={contact.id}
              title={titleOf(contact)}
              detail={t(`contact.status.${contact.status}`)}
              onPress={() => go({ at: 'contact', id: contact.id })}
            />
          ))}
        </List>
      ))}
      {ties.length > 0 && (
        <List label={t('contact.links.count', { count: ties.length })}>
          {ties.map((tie) => (
            <Row key={`${tie.from} ${tie.kind} ${tie.to}`} title={told(tie)} />
          ))}
        </List>
      )}
    </>
  )
}

/** Her in the middle and everyone around her, by level or by need. */
export const Network = () => {
  const { record, words, t, local, go } = useApp()
  const [by, setBy] = useState<By>('level')
  const [chosen, setChosen] = useState<Id | null>(null)
  const all = contactsInOrder(record, words.language.tag)
  const groups = useMemo(() => grouped(record, all, { by, now: local() }), [record, by])
  const layout = useMemo(() => layOut(groups), [groups])
  const ties = linksIn(record)
  const nameOf = (name: string): string => {
    if (name === 'unsaid') return t('contact.arrange.unsaid')
    return t(by === 'need' ? `directory.need.${name}` : `contact.levelName.${name}`)
  }
  return (
    <>
      <Chips
        unseen
        label={t('contact.arrange.by')}
        options={(['level', 'need'] as const).map((value) => ({
          value,
          label: t(`contact.arrange.order.${value}`),
        }))}
        on={[by]}
        onTap={setBy}
      />
      <Frame layout={layout} ties={ties} chosen={chosen} onChoose={setChosen} sectorName={nameOf} />
      <Chosen contact={chosen === null ? undefined : record.contact.get(chosen)} ties={ties} />
      <Legend />
      <h2>{t('network.words')}</h2>
      <Twin groups={groups} ties={ties} nameOf={nameOf} />
      {all.length > 0 && !settingOf(record).plain && (
        <Button kind="quiet" wide onPress={() => go({ at: 'shareForm', asked: 'network' })}>
          {t('network.share')}
        </Button>
      )}
    </>
  )
}
