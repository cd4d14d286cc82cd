import { langOf } from './language.ts'
import { mailOf, telOf } from './safe.ts'
import type { Shown } from './shown.ts'

/** Numbers and addresses read from left to right, also in a line of Arabic. */
const Exact = (props: { readonly text: string; readonly href?: string | null }) => (
  <bdi dir="ltr" class="paper-exact">
    {props.href ? <a href={props.href}>{props.text}</a> : props.text}
  </bdi>
)

const Line = ({ shown, language }: { readonly shown: Shown; readonly language: string }) => {
  const { fact, field, text } = shown
  switch (field.form) {
    case 'exact':
      return <Exact text={text} />
    case 'phone':
      return <Exact text={text} href={telOf(text)} />
    case 'email':
      return <Exact text={text} href={mailOf(text)} />
    case 'line':
    case 'note':
      return (
        <span dir="auto" lang={langOf(fact.text, language)} class="paper-own">
          {text}
        </span>
      )
    case 'day':
    case 'span':
    case 'time':
    case 'word':
    case 'text':
      return <span>{text}</span>
  }
}

const Beside = ({ shown: { kind } }: { readonly shown: Shown }) =>
  kind ? (
    <small>
      {' '}
      <bdi>{kind}</bdi>
    </small>
  ) : null

type Props = { readonly list: readonly Shown[]; readonly language: string }

/** Named facts; those of one name stand under it together. */
export const Facts = ({ list, language }: Props) => {
  const names = [...new Set(list.map(({ field }) => field.name))]
  if (names.length === 0) return null
  return (
    <dl>
      {names.map((name) => {
        const these = list.filter(({ field }) => field.name === name)
        return (
          <div key={name} class="paper-fact">
            <dt>{these[0]?.label}</dt>
            <dd>
              {these.map((shown, at) => (
                <span key={at} class="paper-line">
                  <Line shown={shown} language={language} />
                  <Beside shown={shown} />
                </span>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
