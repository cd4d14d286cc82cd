import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'

/** Brings in the drawing only when somebody looks at it. */
export const NetworkRoom = () => {
  const { t } = useApp()
  const way = useWay()
  const [Network, setNetwork] = useState<ComponentType | null>(null)
  useEffect(
    () => void import('./Network.tsx').then((drawing) => setNetwork(() => drawing.Network)),
    [],
  )
  return (
    <Page title={t('network.title')} back={way}>
      {Network ? <Network /> : <Progress label={t('network.drawing')} />}
    </Page>
  )
}
