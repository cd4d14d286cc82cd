import { dropOne } from '../../../record/attached.ts'
import { titleOf } from '../../../record/order.ts'
import { put } from '../../../record/record.ts'
import type { Talk as TalkEntry } from '../../../record/talk.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { FactCard } from '../../parts/FactCard.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { SharedWith } from '../share/SharedWith.tsx'
import { Changes } from '../trash/Changes.tsx'
import { useTalkWords } from './words.ts'

type Props = { readonly talk: TalkEntry }

const Facts = ({ talk }: Props) => {
  const { record, words, t } = useApp()
  const contact = record.contact.get(talk.contact ?? '')
  const { dates } = words
  const facts = [
    ['on', dates.day(talk.on)],
    ['contact', contact ? titleOf(contact) : ''],
    ['told', talk.told],
    ['review', dates.day(talk.review)],
    ['reviewed', talk.reviewed && dates.instant(talk.reviewed)],
    ['feeling', talk.own && t('talk.ofTen', { own: talk.own })],
    ['note', talk.note],
  ] as const
  return <FactCard facts={facts.map(([name, value]) => [t(`talk.${name}`), value])} />
}

/** One touch, so that a day that has passed does not go on asking. */
const Looked = ({ talk }: Props) => {
  const { t, send, time } = useApp()
  if (talk.review === '' || talk.reviewed !== '') return null
  const mark = (): void => send(put({ ...talk, reviewed: time(), edited: time() }), 'talk.saved')
  return (
    <Button kind="main" wide onPress={mark}>
      {t('talk.looked')}
    </Button>
  )
}

/** One talk about risk, as she keeps it. */
export const Talk = ({ id }: { readonly id: Id }) => {
  const { record, t, go, back, send } = useApp()
  const { name } = useTalkWords()
  const talk = record.talk.get(id)
  const home = { label: t('action.back'), go: back }
  if (!talk) return <Page title={t('talk.gone')} back={home} children={null} />
  const remove = (): void => {
    send(dropOne('talk', id), 'talk.deleted')
    back()
  }
  return (
    <Page title={name(talk)} back={home}>
      <Facts talk={talk} />
      <Looked talk={talk} />
      <Button kind="quiet" wide onPress={() => go({ at: 'talkForm', id })}>
        {t('action.edit')}
      </Button>
      <SharedWith of={{ kind: 'talk', id }} />
      <Changes kind="talk" id={id} />
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}
