import { isErased } from '../../../record/given.ts'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { reissue } from '../../reissuing.ts'
import { useApp } from '../../use.ts'
import { screenOf, swap, type View } from '../../view.ts'
import { Sending, useAsking, useCarrying, Why } from './asking.tsx'

const isAt = (view: View, { id }: Share): boolean => {
  const screen = screenOf(view)
  return screen.at === 'share' && screen.id === id
}

/** A new link in the place of this one. On its way it outlives the old one's page, which is over before it has come. */
export const useAnew = (share: Share) => {
  const { look } = useApp()
  const { begin, ...carrying } = useCarrying()
  const { busy, why, ask } = useAsking()
  const say = (key: string): void => look((view) => ({ ...view, said: { key, undo: null } }))
  const press = async (): Promise<void> => {
    const made = await ask(() => reissue(begin(), share))
    if (made.id === null) return
    const fresh = swap({ at: 'share', id: made.id })
    // It took its time: she may be elsewhere by now.
    look((view) => (isAt(view, share) ? fresh(view) : view))
    if (!made.ok) say(`share.why.${made.why}`)
    else say(made.skewed ? 'share.clockWrong' : 'share.anew.done')
  }
  return { ...carrying, busy, why, press }
}

type Props = { readonly share: Share }

/** While the old one is over and the new one has not come: which of the two is which. */
export const Between = ({ share, ...sending }: Props & Parameters<typeof Sending>[0]) => {
  const { t } = useApp()
  return (
    <>
      {share.stopped && <Notice tone="info">{t('share.anew.between')}</Notice>}
      <Sending {...sending} />
    </>
  )
}

/** Kept but perhaps never sent: she decides whether to go on. Where it takes a place, she is told how that one stands. */
export const NotSent = ({ share }: Props) => {
  const { t, record } = useApp()
  const old = record.share.get(share.instead)
  if (!old)
    return (
      <Notice tone="info" title={t('share.unsent.title')}>
        {t('share.unsent.text')}
      </Notice>
    )
  // While the stop waits nobody knows, whatever the relay says.
  const isOver = isErased(old)
  return (
    <Notice tone={isOver ? 'info' : 'careful'} title={t('share.anew.unsent')}>
      {t(isOver ? 'share.anew.stopped' : 'share.anew.waits')}
    </Notice>
  )
}

/** For a link or a passcode in wrong hands, or used up: the old one ends, and a new one stands in its place. */
export const Anew = ({ why, press, ...sending }: ReturnType<typeof useAnew>) => {
  const { t } = useApp()
  return (
    <Card tone="quiet" title={t('share.anew.title')}>
      <p>{t('share.anew.text')}</p>
      <Why why={why} />
      <Sending {...sending} />
      <Button kind="quiet" wide busy={sending.busy} onPress={() => void press()}>
        {t('share.anew.press')}
      </Button>
    </Card>
  )
}
