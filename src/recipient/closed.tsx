import { useEffect, useRef } from 'preact/hooks'
import type { Words } from '../i18n/words.ts'
import type { Closed, Problem } from './state.ts'

type Props = {
  readonly state: Closed
  readonly words: Words
  readonly open: (typed: string) => void
}

const Code = (props: {
  readonly words: Words
  readonly spoken: boolean
  readonly problem: Problem | null
  readonly input: { readonly current: HTMLInputElement | null }
  readonly open: () => void
}) => (
  <div class="code">
    <label for="code">{props.words.t('page.closed.code')}</label>
    <p id="code-hint">{props.words.t(`page.closed.${props.spoken ? 'codeNext' : 'codeHint'}`)}</p>
    <input
      ref={props.input}
      id="code"
      type="text"
      dir="ltr"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      maxLength={60}
      aria-describedby="code-hint problem"
      aria-invalid={props.problem === 'code' || props.problem === 'typed'}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) props.open()
      }}
    />
  </div>
)

const label = ({ busy, problem }: Closed): string => {
  if (busy) return 'page.closed.opening'
  return problem === null || problem === 'typed' ? 'page.closed.open' : 'page.closed.again'
}

/** Nothing opens without a press: link scanners run scripts, and every opening is counted. */
export const ClosedPage = ({ state, words, open }: Props) => {
  const { t } = words
  const input = useRef<HTMLInputElement>(null)
  const wrong = state.problem === 'code' || state.problem === 'typed'
  useEffect(() => {
    if (!wrong) return
    input.current?.focus()
    input.current?.select()
  }, [state])
  const press = (): void => {
    if (!state.busy) open(input.current?.value ?? '')
  }
  return (
    <>
      <p class="lead">{t('page.closed.lead')}</p>
      {state.link.passcode && (
        <Code
          words={words}
          spoken={state.spoken}
          problem={state.problem}
          input={input}
          open={press}
        />
      )}
      <p id="problem" class="problem" role="alert">
        {state.problem && t(`page.problem.${state.problem}`)}
      </p>
      <button type="button" class="main" aria-disabled={state.busy} onClick={press}>
        {t(label(state))}
      </button>
      <p class="unseen" role="status">
        {state.busy && t('page.closed.opening')}
      </p>
      <small>{t('page.closed.counts')}</small>
    </>
  )
}
