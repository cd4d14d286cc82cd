import { useState } from 'preact/hooks'
import type { Words } from '../i18n/words.ts'
import type { Answer as AnswerOf } from './answer/answer.tsx'
import type { Open } from './state.ts'

// The way to an answer. Writing one is a script of its own, so that reading stays light.

const load = async () => {
  const [{ Answer }, { dressAnswer }] = await Promise.all([
    import('./answer/answer.tsx'),
    import('./answer/dress.ts'),
  ])
  await dressAnswer()
  return Answer
}

type Loading = 'no' | 'yes' | 'failed'

type Props = { readonly state: Open; readonly words: Words }

/** Nothing where the share takes no answers. */
export const ReplyPart = ({ state, words }: Props) => {
  const { t } = words
  const [loading, setLoading] = useState<Loading>('no')
  const [loaded, setLoaded] = useState<{ readonly Answer: typeof AnswerOf } | null>(null)
  const { replyKey } = state.summary
  if (replyKey === null) return null
  if (loaded) {
    return (
      <section class="answer">
        <loaded.Answer link={state.link} replyKey={replyKey} words={words} />
      </section>
    )
  }
  const press = (): void => {
    setLoading('yes')
    load().then(
      (Answer) => setLoaded({ Answer }),
      () => setLoading('failed'),
    )
  }
  return (
    <section class="offer">
      <p>{t('page.reply.offerText')}</p>
      <p class="problem" role="alert">
        {loading === 'failed' && t('page.reply.notLoaded')}
      </p>
      <button type="button" class="main" aria-disabled={loading === 'yes'} onClick={press}>
        {t(loading === 'yes' ? 'page.reply.loading' : 'page.reply.offer')}
      </button>
    </section>
  )
}
