import { sharedFiles } from '../../../record/carried.ts'
import type { Id, Share } from '../../../record/types.ts'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { ConsentSheet } from './ConsentSheet.tsx'
import { grantOf, wishOf } from './fields.ts'
import { likely } from './files.ts'
import type { StepProps } from './steps.ts'

const AsGiven = ({ share: { grant, files, made } }: { readonly share: Share }) => {
  const { words } = useApp()
  const long = `${words.dates.instant(made)} – ${words.dates.instant(grant.until)}`
  return <ConsentSheet grant={grant} files={sharedFiles(files)} long={long} />
}

/** A sheet to print and sign, if an office wants it on paper. It is her own handing over. */
export const Consent = ({ id }: { readonly id: Id }) => {
  const { record, t, back } = useApp()
  const share = record.share.get(id)
  return (
    <Page title={t('share.consent.title')} back={{ label: t('action.back'), go: back }}>
      {share && <AsGiven share={share} />}
    </Page>
  )
}

/** The same before there is a link, for an office that wants it signed first: no time runs yet. */
export const ConsentFirst = ({ fields }: Pick<StepProps, 'fields'>) => {
  const { record, t, time } = useApp()
  const long = t('share.consent.from', { life: t(`share.life.${fields.life}`) })
  const files = likely(record, wishOf(fields).files)
  return <ConsentSheet grant={grantOf(fields, time())} files={files} long={long} />
}
