import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'

/** Says that an entry was taken over from an answer, and from whose; nothing for any other entry. */
export const Origin = ({ mark }: { readonly mark: string }) => {
  const { record, t } = useApp()
  const [what, id = ''] = (mark.split(' ')[0] ?? '').split(':')
  if (what !== 'reply') return null
  const from = record.reply.get(id)?.from ?? ''
  return (
    <p>
      <small>{from ? t('reply.origin', { from: own(from) }) : t('reply.originUnknown')}</small>
    </p>
  )
}
