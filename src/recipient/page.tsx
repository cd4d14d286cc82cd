import { useEffect, useState } from 'preact/hooks'
import type { Words } from '../i18n/words.ts'
import { ownRelay } from '../share/call.ts'
import { openingOf, openWith } from '../share/client.ts'
import type { OpenRequest } from '../share/contract.ts'
import { openSpoken } from '../share/telephone.ts'
import type { Browser } from './browser.ts'
import { ClosedPage } from './closed.tsx'
import { Foot } from './foot.tsx'
import { found, hear } from './heard.ts'
import { Heading } from './heading.tsx'
import { LanguageChoice, wordsOf } from './language.tsx'
import { OpenPage } from './open.tsx'
import { countView } from './shown.ts'
import { EmptyPage } from './spoken.tsx'
import { answered, press, type Closed, type Empty, type State } from './state.ts'

const titleOf = (state: State, { t }: Words): string => {
  if (state.at !== 'open') return t(`page.${state.at}.title`)
  const { recipient } = state.summary
  return recipient
    ? t('page.open.title', { recipient: `\u2068${recipient}\u2069` })
    : t('page.open.untitled')
}

type BodyProps = {
  readonly state: State
  readonly words: Words
  readonly ask: OpenRequest | null
  readonly open: (state: Closed, typed: string) => void
  readonly look: (state: Empty, typed: string) => void
}

const Body = ({ state, words, ask, open, look }: BodyProps) => {
  if (state.at === 'open') return <OpenPage state={state} words={words} ask={ask} />
  if (state.at === 'empty')
    return <EmptyPage state={state} words={words} open={(typed) => look(state, typed)} />
  if (state.at !== 'closed') return <p class="lead">{words.t(`page.${state.at}.lead`)}</p>
  return <ClosedPage state={state} words={words} open={(typed) => open(state, typed)} />
}

const useWords = (first: Words) => {
  const [words, setWords] = useState(first)
  useEffect(() => {
    document.documentElement.lang = words.language.tag
    document.documentElement.dir = words.language.direction
  }, [words])
  // Without network the language stays as it is, which the reader can see.
  const change = (tag: string): void => {
    wordsOf(tag).then(setWords, () => setWords({ ...words }))
  }
  return { words, change }
}

/** An answer that was lost may have used up a place, too: the browser must be known when it asks again. */
const mayCount = (result: { readonly ok: true } | { readonly ok: false; readonly why: string }) =>
  result.ok || !['gone', 'full'].includes(result.why)

type Props = {
  readonly first: State
  readonly words: Words
  readonly browser: Browser
}

export const Page = (props: Props) => {
  const [state, setState] = useState(props.first)
  const [ask, setAsk] = useState<OpenRequest | null>(null)
  const { words, change } = useWords(props.words)
  const open = async (closed: Closed, typed: string): Promise<void> => {
    const pressed = press(closed, typed)
    setState(pressed)
    if (!pressed.busy) return
    const passcode = closed.link.passcode ? typed : null
    const { browser } = props
    const { key, opening, result } = await browser.inTurn(async () => {
      const key = await browser.key()
      const opening = await openingOf(closed.link, passcode, key)
      const result = await openWith(ownRelay, opening)
      if (mayCount(result)) await browser.bind()
      return { key, opening, result }
    })
    const newest = await browser.newest(closed.link)
    const next = answered(pressed, result, newest, Math.floor(Date.now() / 1000))
    setAsk(opening.ask)
    setState(next)
    if (!result.ok || next.at !== 'open') return
    void browser.remember(closed.link, result.counter)
    if (passcode === null) void countView(closed.link, key)
  }
  const look = async (empty: Empty, typed: string): Promise<void> => {
    const heard = hear(empty, typed)
    setState(heard.state)
    if (heard.code === null) return
    const { code, state: busy } = heard
    const { browser } = props
    const result = await browser.inTurn(async () => {
      const opened = await openSpoken(ownRelay, code, await browser.key())
      // The code's one place is this browser's: it must be known again.
      if (mayCount(opened)) await browser.bind()
      return opened
    })
    setState(found(busy, result))
  }
  return (
    <div class={`page ${state.at}`}>
      <header>
        <LanguageChoice words={words} change={change} />
      </header>
      <main>
        <Heading key={state.at} text={titleOf(state, words)} moved={state.at !== props.first.at} />
        <Body
          state={state}
          words={words}
          ask={ask}
          open={(closed, typed) => void open(closed, typed)}
          look={(empty, typed) => void look(empty, typed)}
        />
      </main>
      <Foot words={words} />
    </div>
  )
}
