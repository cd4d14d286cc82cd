import { useEffect, useState } from 'preact/hooks'
import { decodeRecord } from '../../../record/encode.ts'
import { listOf, settingOf } from '../../../record/record.ts'
import type { ClientRecord } from '../../../record/types.ts'
import type { Answers } from '../../../vault/messages.ts'
import { changeCodes, itemOf } from '../../codes.ts'
import { isOutgrown, refreshed } from '../../decoy.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp, useStore } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { Code } from './Code.tsx'
import { DecoyNew, leastKeys } from './DecoyNew.tsx'
import { wayOf } from './typing.ts'
import { Wizard } from './Wizard.tsx'

/** `undefined` while it is being looked for; null when the code opens nothing on this phone. */
type Peeked = ClientRecord | null | undefined

const usePeeked = (code: string) => {
  const ask = useVault()
  const [peeked, setPeeked] = useState<Peeked>(undefined)
  const look = async (): Promise<void> => {
    const { items } = await ask({ ask: 'peek', code })
    const decoder = new TextDecoder()
    const texts = items?.map(([name, bytes]) => [name, decoder.decode(bytes)] as const)
    setPeeked(texts ? decodeRecord(texts).record : null)
  }
  useEffect(() => void look(), [code])
  return { peeked, look }
}

const useSpace = (): Answers['space'] | null => {
  const ask = useVault()
  const [space, setSpace] = useState<Answers['space'] | null>(null)
  useEffect(() => void ask({ ask: 'space' }).then(setSpace), [ask])
  return space
}

type InsideProps = {
  readonly code: string
  readonly record: ClientRecord
  readonly look: () => Promise<void>
}

/** Its appointments, and moving on those that are over, so that it looks lived in. */
const Inside = ({ code, record, look }: InsideProps) => {
  const { words, t, local, time } = useApp()
  const ask = useVault()
  const [moved, setMoved] = useState(false)
  const space = useSpace()
  const all = listOf(record, 'appointment').toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const behind = refreshed(all, { local: local(), time: time() })
  const move = async (): Promise<void> => {
    const done = await ask({ ask: 'refresh', code, put: behind.map(itemOf), drop: [] })
    setMoved(done.ok)
    await look()
  }
  return (
    <>
      <List label={t('decoy.inside')}>
        {all.map(({ id, title, start }) => (
          <Row key={id} title={title} detail={words.dates.day(start.slice(0, 10))} />
        ))}
      </List>
      {space && isOutgrown(space, record) && <Notice tone="careful">{t('decoy.large')}</Notice>}
      {moved && <Notice tone="good">{t('decoy.moved')}</Notice>}
      {behind.length > 0 && (
        <Button kind="quiet" wide onPress={() => void move()}>
          {t('decoy.move', { count: behind.length })}
        </Button>
      )}
    </>
  )
}

/** What may be done with a decoy that there is. */
type Way = 'code' | 'anew'

const Made = ({ code, go }: { readonly code: string; readonly go: (way: Way) => void }) => {
  const { words, t, back } = useApp()
  const { peeked, look } = usePeeked(code)
  return (
    <Page title={t('decoy.title')} back={{ label: t('action.back'), go: back }}>
      {peeked !== null && (
        <Card title={t('decoy.code')}>
          <Code code={code} way={wayOf(code)} words={words} label={t('decoy.code')} />
          <p>{t('decoy.open')}</p>
          <p>{t('decoy.onlyHere')}</p>
        </Card>
      )}
      {peeked === undefined && <Progress label={t('decoy.looking')} />}
      {peeked === null && <Notice tone="info">{t('decoy.away')}</Notice>}
      {peeked && <Inside code={code} record={peeked} look={look} />}
      {peeked && (
        <Button kind="quiet" wide onPress={() => go('code')}>
          {t('decoy.change')}
        </Button>
      )}
      <Button kind="plain" wide onPress={() => go('anew')}>
        {t('decoy.anew')}
      </Button>
    </Page>
  )
}

/** Another code for the decoy that there is. It is given from here, where both codes are known. */
const CodeChange = () => {
  const { t } = useApp()
  const store = useStore()
  const ask = useVault()
  return (
    <Wizard
      title={t('decoy.change')}
      about={<p>{t('decoy.changeWhat')}</p>}
      least={leastKeys}
      run={(code, own) => changeCodes({ ...store, ask }, { own, decoy: { code, begin: 'stays' } })}
      done={t('decoy.changed')}
    />
  )
}

/** A second code that opens something ordinary. */
export const Decoy = () => {
  const { record } = useApp()
  const [first] = useState(settingOf(record).decoyCode)
  const [at, go] = useState<Way | null>(first === '' ? 'anew' : null)
  if (at === 'anew') return <DecoyNew />
  return at === 'code' ? <CodeChange /> : <Made code={first} go={go} />
}
