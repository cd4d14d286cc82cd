import { asksForCare } from '../../../record/care.ts'
import { presetOf } from '../../../record/presets.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Check } from '../../parts/Check.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { makeShare, summaryOf } from '../../sharing.ts'
import { useApp, useStore } from '../../use.ts'
import { Sending, useAsking, useCarrying, Why } from './asking.tsx'
import {
  afterThis,
  endOf,
  grantOf,
  partsOf,
  places,
  together,
  wishOf,
  type ShareFields,
} from './fields.ts'
import { likely } from './files.ts'
import { Known } from './Known.tsx'
import { Sight } from './Sight.tsx'
import type { StepProps } from './steps.ts'
import { titlesOf, useTheirWords } from './theirs.ts'
import { own } from './titles.ts'

type Props = Pick<StepProps, 'fields' | 'set'> & { readonly done: () => void }

const codeKey = ({ passcode, words }: ShareFields): string => {
  if (passcode === 'no') return 'share.preview.codeNo'
  return words === 'yes' ? 'share.preview.codeWords' : 'share.preview.codeYes'
}

/** Why, until when and with which code: good as they are, and one touch from being changed. */
const Chosen = ({ fields, set }: Omit<Props, 'done'>) => {
  const { t, time, words } = useApp()
  return (
    <Card
      title={own(fields.recipient) || t(`share.type.${wishOf(fields).type}`)}
      action={
        <Button kind="quiet" onPress={() => set({ step: 'terms' })}>
          {t('share.preview.change')}
        </Button>
      }
    >
      <Fact label={t('share.preview.until')}>
        {words.dates.instant(endOf(time(), fields.life))}
      </Fact>
      <Fact label={t('share.preview.why')}>{own(fields.why) || t('share.preview.noWhy')}</Fact>
      <Fact label={t('share.preview.code')}>{t(codeKey(fields))}</Fact>
      <Fact label={t('share.preview.openers')}>
        {t('share.openers.hint', { count: places[fields.openers] })}
      </Fact>
    </Card>
  )
}

const useMaking = ({ fields, set, done }: Props) => {
  const { begin, ...carrying } = useCarrying()
  const { look, swap, record, local, words } = useApp()
  const theirs = useTheirWords(words.language.tag)
  const asking = useAsking()
  const say = (key: string): void => look((view) => ({ ...view, said: { key, undo: null } }))
  const make = async (): Promise<void> => {
    if (!theirs) return
    const titles = titlesOf(record, local(), partsOf(fields.parts), theirs)
    const made = await asking.ask(() => makeShare(begin(), { ...wishOf(fields), titles }))
    if (made.id === null) return
    const next = afterThis(fields, (type) => together(presetOf(record, type), fields.along))
    if (next) set(next)
    else {
      done()
      swap(fields.total ? { at: 'shares' } : { at: 'share', id: made.id })
    }
    if (!made.ok) say(`share.why.${made.why}`)
    else if (made.skewed) say('share.clockWrong')
  }
  return { ...asking, ...carrying, make }
}

/** Said where something goes along that asks for care: words are harder to guess than digits. */
const Words = ({ fields, set }: Omit<Props, 'done'>) => {
  const { t, record } = useApp()
  const sensitive = asksForCare(record, wishOf(fields).parts)
  if (!sensitive || fields.passcode === 'no' || fields.words === 'yes') return null
  const choose = (
    <Button kind="quiet" onPress={() => set({ words: 'yes' })}>
      {t('share.preview.takeWords')}
    </Button>
  )
  return (
    <Notice tone="info" action={choose}>
      {t('share.preview.words')}
    </Notice>
  )
}

/** For whoever coordinates, who sees the whole as it changes: offered where the link is made, and hers to choose. */
const Suggested = ({ fields, set }: Omit<Props, 'done'>) => {
  const { t } = useApp()
  if (wishOf(fields).type !== 'coordinator') return null
  return (
    <Check
      label={t('share.living.keep')}
      hint={t('share.living.suggested')}
      checked={fields.living === 'yes'}
      onChange={(yes) => set({ living: yes ? 'yes' : 'no' })}
    />
  )
}

/** Exactly what they will see, before there is any link. */
export const Preview = (props: Props) => {
  const { t, time } = useApp()
  const store = useStore()
  const { fields, set } = props
  const { busy, why, make, done, cancel } = useMaking(props)
  const now = time()
  const summary = {
    ...summaryOf(store.state(), grantOf(fields, now), now),
    files: likely(store.state().record, wishOf(fields).files),
  }
  return (
    <>
      <p>{t('share.preview.text')}</p>
      <Sight summary={summary} />
      <Chosen fields={fields} set={set} />
      <Words fields={fields} set={set} />
      <Suggested fields={fields} set={set} />
      <Known type={wishOf(fields).type} />
      <Button kind="plain" wide onPress={() => set({ step: 'consent' })}>
        {t('share.consent.open')}
      </Button>
      <Why why={why} />
      <Sending busy={busy} done={done} cancel={cancel} />
      <Button kind="main" wide busy={busy} onPress={() => void make()}>
        {t('share.preview.make')}
      </Button>
    </>
  )
}
