import { Button } from '../../src/app/parts/Button.tsx'
import { Card } from '../../src/app/parts/Card.tsx'
import { Empty } from '../../src/app/parts/Empty.tsx'
import { Fact } from '../../src/app/parts/Fact.tsx'
import { Icon } from '../../src/app/parts/Icon.tsx'
import { List } from '../../src/app/parts/List.tsx'
import { Row } from '../../src/app/parts/Row.tsx'
import type { Sample } from './words.ts'

type Props = { readonly words: Sample }

const nothing = () => {}

/** One point of one colour. */
const picture = 'data:image/gif;base64,R0lGODdhAQABAIAAAFhgYP///ywAAAAAAQABAAACAkQBADs='

const Rows = ({ words }: Props) => (
  <List label={words.contacts}>
    <Row
      title={words.row1}
      detail={words.row1Detail}
      meta={words.row1Meta}
      lead="people"
      onPress={nothing}
    />
    <Row title={words.row2} detail={words.row2Detail} lead="clock" onPress={nothing} />
    <Row title={words.row3} detail={words.row3Detail} lead="home" end={<Icon name="check" />} />
    <Row title={words.row2} meta="10:00" onPress={nothing} />
    <Row title={words.row1} detail={words.row2} picture={picture} onPress={nothing} />
  </List>
)

const Facts = ({ words }: Props) => (
  <Card>
    <Fact label={words.phone} ltr>
      {words.phoneValue}
    </Fact>
    <Fact label={words.caseNumber} ltr>
      2026/000-00
    </Fact>
    <Fact label={words.story}>{words.storyValue}</Fact>
  </Card>
)

export const Showing = ({ words }: Props) => (
  <>
    <h2>{words.showing}</h2>
    <Rows words={words} />
    <Facts words={words} />
    <Card title={words.card}>
      <p>{words.cardText}</p>
    </Card>
    <Card title={words.cardQuiet} tone="quiet">
      <p>{words.cardQuietText}</p>
    </Card>
    <Empty
      icon="people"
      title={words.empty}
      action={
        <Button kind="main" onPress={nothing}>
          {words.emptyAction}
        </Button>
      }
    >
      {words.emptyText}
    </Empty>
  </>
)
