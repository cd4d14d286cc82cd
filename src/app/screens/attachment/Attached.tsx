import { attachmentsOf } from '../../../record/attached.ts'
import { put } from '../../../record/record.ts'
import type { Attachment, Owner } from '../../../record/hanging.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { Adding, isBusy } from './Adding.tsx'
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

/** Photos, documents and sound under an entry, and the way to add one. */
export const Attached = ({ of }: { readonly of: Owner }) => {
  const { record, t, send } = useApp()
  const adding = useAdding(of, (entry) => send(put(entry), 'attachment.saved'))
  const attachments = attachmentsOf(record, of)
  return (
    <>
      {attachments.length > 0 && <Kept attachments={attachments} />}
      <Adding {...adding} />
      <Button kind="quiet" wide busy={isBusy(adding)} onPress={adding.pick}>
        {t('attachment.add')}
      </Button>
    </>
  )
}
