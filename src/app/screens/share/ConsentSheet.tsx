import '../../../look/share.css'
import type { Words } from '../../../i18n/words.ts'
import type { SharedFile } from '../../../record/carried.ts'
import type { Grant } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { printPage } from '../../errands.ts'
import { filesLine } from './log.ts'
import { partTitle, useTheirWords, wholePart } from './theirs.ts'
import { nameOf } from './titles.ts'
import { Told } from './Told.tsx'

type Props = {
  readonly grant: Grant
  readonly files: readonly SharedFile[]
  /** How long, in words. */
  readonly long: string
}

/** Which facts, by the names that the agency's page has for them. */
const useLines = ({ grant, files }: Props, theirs: Words): readonly string[] => {
  const { record, t, local } = useApp()
  const parts = grant.parts.map((part) => {
    const whole = wholePart(record, local(), part.kind, part.id)
    // A field that says nothing is not told of, though it would go along if she filled it in.
    const said = part.fields.filter((name) => whole?.facts.some((fact) => fact.name === name))
    const fields = said.map((name) => theirs.t(`paper.fact.${name}`)).join(' · ')
    return `${partTitle(record, local(), part, theirs) ?? t('share.given.gone')} (${fields})`
  })
  return files.length > 0 ? [...parts, filesLine(files, theirs)] : parts
}

/** The four fields that a consent needs: who, which facts, for what, how long. */
const Fields = ({ theirs, ...props }: Props & { readonly theirs: Words }) => {
  const { words, t } = useApp()
  const lines = useLines(props, theirs)
  const { grant, long } = props
  return (
    <div class="consent">
      <Fact label={t('share.consent.who')}>{nameOf({ grant }, words)}</Fact>
      <Fact label={t('share.consent.what')}>
        {lines.map((text, at) => (
          <span key={at} class="consent-line">
            <bdi>{text}</bdi>
          </span>
        ))}
      </Fact>
      <Fact label={t('share.consent.why')}>{grant.why || t('share.preview.noWhy')}</Fact>
      <Fact label={t('share.consent.long')}>{long}</Fact>
      <Told type={grant.type} />
      <p class="consent-sign">{t('share.consent.sign')}</p>
    </div>
  )
}

/** A sheet to print and sign. No link and no code stand on it: paper lies about. */
export const ConsentSheet = (props: Props) => {
  const { words, t } = useApp()
  const theirs = useTheirWords(words.language.tag)
  const print = (): void => void printPage()
  return (
    <>
      {theirs && <Fields {...props} theirs={theirs} />}
      <Button kind="quiet" wide onPress={print}>
        {t('share.consent.print')}
      </Button>
    </>
  )
}
