import { noticesFor, type Notice } from '../../../record/notices.ts'
import type { RecipientType } from '../../../record/recipients.ts'
import { useApp } from '../../use.ts'
import { sourced } from './sourced.ts'

const Source = ({ notice }: { readonly notice: Notice }) => {
  const { t, words } = useApp()
  const { law, said } = sourced(notice, words)
  return (
    <small class="notice-source">
      {law !== null && (
        <>
          {t('share.source.law')}{' '}
          <bdi lang="sv" dir="ltr">
            {law}.
          </bdi>{' '}
        </>
      )}
      {said}
    </small>
  )
}

/** What such a place does with what it is told, with what each rests on beneath it. Sweden's alone, and it says so. */
export const Told = ({ type }: { readonly type: RecipientType }) => {
  const { t } = useApp()
  return (
    <>
      {noticesFor(type).map((notice) => (
        <div key={notice.id} class="notice-told">
          <p>{t(`share.notice.${notice.id}`)}</p>
          <Source notice={notice} />
        </div>
      ))}
      <p>
        <small>{t('share.preview.from')}</small>
      </p>
    </>
  )
}
