import { useState } from 'preact/hooks'
import { below } from '../../code.ts'
import { eraseAll, thisBrowser, type Left } from '../../erase.ts'
import { useKeyboard } from '../../keyboard.ts'
import { Button } from '../../parts/Button.tsx'
import { Keypad } from '../../parts/Keypad.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Row } from '../../parts/Row.tsx'
import { Told } from '../../parts/Told.tsx'
import { useApp, useStore } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { Code } from '../code/Code.tsx'
import { keysIn } from '../code/keys.tsx'
import { keyFor, typedWith } from '../code/typing.ts'

/** Four digits, drawn anew each time: nobody types them by mistake. */
const drawn = (): string => Array.from({ length: 4 }, () => below(9) + 1).join('')

type AskedProps = { readonly onRight: () => void }

/** A hand that slips types no four digits. */
const TypeDigits = ({ onRight }: AskedProps) => {
  const { words, t } = useApp()
  const [wanted] = useState(drawn)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const onKey = (key: string): void => {
    if (key !== '=') {
      setWrong(false)
      return setTyped(typedWith(typed, key))
    }
    if (typed === wanted) return onRight()
    setWrong(true)
    setTyped('')
  }
  useKeyboard(keyFor, onKey)
  return (
    <>
      <p>{t('erase.type')}</p>
      <Code code={wanted} way="own" words={words} label={t('erase.digits')} />
      <Code code={typed} way="own" words={words} label={t('setUp.typing.typed')} />
      <div role="status">{wrong && <Notice tone="info">{t('erase.wrong')}</Notice>}</div>
      <Keypad label={t('setUp.typing.keys')} keys={keysIn(words)} onKey={onKey} />
    </>
  )
}

/** What goes, what cannot go, and a copy before, in plain words. */
const Before = () => {
  const { t, go } = useApp()
  return (
    <>
      <p>{t('erase.goes')}</p>
      <p>{t('erase.stays')}</p>
      <List label={t('setting.copy.title')} unseen>
        <Row
          lead="download"
          title={t('setting.copy.title')}
          detail={t('erase.copy')}
          onPress={() => go({ at: 'backup' })}
        />
      </List>
    </>
  )
}

type LeftProps = { readonly left: NonNullable<Left>; readonly again: () => void }

/** What is gone, what is not, and what she can do: nothing on the screen looks as if all were gone. */
const StillThere = ({ left, again }: LeftProps) => {
  const { t } = useApp()
  return (
    <>
      <Told>
        <Notice tone="careful" title={t('erase.left.title')}>
          {t(`erase.left.${left}`)}
        </Notice>
      </Told>
      <p>{t('erase.left.what')}</p>
      <Button kind="main" wide onPress={again}>
        {t('setUp.again')}
      </Button>
      <p>{t(`erase.left.${left}Later`)}</p>
    </>
  )
}

/** Once it has begun there is no way back: entries on the screen would look as if they were still kept. */
export const Erase = () => {
  const { t, back } = useApp()
  const { look } = useStore()
  const ask = useVault()
  const [state, setState] = useState<'asked' | 'busy' | NonNullable<Left>>('asked')
  const erase = async (): Promise<void> => {
    setState('busy')
    look((view) => ({ ...view, erasing: true }))
    const left = await eraseAll(ask, thisBrowser())
    if (left) setState(left)
  }
  const way = state === 'asked' ? { label: t('action.back'), go: back } : undefined
  return (
    <Page title={t('erase.title')} back={way}>
      {state === 'asked' && (
        <>
          <Before />
          <TypeDigits onRight={() => void erase()} />
        </>
      )}
      {state === 'busy' && <Progress label={t('erase.busy')} after={0} />}
      {(state === 'files' || state === 'kept') && (
        <StillThere left={state} again={() => void erase()} />
      )}
    </Page>
  )
}
