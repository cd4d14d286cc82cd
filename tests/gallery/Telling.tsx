import { Button } from '../../src/app/parts/Button.tsx'
import { Card } from '../../src/app/parts/Card.tsx'
import { Icon, iconNames } from '../../src/app/parts/Icon.tsx'
import { Notice } from '../../src/app/parts/Notice.tsx'
import { Progress } from '../../src/app/parts/Progress.tsx'
import { Steps } from '../../src/app/parts/Steps.tsx'
import type { Sample } from './words.ts'
import './gallery.css'

type Props = { readonly words: Sample }

const Notices = ({ words }: Props) => (
  <>
    <Notice tone="info">{words.info}</Notice>
    <Notice
      tone="careful"
      title={words.careTitle}
      action={
        <Button kind="plain" onPress={() => {}}>
          {words.careAction}
        </Button>
      }
    >
      {words.care}
    </Notice>
    <Notice tone="good">{words.good}</Notice>
  </>
)

export const Telling = ({ words }: Props) => (
  <>
    <h2>{words.telling}</h2>
    <Notices words={words} />
    <Card>
      <Progress label={words.progress} value={0.4} after={0} />
      <Progress label={words.going} />
      <Steps current={2} total={4} label={words.steps} />
    </Card>
    <Card title={words.icons}>
      <div class="gallery-icons">
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
    </Card>
  </>
)
