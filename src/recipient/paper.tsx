import type { Summary } from '../record/summary.ts'
import type { Words } from '../i18n/words.ts'
import { langOf } from './paper/language.ts'
import { PartCard } from './paper/part.tsx'
import { fileNames, hasText, sectionsOf } from './paper/shown.ts'

// The summary as the recipient reads it. Her app draws the same component before she shares, so
// that what she sees is what they see. The page that draws it brings paper/paper.css along, and
// words that hold locales/recipient.

type Props = { readonly summary: Summary; readonly words: Words }

const Why = ({ summary, words: { t, dates } }: Props) => (
  <div class="paper-why">
    {summary.why && (
      <p>
        <bdi lang={langOf(summary.why, summary.language)}>{summary.why}</bdi>
      </p>
    )}
    <small>{t('paper.made', { time: dates.instant(summary.made) })}</small>
  </div>
)

type SectionProps = Props & { readonly section: ReturnType<typeof sectionsOf>[number] }

const Section = ({ section: { kind, parts }, summary: { language }, words }: SectionProps) => {
  // A whole text needs the whole width; facts alone stand side by side where there is room.
  const wide = hasText(kind)
  return (
    <section>
      <h2>{words.t(`paper.kind.${kind}`)}</h2>
      <ul class={wide ? 'paper-texts' : 'paper-list'} role="list">
        {parts.map((part) => (
          <li key={part.at} class={wide ? 'paper-story' : 'paper-card'}>
            <PartCard part={part} language={language} words={words} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** That they are there; whoever reads loads them beside the paper. */
const Files = ({ summary, words }: Props) => {
  const files = fileNames(summary.files, words)
  if (files.length === 0) return null
  return (
    <section>
      <h2>{words.t('paper.files')}</h2>
      <ul class="paper-list" role="list">
        {files.map(({ name, number }) => (
          <li key={number}>{name}</li>
        ))}
      </ul>
    </section>
  )
}

export const Paper = ({ summary, words }: Props) => (
  <article class="paper">
    <Why summary={summary} words={words} />
    {sectionsOf(summary.parts).map((section) => (
      <Section key={section.kind} section={section} summary={summary} words={words} />
    ))}
    <Files summary={summary} words={words} />
  </article>
)
