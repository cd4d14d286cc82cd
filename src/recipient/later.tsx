import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Words } from '../i18n/words.ts'
import type { wanted } from './wanted.ts'

// What only some readers want is a script of its own, so that reading stays light.

type Wanted = Awaited<ReturnType<typeof wanted>>

const load = async (): Promise<Wanted> => (await import('./wanted.ts')).wanted()

type Props = {
  readonly words: Words
  /** Of the button, and of the section once it is there. */
  readonly label: string
  readonly look: 'answer' | 'carried'
  readonly draw: (wanted: Wanted) => JSX.Element
}

/** A button that loads the script and draws what it is for in its place. */
export const Later = ({ words: { t }, label, look, draw }: Props) => {
  const [state, set] = useState<Wanted | 'no' | 'going' | 'failed'>('no')
  if (typeof state === 'object') return <section class={look}>{draw(state)}</section>
  const press = (): void => {
    set('going')
    load().then(set, () => set('failed'))
  }
  const going = state === 'going'
  return (
    <section class="offer">
      {look === 'answer' && <p>{t('page.reply.offerText')}</p>}
      <p class="problem" role="alert">
        {state === 'failed' && t('page.reply.notLoaded')}
      </p>
      <button
        type="button"
        class={look === 'answer' ? 'main' : 'quiet'}
        aria-disabled={going}
        onClick={press}
      >
        {t(going ? 'page.reply.loading' : label)}
      </button>
    </section>
  )
}
