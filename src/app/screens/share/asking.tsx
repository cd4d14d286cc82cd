import { useState } from 'preact/hooks'
import { ownRelay } from '../../../share/call.ts'
import { Notice } from '../../parts/Notice.tsx'
import type { Desk, Not, WhyNot } from '../../sharing.ts'
import { useApp, useStore } from '../../use.ts'

export const useDesk = (): Desk => {
  const { state, send, time, newId } = useStore()
  return { state, send, time, newId, relay: ownRelay }
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

type WhyProps = { readonly why: WhyNot | null; readonly title?: string }

/** What came instead of an answer, and that nothing is lost by it. */
export const Why = ({ why, title }: WhyProps) => {
  const { t } = useApp()
  return (
    <div class="why" aria-live="polite">
      {why && (
        <Notice tone="careful" title={title}>
          {t(`share.why.${why}`)}
        </Notice>
      )}
    </div>
  )
}
