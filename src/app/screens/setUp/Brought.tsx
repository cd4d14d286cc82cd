import type { Words } from '../../../i18n/words.ts'
import type { Contents } from '../../../vault/messages.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { hasFiles, roomFor } from '../../copyFiles.ts'
import { namesOf, sizeText } from '../attachment/words.ts'
import { entriesIn, type Brought, type Copy } from './copy.ts'

type MissingProps = { readonly words: Words; readonly contents: Contents }

/** Plainly what does not come back; nothing when all does. */
const Missing = ({ words: { t }, contents: { missing } }: MissingProps) =>
  missing > 0 && <Notice tone="careful">{t('setUp.copy.missing', { count: missing })}</Notice>

type BackProps = { readonly words: Words; readonly brought: Brought }

/** What came back, and by name what did not. */
export const Back = ({ words, brought: { contents, lost } }: BackProps) => {
  const names = namesOf(lost, words.language.tag)
  return (
    <>
      <Notice tone="good">{words.t('setUp.copy.back', { count: entriesIn(contents) })}</Notice>
      <Missing words={words} contents={contents} />
      {lost.length > 0 && (
        <Notice tone="careful">{words.t('setUp.copy.lost', { count: lost.length, names })}</Notice>
      )}
    </>
  )
}

/** Whether the photos and files come along, and what they take; nothing where there are none. */
const Files = ({ words, copy }: { readonly words: Words; readonly copy: Copy }) => {
  const count = copy.attachments.length
  if (count === 0) return null
  if (!hasFiles(copy)) return <p>{words.t('setUp.copy.filesNot', { count })}</p>
  const size = sizeText(roomFor(copy.attachments), words.language.tag)
  return <p>{words.t('setUp.copy.files', { count, size })}</p>
}

type FoundProps = {
  readonly words: Words
  readonly copy: Copy
  readonly onFound: (copy: Copy) => void
}

/** What will come back, before there is a code to keep it under. */
export const Found = ({ words, copy, onFound }: FoundProps) => (
  <>
    <Notice tone="good">{words.t('setUp.copy.found', { count: entriesIn(copy.contents) })}</Notice>
    <Missing words={words} contents={copy.contents} />
    <Files words={words} copy={copy} />
    <p>{words.t('setUp.copy.next')}</p>
    <Button kind="main" wide onPress={() => onFound(copy)}>
      {words.t('action.continue')}
    </Button>
  </>
)
