import '../../../look/share.css'
import { fresh } from '../../../record/fresh.ts'
import type { Id, Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Page } from '../../parts/Page.tsx'
import { summaryOf } from '../../sharing.ts'
import { askNoMore, changeParts } from '../../updating.ts'
import { useApp, useFields, useStore } from '../../use.ts'
import { formName } from '../../view.ts'
import { Resumed } from '../Resumed.tsx'
import { useAsking, useDesk, Why } from './asking.tsx'
import { fieldsOf, partsOf, type ShareFields } from './fields.ts'
import { Known } from './Known.tsx'
import { Parts } from './Parts.tsx'
import { Sight } from './Sight.tsx'
import { titlesOf, useTheirWords } from './theirs.ts'

type Props = { readonly share: Share; readonly isMore: boolean }

type SendProps = {
  readonly share: Share
  readonly fields: ShareFields
  readonly done: () => void
}

/** What they will read under the same link, before they do. */
const Send = ({ share, fields, done }: SendProps) => {
  const { t, time, local, record, words, back, look } = useApp()
  const theirs = useTheirWords(words.language.tag)
  const store = useStore()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const parts = partsOf(fields.parts)
  const send = async (): Promise<void> => {
    if (!theirs) return
    const titles = titlesOf(record, local(), parts, theirs)
    const { ok } = await ask(() => changeParts(desk, share, { parts, titles }))
    if (!ok) return
    askNoMore(desk, share)
    done()
    look((view) => ({ ...view, said: { key: 'share.change.done', undo: null } }))
    back()
  }
  return (
    <>
      <p>{t('share.change.text')}</p>
      <Sight summary={summaryOf(store.state(), { ...share.grant, parts }, time())} />
      <Known type={share.grant.type} />
      <Why why={why} />
      <Button kind="main" wide busy={busy} onPress={() => void send()}>
        {t('share.change.send')}
      </Button>
    </>
  )
}

const Changing = ({ share, isMore }: Props) => {
  const { record, t, back } = useApp()
  const more = isMore ? fresh(record, share) : []
  const form = useFields(formName('share', share.id), fieldsOf(share, more))
  const { fields, set } = form
  const isLast = fields.step === 'preview'
  return (
    <Page
      key={fields.step}
      title={t(isLast ? 'share.step.preview' : 'share.change.title')}
      back={{
        label: t(isLast ? 'action.back' : 'action.cancel'),
        go: isLast ? () => set({ step: 'parts' }) : back,
      }}
    >
      {!isLast && <Resumed form={form} />}
      {isLast ? (
        <Send share={share} fields={fields} done={form.done} />
      ) : (
        <Parts fields={fields} set={set} next={() => set({ step: 'preview' })} filesStay />
      )}
    </Page>
  )
}

/** Other parts under a link that is open; nothing changes before she has seen it. */
export const Change = ({ id, isMore }: { readonly id: Id; readonly isMore: boolean }) => {
  const share = useApp().record.share.get(id)
  return share ? <Changing share={share} isMore={isMore} /> : null
}
