import { useState } from 'preact/hooks'
import '../../../look/ways.css'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { goOnSharing, pauseSharing } from '../../pausing.ts'
import { changeEnd } from '../../updating.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, useWaiting, Why } from './asking.tsx'
import { endOf, lives, type Life } from './fields.ts'

type Props = { readonly share: Share }

/** The buttons that let a share go on, or keep it paused, and why neither did. */
const useGoOn = ({ share }: Props, kind: 'main' | 'plain') => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const goOn = (
    <Button kind={kind} busy={busy} onPress={() => void ask(() => goOnSharing(desk, share))}>
      {t('share.receipt.goOn')}
    </Button>
  )
  const stay = (
    <Button kind="plain" busy={busy} onPress={() => void ask(() => pauseSharing(desk, share))}>
      {t('share.later.stay')}
    </Button>
  )
  return { goOn, stay, why }
}

/** Above all else on the screen, so that she does not wonder why nobody can open it. */
export const Paused = ({ share }: Props) => {
  const { t, words } = useApp()
  const { goOn, stay, why } = useGoOn({ share }, 'main')
  if (why)
    // A word that the line broke off may still arrive and open it: the last one is hers.
    return (
      <Notice
        tone="careful"
        title={t('share.later.unsure.title')}
        action={
          <div class="ways">
            {goOn}
            {stay}
          </div>
        }
      >
        {t('share.later.unsure.text')}
        <Why why={why} />
      </Notice>
    )
  return (
    <Notice tone="careful" title={t('share.receipt.paused')} action={goOn}>
      {t('share.later.pausedText', { time: words.dates.instant(share.paused) })}
    </Notice>
  )
}

/** What she asked for and is not done yet: nobody is told that a link is closed which is not. */
export const Waits = ({ share }: Props) => {
  const { t } = useApp()
  const { goOn, why } = useGoOn({ share }, 'plain')
  const waits = useWaiting(share)
  return (
    <>
      {waits.pause && (
        <Notice tone="careful" title={t('share.later.pauseNot')} action={goOn}>
          {waits.pause}
        </Notice>
      )}
      <Why why={why} />
      {waits.end && (
        <Notice tone="careful" title={t('share.later.endNot')}>
          {waits.end}
        </Notice>
      )}
    </>
  )
}

type EndProps = Props & { readonly done: () => void }

const End = ({ share, done }: EndProps) => {
  const { t, time, words } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const [life, setLife] = useState<Life>('604800')
  const waits = useWaiting(share)
  const now = time()
  const change = async (): Promise<void> => {
    const { ok } = await ask(() => changeEnd(desk, share, Number(life)))
    if (ok) done()
  }
  return (
    <>
      <Choice
        label={t('share.later.end')}
        options={lives.map((value) => ({
          value,
          label: t(`share.life.${value}`),
          hint: words.dates.instant(endOf(now, value)),
        }))}
        value={life}
        onChange={setLife}
      />
      <Why why={why} title={t('share.later.endNot')} waits={waits.end} />
      <Button kind="main" wide busy={busy} onPress={() => void change()}>
        {t('share.later.change')}
      </Button>
    </>
  )
}

const Pause = ({ share }: Props) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const waits = useWaiting(share)
  return (
    <>
      <p>{t('share.later.pauseText')}</p>
      <Why why={why} title={t('share.later.pauseNot')} waits={waits.pause} />
      <Button
        kind="quiet"
        wide
        busy={busy}
        onPress={() => void ask(() => pauseSharing(desk, share))}
      >
        {t('share.later.pause')}
      </Button>
    </>
  )
}

/** Another end, or a pause: there when she looks for it, and out of the way until then. */
export const Later = ({ share }: Props) => {
  const { t } = useApp()
  const [open, setOpen] = useState(false)
  return (
    <Card title={t('share.later.title')}>
      {open && <End share={share} done={() => setOpen(false)} />}
      {open && !share.paused && <Pause share={share} />}
      <Button kind="plain" wide onPress={() => setOpen(!open)}>
        {t(open ? 'share.later.less' : 'share.later.more')}
      </Button>
    </Card>
  )
}
