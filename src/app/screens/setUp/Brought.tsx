import type { Words } from '../../../i18n/words.ts'
import type { Contents } from '../../../vault/messages.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { entriesIn, type Copy } from './copy.ts'

type MissingProps = { readonly words: Words; readonly contents: Contents }

/** Plainly what does not come back; nothing when all does. */
const Missing = ({ words: { t }, contents: { missing } }: MissingProps) =>
  missing > 0 && <Notice tone="careful">{t('setUp.copy.missing', { count: missing })}</Notice>

/** What came back. */
export const Back = ({ words, contents }: MissingProps) => (
  <>
    <Notice tone="good">{words.t('setUp.copy.back', { count: entriesIn(contents) })}</Notice>
    <Missing words={words} contents={contents} />
  </>
)

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
    <p>{words.t('setUp.copy.next')}</p>
    <Button kind="main" wide onPress={() => onFound(copy)}>
      {words.t('action.continue')}
    </Button>
  </>
)
