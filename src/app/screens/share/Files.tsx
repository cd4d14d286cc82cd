import type { Attachment } from '../../../record/hanging.ts'
import { listOf } from '../../../record/record.ts'
import { mostFileBytes } from '../../../share/padding.ts'
import { Check } from '../../parts/Check.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { canClean } from '../../picture.ts'
import { useApp } from '../../use.ts'
import { sizeText, sortOf } from '../attachment/words.ts'
import { filesOf, withFile, withoutFile } from './files.ts'
import type { StepProps } from './steps.ts'

type Props = Pick<StepProps, 'fields' | 'set'>

type OneProps = Props & { readonly attachment: Attachment }

/** One file; whether it goes clean is asked only once it is chosen, and clean is the answer. */
const One = ({ fields, set, attachment: { id, name, type, size } }: OneProps) => {
  const { t, words } = useApp()
  const chosen = filesOf(fields.files).find(({ of }) => of === id)
  const cleans = canClean(type)
  const put = (yes: boolean, whole: boolean): void =>
    set({ files: yes ? withFile(fields.files, { of: id, whole }) : withoutFile(fields.files, id) })
  return (
    <li>
      <Check
        label={name}
        hint={`${t(`attachment.sort.${sortOf({ type })}`)}, ${sizeText(size, words.language.tag)}`}
        checked={chosen !== undefined}
        onChange={(yes) => put(yes, !cleans)}
      />
      {chosen && !cleans && <p class="part-care">{t('share.parts.unclean')}</p>}
      {chosen && cleans && !chosen.whole && <p class="part-care">{t('share.parts.clean')}</p>}
      {chosen && cleans && (
        <Check
          label={t('share.parts.whole')}
          hint={t('share.parts.wholeHint')}
          checked={chosen.whole}
          onChange={(whole) => put(true, whole)}
        />
      )}
    </li>
  )
}

/** Bytes of what is chosen, before it is cleaned. */
export const bytesOf = (all: readonly Attachment[], text: string): number =>
  filesOf(text).reduce((sum, { of }) => sum + (all.find(({ id }) => id === of)?.size ?? 0), 0)

const Total = ({ bytes }: { readonly bytes: number }) => {
  const { t, words } = useApp()
  const { tag } = words.language
  const said = { size: sizeText(bytes, tag), most: sizeText(mostFileBytes, tag) }
  if (bytes > mostFileBytes) return <Notice tone="careful">{t('share.parts.tooMuch', said)}</Notice>
  return <p>{t('share.parts.total', said)}</p>
}

/** Photos and files of hers, out of the way until she wants one. Never chosen for her. */
export const Files = (props: Props) => {
  const { t, record } = useApp()
  const all = listOf(record, 'attachment')
  const { files } = props.fields
  if (all.length === 0) return null
  return (
    <Unfold more={t('share.parts.addFiles')} open={files !== ''}>
      <section class="part-group">
        <h2>{t('share.parts.files')}</h2>
        <p class="part-care">{t('share.parts.filesHint')}</p>
        <ul role="list">
          {all.map((attachment) => (
            <One key={attachment.id} {...props} attachment={attachment} />
          ))}
        </ul>
        <div aria-live="polite">{files && <Total bytes={bytesOf(all, files)} />}</div>
      </section>
    </Unfold>
  )
}
