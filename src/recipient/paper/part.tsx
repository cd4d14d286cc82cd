import type { Words } from '../../i18n/words.ts'
import type { SharedPart } from '../../record/summary.ts'
import { Facts } from './facts.tsx'
import { langOf } from './language.ts'
import { shownIn, type Shown } from './shown.ts'

type Props = {
  readonly part: SharedPart
  /** What she writes in. */
  readonly language: string
  readonly words: Words
}

type HeadProps = { readonly shown: Shown; readonly language: string }

const When = ({ shown: { fact, text } }: { readonly shown: Shown }) => (
  <p class="paper-when">
    <time dateTime={fact.text}>{text}</time>
  </p>
)

/** Her own words are marked with her language; words of a closed list are in the reader's. */
const Head = ({ shown: { field, text }, language }: HeadProps) => (
  <bdi lang={field.form === 'line' ? langOf(text, language) : undefined}>{text}</bdi>
)

const Heads = ({ part, language, words }: Props) => {
  const [first, ...rest] = shownIn(part, words).filter(({ field }) => field.head)
  return (
    <>
      <h3>{first ? <Head shown={first} language={language} /> : words.t('paper.unnamed')}</h3>
      {rest.length > 0 && (
        <p class="paper-who">
          {rest.map((shown, at) => (
            <span key={at}>
              {at > 0 && ' · '}
              <Head shown={shown} language={language} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

const Text = ({
  shown: { text },
  language,
}: {
  readonly shown: Shown
  readonly language: string
}) => (
  <p class="paper-text" dir="auto" lang={langOf(text, language)}>
    {text}
  </p>
)

const forms = {
  before: ['span'],
  body: ['text'],
  after: ['time'],
} as const satisfies Record<string, readonly Shown['field']['form'][]>

/** One part: when it is, what it is called, its text, its facts, and when it was last changed. */
export const PartCard = ({ part, language, words }: Props) => {
  const shown = shownIn(part, words)
  const of = (among: readonly string[]) => shown.filter(({ field }) => among.includes(field.form))
  const told = [...forms.before, ...forms.body, ...forms.after] as readonly string[]
  const rest = shown.filter(({ field }) => !field.head && !told.includes(field.form))
  return (
    <>
      {of(forms.before).map((one) => (
        <When key={one.field.name} shown={one} />
      ))}
      <Heads part={part} language={language} words={words} />
      {of(forms.body).map((one) => (
        <Text key={one.field.name} shown={one} language={language} />
      ))}
      <Facts list={rest} language={language} />
      {of(forms.after).map(({ field, label, text }) => (
        <small key={field.name}>
          {label} {text}
        </small>
      ))}
    </>
  )
}
