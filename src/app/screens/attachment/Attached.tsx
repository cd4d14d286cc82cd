import { attachmentsOf } from '../../../record/attached.ts'
import type { Attachment, Owner } from '../../../record/hanging.ts'
import { spaceBytes } from '../../../vault/chunkSize.ts'
import { mostBytes } from '../../attaching.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Row } from '../../parts/Row.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { useAdding } from './useAdding.ts'
import { icons, pictureOf, sizeText, sortOf } from './words.ts'

const Kept = ({ attachments }: { readonly attachments: readonly Attachment[] }) => {
  const { words, t, go } = useApp()
  const { tag } = words.language
  return (
    <List label={t('attachment.title')}>
      {attachments.map((one) => (
        <Row
          key={one.id}
          lead={icons[sortOf(one)]}
          picture={pictureOf(one)}
          title={one.name}
          detail={`${t(`attachment.sort.${sortOf(one)}`)}, ${sizeText(one.size, tag)}`}
          onPress={() => go({ at: 'attachment', id: one.id })}
        />
      ))}
    </List>
  )
}

type WideProps = {
  readonly slots: number
  readonly agree: () => void
  readonly cancel: () => void
}

/** Asked once for each size: it can be seen that something takes room, and never what. */
const Wide = ({ slots, agree, cancel }: WideProps) => {
  const { words, t } = useApp()
  const size = sizeText(spaceBytes(slots), words.language.tag)
  return (
    <Sheet title={t('attachment.room.title')} onClose={cancel} closeLabel={t('action.close')}>
      <p>{t('attachment.room.what', { size })}</p>
      <p>{t('attachment.room.seen')}</p>
      <Button kind="main" wide onPress={agree}>
        {t('attachment.room.agree', { size })}
      </Button>
      <Button kind="plain" wide onPress={cancel}>
        {t('action.cancel')}
      </Button>
    </Sheet>
  )
}

/** Photos, documents and sound under an entry, and the way to add one. */
export const Attached = ({ of }: { readonly of: Owner }) => {
  const { record, words, t } = useApp()
  const { adding, pick, agree, cancel } = useAdding(of)
  const attachments = attachmentsOf(record, of)
  const busy = adding.at === 'writing' || adding.at === 'widening'
  const most = sizeText(mostBytes, words.language.tag)
  return (
    <>
      {attachments.length > 0 && <Kept attachments={attachments} />}
      {busy && <Progress label={t(`attachment.${adding.at}`)} value={adding.done} after={0} />}
      {adding.at === 'refused' && (
        <Notice tone="careful">{t(`attachment.why.${adding.why}`, { most })}</Notice>
      )}
      <Button kind="quiet" wide busy={busy} onPress={pick}>
        {t('attachment.add')}
      </Button>
      {adding.at === 'wide' && (
        <Wide
          slots={adding.slots}
          agree={() => agree(adding.picked, adding.slots)}
          cancel={cancel}
        />
      )}
    </>
  )
}
