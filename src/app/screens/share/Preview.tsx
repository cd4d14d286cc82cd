import { Paper } from '../../../recipient/paper.tsx'
import '../../../recipient/paper/paper.css'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { makeShare, summaryOf } from '../../sharing.ts'
import { useApp, useStore } from '../../use.ts'
import { useAsking, useDesk, Why } from './asking.tsx'
import { grantOf, wishOf, type ShareFields } from './fields.ts'
import { useTheirWords } from './theirs.ts'

/** The agency's own drawing of the agency's own summary: nothing here is a likeness. */
const Sight = ({ fields }: { readonly fields: ShareFields }) => {
  const { t, time, words } = useApp()
  const store = useStore()
  const theirs = useTheirWords(words.language.tag)
  const now = time()
  if (!theirs) return null
  return (
    <section class="sight" aria-label={t('share.preview.label')}>
      <Paper summary={summaryOf(store.state(), grantOf(fields, now), now)} words={theirs} />
    </section>
  )
}

type Props = { readonly fields: ShareFields; readonly done: () => void }

const useMaking = ({ fields, done }: Props) => {
  const desk = useDesk()
  const { look, swap } = useApp()
  const asking = useAsking()
  const say = (key: string): void => look((view) => ({ ...view, said: { key, undo: null } }))
  const make = async (): Promise<void> => {
    const made = await asking.ask(() => makeShare(desk, wishOf(fields)))
    if (made.id === null) return
    done()
    swap({ at: 'share', id: made.id })
    if (!made.ok) say(`share.why.${made.why}`)
    else if (made.skewed) say('share.clockWrong')
  }
  return { ...asking, make }
}

/** Exactly what they will see, before there is any link. */
export const Preview = (props: Props) => {
  const { t } = useApp()
  const { busy, why, make } = useMaking(props)
  return (
    <>
      <p>{t('share.preview.text')}</p>
      <Sight fields={props.fields} />
      <Notice tone="info">{t('share.preview.keep')}</Notice>
      <Why why={why} />
      {busy && <Progress label={t('share.preview.busy')} />}
      <Button kind="main" wide busy={busy} onPress={() => void make()}>
        {t('share.preview.make')}
      </Button>
    </>
  )
}
