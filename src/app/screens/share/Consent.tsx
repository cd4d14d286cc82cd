import '../../../look/share.css'
import { errand } from '../../../disguise/exit.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Id, Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { filesLine } from './log.ts'
import { Told } from './Told.tsx'
import { partTitle, useTheirWords, wholePart } from './theirs.ts'
import { nameOf } from './titles.ts'

type SheetProps = { readonly share: Share; readonly theirs: Words }

/** The four fields that a consent needs: who, which facts, for what, how long. */
const Sheet = ({ share, theirs }: SheetProps) => {
  const { record, words, t, local } = useApp()
  const { grant, made } = share
  const parts = grant.parts.map((part) => {
    const whole = wholePart(record, local(), part.kind, part.id)
    // A field that says nothing is not told of, though it would go along if she filled it in.
    const said = part.fields.filter((name) => whole?.facts.some((fact) => fact.name === name))
    const fields = said.map((name) => theirs.t(`paper.fact.${name}`)).join(' · ')
    return `${partTitle(record, local(), part, theirs) ?? t('share.given.gone')} (${fields})`
  })
  return (
    <div class="consent">
      <Fact label={t('share.consent.who')}>{nameOf(share, words)}</Fact>
      <Fact label={t('share.consent.what')}>
        {parts.map((text, at) => (
          <span key={at} class="consent-line">
            <bdi>{text}</bdi>
          </span>
        ))}
        {share.files.length > 0 && (
          <span class="consent-line">
            <bdi>{filesLine(share, theirs)}</bdi>
          </span>
        )}
      </Fact>
      <Fact label={t('share.consent.why')}>{grant.why || t('share.preview.noWhy')}</Fact>
      <Fact label={t('share.consent.long')}>
        {`${words.dates.instant(made)} – ${words.dates.instant(grant.until)}`}
      </Fact>
      <Told type={grant.type} />
      <p class="consent-sign">{t('share.consent.sign')}</p>
    </div>
  )
}

/** A sheet to print and sign, if an office wants it on paper. It is her own handing over. */
export const Consent = ({ id }: { readonly id: Id }) => {
  const { record, words, t, back } = useApp()
  const theirs = useTheirWords(words.language.tag)
  const share = record.share.get(id)
  const print = (): void => void errand(() => Promise.resolve(window.print()))
  return (
    <Page title={t('share.consent.title')} back={{ label: t('action.back'), go: back }}>
      {share && theirs && <Sheet share={share} theirs={theirs} />}
      <Button kind="quiet" wide onPress={print}>
        {t('share.consent.print')}
      </Button>
    </Page>
  )
}
