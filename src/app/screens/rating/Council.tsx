import { useState } from 'preact/hooks'
import { writeCouncilFile } from '../../../exchange/council.ts'
import type { Period } from '../../../record/council.ts'
import { keepSheets, periodsIn, sheetsOf } from '../../../record/gleaning.ts'
import { shapes } from '../../../record/parts/table.ts'
import { summarise } from '../../../record/summary.ts'
import type { ClientRecord, Grant, Part } from '../../../record/types.ts'
import { Paper } from '../../../recipient/paper.tsx'
import '../../../recipient/paper/paper.css'
import '../../../look/share.css'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { giveFile } from '../../errands.ts'
import { useTheirWords } from '../share/theirs.ts'

const nameOf = ({ year, half }: Period): string => `${year} ${half}`

/** What would be kept, so that what she sees is what goes. */
const useSheets = (period: Period | undefined) => {
  const { record, newId, time } = useApp()
  const [mark] = useState(newId)
  const change = period && keepSheets({ period, mark, now: time() })
  const after = change ? change(record) : record
  return { change, after, sheets: period ? sheetsOf(after, period) : [] }
}

const partOf = ({ id }: { readonly id: string }): Part => ({
  kind: 'council',
  id,
  fields: shapes.council.fields.map(({ name }) => name),
})

type SightProps = { readonly record: ClientRecord; readonly parts: readonly Part[] }

/** The council's own drawing of it. */
const Sight = ({ record, parts }: SightProps) => {
  const { t, time, words } = useApp()
  const theirs = useTheirWords(words.language.tag)
  const grant: Grant = { recipient: '', type: 'council', why: '', parts, until: time() }
  if (!theirs) return null
  return (
    <section class="sight" aria-label={t('council.sight')}>
      <Paper
        summary={summarise(record, grant, { made: time(), language: words.language.tag })}
        words={theirs}
      />
    </section>
  )
}

const give = (text: string, { year, half }: Period): Promise<void> => {
  const name = `data-${year}-${half === 'first' ? 1 : 2}.json`
  return giveFile(new File([text], name, { type: 'application/json' }))
}

type WaysProps = { readonly period: Period; readonly made: ReturnType<typeof useSheets> }

const Ways = ({ period, made: { change, sheets } }: WaysProps) => {
  const { t, go, send } = useApp()
  const text = writeCouncilFile(sheets)
  if (!change || text === null) return <p>{t('council.few')}</p>
  const share = (): void => {
    send(change)
    go({ at: 'shareForm' })
  }
  const save = (): void => {
    send(change)
    void give(text, period)
  }
  return (
    <>
      <Button kind="main" wide onPress={save}>
        {t('council.save')}
      </Button>
      <Button kind="quiet" wide onPress={share}>
        {t('council.share')}
      </Button>
    </>
  )
}

const Periods = (props: {
  readonly periods: readonly Period[]
  readonly value: Period
  readonly choose: (name: string) => void
}) => {
  const { t } = useApp()
  if (props.periods.length < 2) return null
  return (
    <Choice
      label={t('council.period')}
      options={props.periods.map((period) => ({
        value: nameOf(period),
        label: t(`council.half.${period.half}`, { year: period.year }),
      }))}
      value={nameOf(props.value)}
      onChange={props.choose}
    />
  )
}

/** How it was, without who: she sees all of it before any of it goes. */
export const Council = () => {
  const { record, t, back } = useApp()
  const periods = periodsIn(record)
  const [name, choose] = useState('')
  const period = periods.find((one) => nameOf(one) === name) ?? periods[0]
  const made = useSheets(period)
  return (
    <Page title={t('council.title')} back={{ label: t('action.back'), go: back }}>
      <p>{t('council.lead')}</p>
      {!period && <Empty title={t('council.none')}>{t('rating.empty.text')}</Empty>}
      {period && <Periods periods={periods} value={period} choose={choose} />}
      {made.sheets.length > 0 && <Sight record={made.after} parts={made.sheets.map(partOf)} />}
      {period && <Ways period={period} made={made} />}
      <Card tone="quiet" title={t('council.not.title')}>
        <p>{t('council.not.text')}</p>
      </Card>
    </Page>
  )
}
