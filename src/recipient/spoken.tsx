import { useEffect, useRef } from 'preact/hooks'
import type { Words } from '../i18n/words.ts'
import type { Empty } from './state.ts'

type Props = {
  readonly state: Empty
  readonly words: Words
  readonly open: (typed: string) => void
}

type FieldProps = Props & { readonly input: { readonly current: HTMLInputElement | null } }

const Field = ({ state, words: { t }, open, input }: FieldProps) => (
  <div class="code">
    <label for="spoken">{t('page.spoken.label')}</label>
    <p id="spoken-hint">{t('page.spoken.hint')}</p>
    <input
      ref={input}
      id="spoken"
      type="text"
      dir="ltr"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      maxLength={60}
      aria-describedby="spoken-hint problem"
      aria-invalid={state.problem === 'length' || state.problem === 'slip'}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) open(input.current?.value ?? '')
      }}
    />
  </div>
)

/** The start page: the link is in the message, or a code was read out over the telephone. */
export const EmptyPage = ({ state, words, open }: Props) => {
  const { t } = words
  const { busy, problem, count } = state
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (problem) input.current?.focus()
  }, [state])
  const press = (typed: string): void => {
    if (!busy) open(typed)
  }
  return (
    <>
      <p class="lead">{t('page.empty.lead')}</p>
      <Field state={state} words={words} open={press} input={input} />
      <p id="problem" class="problem" role="alert">
        {problem && t(`page.problem.${problem}`, { signs: count })}
      </p>
      <button
        type="button"
        class="main"
        aria-disabled={busy}
        onClick={() => press(input.current?.value ?? '')}
      >
        {t(busy ? 'page.spoken.looking' : 'page.spoken.next')}
      </button>
      <p class="unseen" role="status">
        {busy && t('page.spoken.looking')}
      </p>
    </>
  )
}
