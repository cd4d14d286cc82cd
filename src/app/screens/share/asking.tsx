import { useRef, useState } from 'preact/hooks'
import type { Share } from '../../../record/types.ts'
import { isHeldUp } from '../../../record/waiting.ts'
import { ownRelay } from '../../../share/call.ts'
import type { Carrier } from '../../carrying.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { cleanCopy } from '../../picture.ts'
import type { Desk, Not, WhyNot } from '../../sharing.ts'
import { useApp, useAttaching, useStore } from '../../use.ts'

export const useDesk = (): Desk => {
  const { state, send, settled, time, newId } = useStore()
  return { state, send, settled, time, newId, relay: ownRelay }
}

/** As useDesk, where files may go along: `done` from 0 to 1 while they do, else null. */
export const useCarrying = () => {
  const desk = useDesk()
  const attaching = useAttaching()
  const [done, setDone] = useState<number | null>(null)
  const over = useRef(false)
  const carrier: Carrier = {
    read: async (id) => {
      const attachment = desk.state().record.attachment.get(id)
      return attachment ? attaching.read(attachment, () => undefined) : null
    },
    clean: cleanCopy,
    told: setDone,
    isOver: () => over.current,
  }
  /** Begins anew: what she once called off is no longer called off. */
  const begin = (): Desk => {
    over.current = false
    setDone(null)
    return { ...desk, carrier }
  }
  const cancel = (): void => {
    over.current = true
  }
  return { begin, cancel, done }
}

type SendingProps = Pick<ReturnType<typeof useCarrying>, 'done' | 'cancel'> & {
  readonly busy: boolean
}

/** How far the files are, and the way to call it off. */
export const Sending = ({ busy, done, cancel }: SendingProps) => {
  const { t } = useApp()
  if (!busy) return null
  if (done === null) return <Progress label={t('share.preview.busy')} />
  return (
    <>
      <Progress label={t('share.preview.sending')} value={done} after={0} />
      <Button kind="plain" wide onPress={cancel}>
        {t('action.cancel')}
      </Button>
    </>
  )
}

/** One question to the relay at a time; `why` says what came instead of an answer. */
export const useAsking = () => {
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<WhyNot | null>(null)
  const ask = async <A extends { readonly ok: true } | Not>(run: () => Promise<A>): Promise<A> => {
    setBusy(true)
    setWhy(null)
    const answer = await run()
    const said: { readonly ok: true } | Not = answer
    setBusy(false)
    setWhy(said.ok ? null : said.why)
    return answer
  }
  return { busy, why, ask }
}

type WhyProps = {
  readonly why: WhyNot | null
  readonly title?: string
  /** What is said in its place while the app tries again by itself; empty when it does not. */
  readonly waits?: string
}

/** What came instead of an answer, and that nothing is lost by it. */
export const Why = ({ why, title, waits = '' }: WhyProps) => {
  const { t } = useApp()
  return (
    <div class="why" aria-live="polite">
      {why && (
        <Notice tone="careful" title={title}>
          {waits || t(`share.why.${why}`)}
        </Notice>
      )}
    </div>
  )
}

/** What she asked for and the app asks for again by itself, each said in full; empty when nothing waits. */
export const useWaiting = (share: Share) => {
  const { t, words } = useApp()
  const { instant } = words.dates
  const { stopping, pausing, paused, sooner } = share
  const end = isHeldUp(share) ? 'share.later.endHeldUp' : 'share.later.endWaits'
  return {
    stop: stopping && t('share.stop.waits', { time: instant(stopping) }),
    pause: paused ? '' : pausing && t('share.later.pauseWaits', { time: instant(pausing) }),
    end: sooner && t(end, { time: instant(sooner) }),
  }
}
