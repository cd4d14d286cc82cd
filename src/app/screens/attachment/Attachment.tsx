import { useState } from 'preact/hooks'
import { dropOne } from '../../../record/attached.ts'
import { put } from '../../../record/record.ts'
import type { Attachment as AttachmentEntry } from '../../../record/hanging.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { Proof } from '../evidence/Proof.tsx'
import { Inside, useBytes } from './Inside.tsx'
import { Out } from './Out.tsx'
import { sizeText, sortOf } from './words.ts'
import { SharedWith } from '../share/SharedWith.tsx'
import { Whole } from '../Whole.tsx'

type Props = { readonly attachment: AttachmentEntry }

const Facts = ({ attachment }: Props) => {
  const { words, t } = useApp()
  return (
    <Card tone="quiet">
      <Fact label={t('attachment.written')}>{words.dates.instant(attachment.written)}</Fact>
      <Fact label={t('attachment.size')}>
        {t(`attachment.sort.${sortOf(attachment)}`)},{' '}
        {sizeText(attachment.size, words.language.tag)}
      </Fact>
      <Fact label={t('attachment.hash')} ltr>
        <span class="attachment-hash">{attachment.hash}</span>
      </Fact>
    </Card>
  )
}

const Rename = ({ attachment, close }: Props & { readonly close: () => void }) => {
  const { t, send, time } = useApp()
  const [name, setName] = useState(attachment.name)
  const save = (): void => {
    const named = name.trim()
    if (named !== '' && named !== attachment.name) {
      send(put({ ...attachment, name: named, edited: time() }), 'attachment.saved')
    }
    close()
  }
  return (
    <Sheet title={t('attachment.rename')} onClose={close} closeLabel={t('action.close')}>
      <Field label={t('attachment.name')} value={name} onInput={setName} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Sheet>
  )
}

type AskedProps = { readonly remove: () => void; readonly close: () => void }

/** Asked once: the trash does not keep its bytes. */
const Asked = ({ remove, close }: AskedProps) => {
  const { t } = useApp()
  return (
    <Sheet title={t('action.delete')} onClose={close} closeLabel={t('action.close')}>
      <p>{t('attachment.deleteText')}</p>
      <Button kind="careful" wide onPress={remove}>
        {t('attachment.deleteNow')}
      </Button>
    </Sheet>
  )
}

const Kept = ({ attachment }: Props) => {
  const { t, back, send } = useApp()
  const [renaming, setRenaming] = useState(false)
  const [asked, ask] = useState(false)
  const read = useBytes(attachment)
  const remove = (): void => {
    send(dropOne('attachment', attachment.id), 'attachment.deleted')
    back()
  }
  return (
    <Page title={attachment.name} back={{ label: t('action.back'), go: back }}>
      <Inside attachment={attachment} read={read} />
      <Facts attachment={attachment} />
      {read.file && <Out file={read.file} />}
      <Whole>
        <SharedWith of={{ kind: 'attachment', id: attachment.id }} />
        <Proof entry={attachment} />
      </Whole>
      <Button kind="plain" wide onPress={() => setRenaming(true)}>
        {t('attachment.rename')}
      </Button>
      <Button kind="plain" wide onPress={() => ask(true)}>
        {t('action.delete')}
      </Button>
      {asked && <Asked remove={remove} close={() => ask(false)} />}
      {renaming && <Rename attachment={attachment} close={() => setRenaming(false)} />}
    </Page>
  )
}

/** One photo, document or recording: to see or hear, to name, to take out. */
export const Attachment = ({ id }: { readonly id: Id }) => {
  const { record, t, back } = useApp()
  const attachment = record.attachment.get(id)
  if (attachment) return <Kept attachment={attachment} />
  return (
    <Page title={t('attachment.gone')} back={{ label: t('action.back'), go: back }}>
      {null}
    </Page>
  )
}
