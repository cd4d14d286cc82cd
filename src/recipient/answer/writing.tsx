import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../../i18n/words.ts'
import type { ItemKind } from '../../record/reply.ts'
import { forms, mostOf, type Field } from './fields.ts'
import type { Answer } from './state.ts'

type Writing = NonNullable<Answer['writing']>

/** Something of theirs that may be taken care of: its place in the summary, and what it is called. */
export type Choice = { readonly at: number; readonly title: string }

type EntryProps = {
  readonly choices: readonly Choice[]
  readonly pick: (file: File) => void
  readonly field: Field
  readonly kind: ItemKind
  readonly words: Words
  readonly value: string
  readonly bad: boolean
  readonly change: (value: string) => void
}

const shapes = {
  line: { type: 'text', dir: 'auto' },
  date: { type: 'date', dir: 'ltr' },
  time: { type: 'time', dir: 'ltr' },
  tel: { type: 'tel', dir: 'ltr' },
  email: { type: 'email', dir: 'ltr' },
} as const

/** What is wrong with a field is heard again whenever it takes the focus. */
const problemOf = (bad: boolean) =>
  ({ 'aria-invalid': bad, 'aria-describedby': bad ? 'problem' : undefined }) as const

const Who = ({ words: { t }, value, change, bad }: EntryProps) => (
  <fieldset class="who" {...problemOf(bad)}>
    <legend>{t('page.reply.step.by')}</legend>
    {(['us', 'you'] as const).map((by) => (
      <label key={by}>
        <input type="radio" name="by" checked={value === by} onChange={() => change(by)} />
        <span>{t(`page.reply.step.${by}`)}</span>
      </label>
    ))}
  </fieldset>
)

const Which = ({ words: { t }, choices, value, change }: EntryProps) => (
  <label class="field">
    <span>{t('page.reply.done.part')}</span>
    <select value={value} onChange={(event) => change(event.currentTarget.value)}>
      <option value="">{t('page.reply.done.other')}</option>
      {choices.map(({ at, title }) => (
        <option key={at} value={at} dir="auto">
          {title}
        </option>
      ))}
    </select>
  </label>
)

const Pick = ({ words: { t }, bad, pick }: EntryProps) => (
  <label class="field">
    <span>{t('page.reply.file.file')}</span>
    <input
      type="file"
      accept="image/*,application/pdf,audio/*"
      {...problemOf(bad)}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0]
        if (file) pick(file)
      }}
    />
  </label>
)

const Entry = (props: EntryProps) => {
  const { field, kind, words, value, bad, change } = props
  if (field.as === 'by') return <Who {...props} />
  if (field.as === 'which') return <Which {...props} />
  if (field.as === 'file') return <Pick {...props} />
  const same = {
    value,
    maxLength: mostOf(kind),
    autocomplete: 'off',
    ...problemOf(bad),
    'aria-required': field.must,
  } as const
  return (
    <label class="field">
      <span>{words.t(`page.reply.${kind}.${field.name}`)}</span>
      {field.as === 'area' ? (
        <textarea
          {...same}
          dir="auto"
          rows={6}
          onInput={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <input
          {...same}
          {...shapes[field.as]}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </label>
  )
}

type Props = Pick<EntryProps, 'choices' | 'pick'> & {
  readonly writing: Writing
  readonly words: Words
  readonly type: (name: string, value: string) => void
  readonly add: () => void
  readonly leave: () => void
}

const inputs = 'input, textarea, select'

/** The first field takes the focus, for whoever chose it wants to write; at each refusal the first that is wrong. */
const useFocus = (kind: ItemKind, tries: number) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const wrong = place.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    const first = place.current?.querySelector<HTMLElement>(inputs)
    ;(wrong?.querySelector('input') ?? wrong ?? first)?.focus()
  }, [kind, tries])
  return place
}

/** The fields that only some want to fill in; whoever asked for them goes on in the first. */
const useWhole = (place: { readonly current: HTMLElement | null }) => {
  const [before, set] = useState<number | null>(null)
  const all = () => place.current?.querySelectorAll<HTMLElement>(inputs)
  useEffect(() => {
    if (before !== null) all()?.[before]?.focus()
  }, [before])
  return { whole: before !== null, showAll: () => set(all()?.length ?? 0) }
}

const wrong = (missing: readonly string[]): string => {
  if (missing.includes('to')) return 'page.reply.early'
  return missing.includes('large') ? 'page.reply.file.large' : 'page.reply.missing'
}

/** One thing to put into the answer. */
export const WritingForm = ({ writing, words, choices, pick, type, add, leave }: Props) => {
  const { t } = words
  const { kind, values, missing, tries } = writing
  const place = useFocus(kind, tries)
  const { whole, showAll } = useWhole(place)
  const fields = forms[kind].filter(({ as }) => as !== 'which' || choices.length > 0)
  const shown = fields.filter(({ more, name }) => whole || !more || values[name])
  const enter = (event: KeyboardEvent): void => {
    const inLine = event.target instanceof HTMLInputElement && event.target.type !== 'radio'
    if (event.key === 'Enter' && inLine && !event.isComposing) add()
  }
  return (
    // No form element: browsers offer to save what was typed into one.
    <div ref={place} class="writing" role="group" aria-labelledby="writing" onKeyDown={enter}>
      <h3 id="writing">{t(`page.reply.${kind}.name`)}</h3>
      {(kind === 'ask' || kind === 'file') && <p>{t(`page.reply.${kind}.hint`)}</p>}
      {shown.map((field) => (
        <Entry
          key={field.name}
          field={field}
          kind={kind}
          words={words}
          choices={choices}
          pick={pick}
          value={values[field.name] ?? ''}
          bad={missing.includes(field.name) || (field.as === 'file' && missing.includes('large'))}
          change={(value) => type(field.name, value)}
        />
      ))}
      {shown.length < fields.length && (
        <button type="button" class="plain" onClick={showAll}>
          {t('page.reply.more')}
        </button>
      )}
      <p id="problem" class="problem" role="alert">
        {missing.length > 0 && t(wrong(missing))}
      </p>
      <div class="actions">
        <button type="button" class="main" onClick={add}>
          {t('page.reply.add')}
        </button>
        <button type="button" class="quiet" onClick={leave}>
          {t('page.reply.leave')}
        </button>
      </div>
    </div>
  )
}
