import '../../../look/share.css'
import { useEffect } from 'preact/hooks'
import { isRemoved, type ReplyItem } from '../../../record/reply.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { confirmAnswer, removeAnswer } from '../../replying.ts'
import { useApp } from '../../use.ts'
import { useDesk } from '../share/asking.tsx'
import { own } from '../share/titles.ts'
import { sizeText } from '../attachment/words.ts'
import type { ItemProps } from './LetGo.tsx'
import { Ways } from './Ways.tsx'

type Facts = readonly (readonly [label: string, text: string])[]

const useFacts = (item: ReplyItem): Facts => {
  const { t, words } = useApp()
  const { dates } = words
  switch (item.kind) {
    case 'appointment': {
      const hours = [item.start, item.end].filter(Boolean).map(dates.clock).join(' – ')
      const when = `${dates.day(item.start.slice(0, 10))} · ${hours}`
      return [
        ['', item.title],
        [t('reply.when'), when],
        [t('reply.place'), item.place],
        [t('reply.bring'), item.bring],
      ]
    }
    case 'contact': {
      const { organisation, person, role, phone, email } = item
      const who = [person, role].filter(Boolean).join(' · ')
      return [
        ['', organisation],
        [t('reply.person'), who],
        [t('reply.phone'), phone],
        [t('reply.email'), email],
      ]
    }
    case 'step':
      return [
        ['', item.text],
        [t('reply.by'), t(`reply.who.${item.by}`)],
        [t('reply.on'), dates.day(item.on)],
      ]
    case 'message':
    case 'done':
    case 'ask':
      return [['', item.text]]
    case 'file':
      return [
        ['', item.name],
        [t('reply.size'), sizeText(item.size, words.language.tag)],
      ]
  }
}

/** A name stands where the facts beneath it do, whatever its letters; a text follows its own. */
const isNamed = ({ kind }: ReplyItem): boolean => ['appointment', 'contact', 'file'].includes(kind)

const Words = ({ item, language }: { readonly item: ReplyItem; readonly language: string }) => (
  <>
    {useFacts(item)
      .filter(([, text]) => text)
      .map(([label, text]) =>
        label ? (
          <Fact key={label} label={label}>
            <bdi>{text}</bdi>
          </Fact>
        ) : isNamed(item) ? (
          <p key={label}>
            <bdi lang={language}>{text}</bdi>
          </p>
        ) : (
          <p key={label} class="reply-text" dir="auto" lang={language}>
            {text}
          </p>
        ),
      )}
  </>
)

/** One item, with what she can do with it; afterwards what became of it. */
const Item = ({ reply, at }: ItemProps) => {
  const { t } = useApp()
  const item = reply.items[at]
  if (!item) return null
  const isNew = item.fate === 'new'
  return (
    <Card
      title={t(`reply.kind.${item.kind}`)}
      tone={isNew ? 'plain' : 'quiet'}
      action={isNew && <Ways reply={reply} at={at} />}
    >
      <Words item={item} language={reply.language} />
      {!isNew && (
        <p>
          <small>{t(item.fate === 'kept' ? `reply.taken.${item.kind}` : 'reply.letGoSaid')}</small>
        </p>
      )}
    </Card>
  )
}

/** One answer, item by item: she decides about each, and nobody is told. */
export const Reply = ({ id }: { readonly id: Id }) => {
  const { record, words, t, back, send } = useApp()
  const desk = useDesk()
  const reply = record.reply.get(id)
  const way = { label: t('reply.way'), go: back }
  useEffect(() => {
    if (reply) void confirmAnswer(desk, reply)
  }, [id])
  if (!reply || isRemoved(reply)) return <Page title={t('reply.gone')} back={way} children={null} />
  const remove = (): void => {
    send(removeAnswer(reply), 'reply.deleted')
    back()
  }
  return (
    <Page
      title={reply.from ? t('reply.from', { from: own(reply.from) }) : t('reply.unsigned')}
      back={way}
    >
      <p>
        <small>{t('reply.fetched', { time: words.dates.instant(reply.fetched) })}</small>
        <br />
        <small>{t('reply.said')}</small>
      </p>
      {reply.items.map((_, at) => (
        <Item key={at} reply={reply} at={at} />
      ))}
      <Button kind="plain" wide onPress={remove}>
        {t('reply.remove')}
      </Button>
    </Page>
  )
}
