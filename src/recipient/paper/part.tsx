import type { Words } from '../../i18n/words.ts'
import type { SharedPart } from '../../record/summary.ts'
import { Facts } from './facts.tsx'
import { langOf } from './language.ts'
import { headsOf, shownIn, type Shown } from './shown.ts'

type Props = {
  readonly part: SharedPart
  /** What she writes in. */
  readonly language: string
  readonly words: Words
}

const When = ({ shown: { fact, text } }: { readonly shown: Shown }) => (
  <p class="paper-when">
    <time dateTime={fact.text}>{text}</time>
  </p>
)

const Heads = ({ part, words }: Omit<Props, 'language'>) => {
  const [first, ...rest] = headsOf(part, words)
  return (
    <>
      <h3>
        <bdi>{first ?? words.t('paper.unnamed')}</bdi>
      </h3>
      {rest.length > 0 && (
        <p class="paper-who">
          {rest.map((text, at) => (
            <span key={at}>
              {at > 0 && ' · '}
              <bdi>{text}</bdi>
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
      <Heads part={part} words={words} />
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
