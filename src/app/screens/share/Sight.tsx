import { useState } from 'preact/hooks'
import { languages } from '../../../i18n/languages.ts'
import { theirNotices } from '../../../record/noticed.ts'
import type { Summary } from '../../../record/summary.ts'
import { Paper } from '../../../recipient/paper.tsx'
import '../../../recipient/paper/paper.css'
import { Choice } from '../../parts/Choice.tsx'
import { useApp } from '../../use.ts'
import { useTheirWords } from './theirs.ts'

/**
 * The agency's own drawing of the agency's own summary, in the language that they read in, with what the page says
 * to them beneath it: nothing here is a likeness.
 */
export const Sight = ({ summary }: { readonly summary: Summary }) => {
  const { t, words } = useApp()
  const [tag, setTag] = useState(words.language.tag)
  const theirs = useTheirWords(tag)
  if (!theirs) return null
  const { language } = theirs
  return (
    <>
      <Choice
        label={t('share.preview.in')}
        options={languages.map((one) => ({ value: one.tag, label: one.name, lang: one.tag }))}
        value={tag}
        onChange={setTag}
      />
      <section
        class="sight"
        lang={language.tag}
        dir={language.direction}
        aria-label={t('share.preview.label')}
      >
        <Paper summary={summary} words={theirs} />
        {theirNotices(summary.type).map((id) => (
          <p key={id}>
            <small>{theirs.t(`paper.notice.${id}.theirs`)}</small>
          </p>
        ))}
      </section>
    </>
  )
}
