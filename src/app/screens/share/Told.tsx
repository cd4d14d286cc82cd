import { useState } from 'preact/hooks'
import { noticesFor, type Notice } from '../../../record/notices.ts'
import type { RecipientType } from '../../../record/recipients.ts'
import { Button } from '../../parts/Button.tsx'
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

/** What holds for all of them. Sweden's alone, and it says so; `unread`: whether it is said here that no lawyer has. */
const OfAll = ({ unread }: { readonly unread: boolean }) => {
  const { t } = useApp()
  return (
    <p>
      <small>
        {unread && `${t('share.source.lawyer.no')} `}
        {t('share.preview.from')}
      </small>
    </p>
  )
}

type ToldProps = { readonly type: RecipientType }

/** What such a place does with what it is told, with what each rests on beneath it: so it goes on paper. */
export const Told = ({ type }: ToldProps) => {
  const { t } = useApp()
  return (
    <>
      {noticesFor(type).map((notice) => (
        <div key={notice.id} class="notice-told">
          <p>{t(`share.notice.${notice.id}`)}</p>
          <Source notice={notice} />
        </div>
      ))}
      <OfAll unread={false} />
    </>
  )
}

/** The same on a screen that ends in a decision: what each rests on is one touch away, so that all can be read. */
export const ToldShort = ({ type }: ToldProps) => {
  const { t } = useApp()
  const [shown, setShown] = useState(false)
  const told = noticesFor(type)
  return (
    <>
      {told.map((notice) => (
        <div key={notice.id} class="notice-told">
          <p>{t(`share.notice.${notice.id}`)}</p>
          {shown && <Source notice={notice} />}
        </div>
      ))}
      <Button kind="plain" expanded={shown} onPress={() => setShown(!shown)}>
        {t('share.preview.rests')}
      </Button>
      <OfAll unread={!shown && told.some(({ lawyer }) => lawyer === 'no')} />
    </>
  )
}
