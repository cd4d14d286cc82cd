import { Button } from '../../src/app/parts/Button.tsx'
import { Card } from '../../src/app/parts/Card.tsx'
import { Icon } from '../../src/app/parts/Icon.tsx'
import type { Sample } from './words.ts'

const nothing = () => {}

export type PressingProps = { readonly words: Sample; readonly onToast: () => void }

export const Pressing = ({ words, onToast }: PressingProps) => (
  <Card title={words.pressing}>
    <Button kind="main" wide onPress={nothing}>
      {words.saveWide}
    </Button>
    <Button kind="quiet" wide onPress={nothing}>
      <Icon name="plus" />
      {words.quiet}
    </Button>
    <Button kind="careful" wide onPress={nothing}>
      {words.careful}
    </Button>
    <Button kind="plain" wide onPress={nothing}>
      {words.plain}
    </Button>
    <Button kind="main" wide busy onPress={onToast}>
      {words.busy}
    </Button>
    <Button kind="main" onPress={onToast}>
      {words.openToast}
    </Button>
    <Button kind="quiet" busy onPress={nothing}>
      {words.save}
    </Button>
    <Button kind="main" onPress={nothing}>
      {words.long}
    </Button>
    <Button kind="plain" label={words.more} onPress={nothing}>
      <Icon name="more" />
    </Button>
  </Card>
)
