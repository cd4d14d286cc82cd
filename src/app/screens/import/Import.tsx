import { useState } from 'preact/hooks'
import { markContacts } from '../../../exchange/merge.ts'
import { readPicked } from '../../../exchange/picked.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Told } from '../../parts/Told.tsx'
import { pickFile } from '../../file.ts'
import { useApp } from '../../use.ts'
import { ChooseAppointments } from './ChooseAppointments.tsx'
import { ChooseContacts } from './ChooseContacts.tsx'
import { canPick, pickContacts } from './picker.ts'
import { readFile, type Found } from './reading.ts'

const accept = '.vcf,.vcard,.ics,text/vcard,text/x-vcard,text/calendar'

const Paste = ({ read }: { readonly read: (file: Blob) => void }) => {
  const { t } = useApp()
  const [text, setText] = useState('')
  return (
    <>
      <Field label={t('import.paste')} value={text} onInput={setText} lines={2} dir="ltr" />
      {text.trim() !== '' && (
        <Button kind="quiet" wide onPress={() => read(new Blob([text]))}>
          {t('import.read')}
        </Button>
      )}
    </>
  )
}

type BeginProps = {
  readonly pick: () => void
  readonly pickPeople: () => void
  readonly read: (file: Blob) => void
  readonly why: string | null
}

const Begin = ({ pick, pickPeople, read, why }: BeginProps) => {
  const { t } = useApp()
  return (
    <>
      {why ? (
        <Told>
          <Notice tone="careful">{t(`import.why.${why}`)}</Notice>
        </Told>
      ) : (
        <Notice tone="info">{t('import.safe')}</Notice>
      )}
      <p>{t('import.contacts')}</p>
      <p>{t('import.appointments')}</p>
      <Button kind="main" wide onPress={pick}>
        {t('import.pick')}
      </Button>
      {canPick() && (
        <>
          <p>{t('import.people')}</p>
          <Button kind="quiet" wide onPress={pickPeople}>
            {t('import.pickPeople')}
          </Button>
        </>
      )}
      <Paste read={read} />
    </>
  )
}

type InsideProps = Omit<BeginProps, 'why'> & { readonly found: Found | null }

const Inside = ({ found, ...ways }: InsideProps) => {
  if (found?.what === 'contacts') return <ChooseContacts {...found} />
  if (found?.what === 'appointments') return <ChooseAppointments {...found} />
  return <Begin {...ways} why={found?.why ?? null} />
}

/** Brings in contacts or an invitation from a file on the phone; she chooses what comes along. */
export const Import = () => {
  const { record, t, back } = useApp()
  const [found, setFound] = useState<Found | null>(null)
  const [reading, setReading] = useState(false)
  const read = async (file: Blob): Promise<void> => {
    setReading(true)
    setFound(await readFile(record, file))
    setReading(false)
  }
  const pick = async (): Promise<void> => {
    const file = await pickFile(accept)
    if (file) await read(file)
  }
  const pickPeople = async (): Promise<void> => {
    const contacts = readPicked(await pickContacts())
    if (contacts.length > 0)
      setFound({ what: 'contacts', marked: markContacts(record, contacts), skipped: 0 })
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
        <Inside
          found={found}
          pick={() => void pick()}
          pickPeople={() => void pickPeople()}
          read={(text) => void read(text)}
        />
      )}
    </Page>
  )
}
