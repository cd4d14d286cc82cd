import { useState } from 'preact/hooks'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { pickFile } from '../../file.ts'
import { useApp } from '../../use.ts'
import { ChooseAppointments } from './ChooseAppointments.tsx'
import { ChooseContacts } from './ChooseContacts.tsx'
import { readFile, type Found } from './reading.ts'

const accept = '.vcf,.vcard,.ics,text/vcard,text/x-vcard,text/calendar'

const Begin = ({ pick, why }: { readonly pick: () => void; readonly why: string | null }) => {
  const { t } = useApp()
  return (
    <>
      {why ? (
        <Notice tone="careful">{t(`import.why.${why}`)}</Notice>
      ) : (
        <Notice tone="info">{t('import.safe')}</Notice>
      )}
      <p>{t('import.contacts')}</p>
      <p>{t('import.appointments')}</p>
      <Button kind="main" wide onPress={pick}>
        {t('import.pick')}
      </Button>
    </>
  )
}

const Inside = ({ found, pick }: { readonly found: Found | null; readonly pick: () => void }) => {
  if (found?.what === 'contacts') return <ChooseContacts {...found} />
  if (found?.what === 'appointments') return <ChooseAppointments {...found} />
  return <Begin pick={pick} why={found?.why ?? null} />
}

/** Brings in contacts or an invitation from a file on the phone; she chooses what comes along. */
export const Import = () => {
  const { record, t, back } = useApp()
  const [found, setFound] = useState<Found | null>(null)
  const [reading, setReading] = useState(false)
  const pick = async (): Promise<void> => {
    const file = await pickFile(accept)
    if (!file) return
    setReading(true)
    setFound(await readFile(record, file))
    setReading(false)
  }
  return (
    <Page
      key={found?.what ?? 'file'}
      title={t('import.title')}
      back={{ label: t('action.back'), go: back }}
    >
      {reading ? (
        <Progress label={t('import.reading')} />
      ) : (
        <Inside found={found} pick={() => void pick()} />
      )}
    </Page>
  )
}
