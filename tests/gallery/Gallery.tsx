import { useState } from 'preact/hooks'
import { Button } from '../../src/app/parts/Button.tsx'
import { Card } from '../../src/app/parts/Card.tsx'
import { Exit } from '../../src/app/parts/Exit.tsx'
import { Icon, type IconName } from '../../src/app/parts/Icon.tsx'
import { List } from '../../src/app/parts/List.tsx'
import { Page } from '../../src/app/parts/Page.tsx'
import { Row } from '../../src/app/parts/Row.tsx'
import { Sheet } from '../../src/app/parts/Sheet.tsx'
import { Tabs } from '../../src/app/parts/Tabs.tsx'
import { SaidPlace, Toast } from '../../src/app/parts/Toast.tsx'
import { Coding } from './Coding.tsx'
import { Entering } from './Entering.tsx'
import { Pressing } from './Pressing.tsx'
import { Showing } from './Showing.tsx'
import { Telling } from './Telling.tsx'
import type { Sample } from './words.ts'

const rooms: readonly IconName[] = ['home', 'people', 'calendar', 'book', 'share']

const tabs = (words: Sample) =>
  rooms.map((icon, index) => ({ id: String(index), label: words.tabs[index] ?? '', icon }))

const Adding = ({ words, onClose }: { words: Sample; onClose: () => void }) => (
  <Sheet title={words.sheet} onClose={onClose} closeLabel={words.close}>
    <List label={words.sheet} unseen>
      {words.sheetItems.map((title, index) => (
        <Row key={title} title={title} lead={rooms[index + 1]} onPress={onClose} />
      ))}
    </List>
  </Sheet>
)

const Next = ({ words }: { words: Sample }) => (
  <Card
    title={words.next}
    tone="warm"
    action={
      <Button kind="main" onPress={() => {}}>
        {words.show}
      </Button>
    }
  >
    <p>{words.nextWhat}</p>
    <small>{words.nextWhere}</small>
  </Card>
)

/** Every part in every state, in the frame that her screens have. */
export const Gallery = ({ words, tag }: { words: Sample; tag: 'sv' | 'ar' }) => {
  const [current, setCurrent] = useState('0')
  const [sheet, setSheet] = useState(false)
  const [toast, setToast] = useState(false)
  const close = () => setSheet(false)
  const hush = () => setToast(false)
  const add = (
    <Button kind="quiet" label={words.openSheet} onPress={() => setSheet(true)}>
      <Icon name="plus" />
    </Button>
  )
  return (
    <>
      <Page title={words.title} back={{ label: words.back, go: close }} action={add}>
        <Next words={words} />
        <Pressing words={words} onToast={() => setToast(true)} />
        <Entering words={words} />
        <Coding tag={tag} />
        <Showing words={words} />
        <Telling words={words} />
      </Page>
      <Tabs items={tabs(words)} current={current} onGo={setCurrent} />
      {sheet && <Adding words={words} onClose={close} />}
      <SaidPlace>
        {toast && (
          <Toast
            text={words.toast}
            action={{ label: words.undo, onPress: hush }}
            onGone={hush}
            seconds={8}
          />
        )}
      </SaidPlace>
      <Exit label={words.exit} side="end" bind={() => () => {}} />
    </>
  )
}
