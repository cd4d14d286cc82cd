import { useState } from 'preact/hooks'
import '../../../look/needs.css'
import { needAt } from '../../../record/plan.ts'
import { areas, type Area } from '../../../record/areas.ts'
import { horizons, needStates, type Horizon } from '../../../record/need.ts'
import type { Id } from '../../../record/types.ts'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { Mark } from './Mark.tsx'
import { NeedSheet } from './NeedSheet.tsx'

type Place = { readonly area: Area; readonly horizon: Horizon }

type CellProps = Place & { readonly child: Id | null; readonly open: (place: Place) => void }

/** Its name says all three: which area, how soon, and how it stands. */
const Cell = ({ child, area, horizon, open }: CellProps) => {
  const { record, t } = useApp()
  const state = needAt(record, child, area, horizon)?.state ?? 'none'
  const name = [`need.area.${area}`, `need.horizon.${horizon}`, `need.state.${state}`].map((key) =>
    t(key),
  )
  return (
    <button
      type="button"
      class={`need ${state}`}
      aria-label={name.join(', ')}
      onClick={() => open({ area, horizon })}
    >
      <Mark state={state} />
    </button>
  )
}

const Head = () => {
  const { t } = useApp()
  return (
    <p class="needs-head" aria-hidden="true">
      {horizons.map((horizon) => (
        <span key={horizon}>{t(`need.horizon.${horizon}`)}</span>
      ))}
    </p>
  )
}

const Legend = () => {
  const { t } = useApp()
  return (
    <ul class="needs-legend" role="list" aria-label={t('need.legend')}>
      {needStates
        .filter((state) => state !== 'none')
        .map((state) => (
          <li key={state}>
            <Mark state={state} />
            {t(`need.state.${state}`)}
          </li>
        ))}
    </ul>
  )
}

/** The map of needs on one page: eight areas by how soon, nothing to fill in. */
export const Needs = ({ child }: { readonly child: Id | null }) => {
  const { record, t, back } = useApp()
  const [open, setOpen] = useState<Place | null>(null)
  const whose = child === null ? '' : (record.child.get(child)?.name ?? '')
  return (
    <Page title={whose || t('need.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('need.lead')}</p>
      <section class="needs" aria-label={t('need.title')}>
        <Head />
        <ul role="list">
          {areas.map((area) => (
            <li key={area}>
              <p>{t(`need.area.${area}`)}</p>
              {horizons.map((horizon) => (
                <Cell key={horizon} {...{ child, area, horizon }} open={setOpen} />
              ))}
            </li>
          ))}
        </ul>
      </section>
      <Legend />
      {open && <NeedSheet spot={{ child, ...open }} close={() => setOpen(null)} />}
    </Page>
  )
}
