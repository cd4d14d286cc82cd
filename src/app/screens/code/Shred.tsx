import { useEffect, useState } from 'preact/hooks'
import { entriesSince } from '../../../record/counted.ts'
import { settingOf } from '../../../record/record.ts'
import { changeCodes, mayShred } from '../../codes.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { useApp, useStore } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { Code } from './Code.tsx'
import { wayOf } from './typing.ts'
import { Wizard } from './Wizard.tsx'

/** Long enough never to be typed by chance. */
const leastKeys = 8

/** What a copy of whatever age brings back, and what it does not. */
const LastCopy = () => {
  const { record, words, t } = useApp()
  const { backedUp } = settingOf(record)
  if (backedUp === '') return null
  const count = entriesSince(record, backedUp)
  return (
    <Notice tone="careful">
      {t('shred.copied', { time: words.dates.instant(backedUp) })}
      {count > 0 && ` ${t('shred.later', { count })}`}
    </Notice>
  )
}

const About = () => {
  const { t } = useApp()
  return (
    <>
      <p>{t('shred.what')}</p>
      <p>{t('shred.when')}</p>
      <LastCopy />
    </>
  )
}

/** What has to be there first, and the way to it. */
const NotYet = () => {
  const { record, t, go, back } = useApp()
  const { backedUp } = settingOf(record)
  return (
    <Page title={t('shred.title')} back={{ label: t('action.back'), go: back }}>
      <About />
      <Card title={t('shred.first')}>
        <p>{t(backedUp === '' ? 'shred.copyFirst' : 'shred.decoyFirst')}</p>
        <Button
          kind="quiet"
          onPress={() => go(backedUp === '' ? { at: 'backup' } : { at: 'decoy' })}
        >
          {t(backedUp === '' ? 'setting.copy.title' : 'decoy.title')}
        </Button>
      </Card>
    </Page>
  )
}

/** Old values of a database stay on the disk: there it cannot do what it says, and she decides. */
const Weak = ({ onAnyway }: { readonly onAnyway: () => void }) => {
  const { t, back } = useApp()
  return (
    <Page title={t('shred.title')} back={{ label: t('action.back'), go: back }}>
      <About />
      <Notice tone="careful" title={t('code.copies.title')}>
        {t('code.copies.shred')}
      </Notice>
      <Button kind="quiet" wide onPress={back}>
        {t('action.cancel')}
      </Button>
      <Button kind="plain" wide onPress={onAnyway}>
        {t('code.copies.anyway')}
      </Button>
    </Page>
  )
}

/** Whether the code clears on this phone; null while the vault looks. */
const useClears = (code: string): boolean | null => {
  const ask = useVault()
  const [clears, setClears] = useState<boolean | null>(null)
  useEffect(
    () => void ask({ ask: 'clears', code }).then((answer) => setClears(answer.clears)),
    [code],
  )
  return clears
}

const Armed = ({ code, onAnew }: { readonly code: string; readonly onAnew: () => void }) => {
  const { words, t, back } = useApp()
  const clears = useClears(code)
  return (
    <Page title={t('shred.title')} back={{ label: t('action.back'), go: back }}>
      <About />
      {clears === null && <Progress label={t('decoy.looking')} />}
      {clears === false && <Notice tone="careful">{t('shred.away')}</Notice>}
      {clears && (
        <Card title={t('shred.code')}>
          <Code code={code} way={wayOf(code)} words={words} label={t('shred.code')} />
        </Card>
      )}
      <Button kind="plain" wide onPress={onAnew}>
        {t('shred.anew')}
      </Button>
    </Page>
  )
}

/** A code that opens the decoy and leaves nothing else. Offered last, and never without a copy. */
export const Shred = () => {
  const { record, t } = useApp()
  const store = useStore()
  const ask = useVault()
  const setting = settingOf(record)
  const [anew, setAnew] = useState(setting.shredCode === '')
  const [may] = useState(mayShred(setting))
  const [anyway, setAnyway] = useState(store.storage === 'file')
  if (!may) return <NotYet />
  if (!anew) return <Armed code={setting.shredCode} onAnew={() => setAnew(true)} />
  if (!anyway) return <Weak onAnyway={() => setAnyway(true)} />
  return (
    <Wizard
      title={t('shred.title')}
      about={<About />}
      least={leastKeys}
      run={(shred, own) => changeCodes({ ...store, ask }, { own, shred })}
      done={t('shred.done')}
    />
  )
}
