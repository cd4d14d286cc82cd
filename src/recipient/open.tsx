import { useEffect, useState } from 'preact/hooks'
import type { Words } from '../i18n/words.ts'
import { theirNotices } from '../record/noticed.ts'
import type { OpenRequest } from '../share/contract.ts'
import { Later } from './later.tsx'
import { left } from './left.ts'
import { Paper } from './paper.tsx'
import { plain } from './paper/plain.ts'
import type { Open } from './state.ts'

type Props = { readonly state: Open; readonly words: Words }

const seconds = (): number => Math.floor(Date.now() / 1000)
const timeOf = (second: number): string => new Date(second * 1000).toISOString()

/** How long others can still open the link; counts by the minute while the page stands. */
const Until = ({ state, words: { t, dates } }: Props) => {
  const [now, tick] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => tick(seconds()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const rest = left(state.until, now)
  if (!rest) return <p class="until">{t('page.open.ended')}</p>
  return (
    <p class="until">
      {t('page.open.until', { time: dates.instant(timeOf(state.until)) })}
      {' · '}
      <strong>{t(`page.open.${rest.unit}`, { count: rest.count })}</strong>
    </p>
  )
}

type Copying = 'idle' | 'copied' | 'refused'

const copy = async (text: string): Promise<Copying> => {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}

/** Ready to be copied by a key. */
const mark = (area: HTMLTextAreaElement | null): void => {
  area?.focus()
  area?.select()
}

const Actions = ({ state, words }: Props) => {
  const { t } = words
  const [copying, setCopying] = useState<Copying>('idle')
  const text = plain(state.summary, words)
  return (
    <div class="actions">
      <button type="button" class="quiet" onClick={() => window.print()}>
        {t('page.open.print')}
      </button>
      <button type="button" class="quiet" onClick={() => void copy(text).then(setCopying)}>
        {t('page.open.copy')}
      </button>
      <p role="status">{copying === 'copied' && t('page.open.copied')}</p>
      {copying === 'refused' && (
        <label class="by-hand">
          {t('page.open.copyYourself')}
          <textarea ref={mark} readOnly dir="auto" rows={8} autocomplete="off" value={text} />
        </label>
      )}
    </div>
  )
}

/** Stands on paper only, so that a printout says what it is a copy of. */
const Printed = ({ state, words: { t, dates } }: Props) => {
  const times = {
    opened: dates.instant(timeOf(state.opened)),
    until: dates.instant(timeOf(state.until)),
  }
  const { recipient } = state.summary
  return (
    <div class="printed">
      <p>
        {recipient
          ? t('page.open.printed', { recipient: `\u2068${recipient}\u2069`, ...times })
          : t('page.open.printedUntitled', times)}
      </p>
      <p>{t('page.open.notice')}</p>
    </div>
  )
}

/** Said where she reads another language than whoever reads her: what they answer is read in hers. */
const Theirs = ({ state: { summary }, words: { t, language } }: Props) => {
  if (summary.language === language.tag) return null
  const names = new Intl.DisplayNames([language.tag], { type: 'language' })
  return (
    <p class="theirs">{t('page.open.theirs', { language: names.of(summary.language) ?? '' })}</p>
  )
}

/** `ask`: what it was opened with, for whoever wants its files. */
export const OpenPage = ({ state, words, ask }: Props & { readonly ask: OpenRequest | null }) => (
  <>
    <Until state={state} words={words} />
    <Actions state={state} words={words} />
    <Printed state={state} words={words} />
    <Theirs state={state} words={words} />
    <Paper summary={state.summary} words={words} />
    {state.summary.files && ask && (
      <Later
        words={words}
        label="paper.files"
        look="carried"
        draw={({ Carried }) => (
          <Carried files={state.summary.files ?? []} ask={ask} words={words} />
        )}
      />
    )}
    {state.summary.replyKey !== null && (
      <Later
        words={words}
        label="page.reply.offer"
        look="answer"
        draw={({ Answer }) => (
          <Answer
            link={state.link}
            replyKey={state.summary.replyKey ?? ''}
            parts={state.summary.parts}
            words={words}
          />
        )}
      />
    )}
    <aside class="keep">
      <p>{words.t('page.open.notice')}</p>
      {theirNotices(state.summary.type).map((id) => (
        <p key={id}>{words.t(`paper.notice.${id}.theirs`)}</p>
      ))}
      <p>{words.t('page.open.stays')}</p>
    </aside>
  </>
)
