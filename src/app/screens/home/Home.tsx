import '../../../look/home.css'
import { settingOf } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { Asked } from '../rating/Asked.tsx'
import { Whole } from '../Whole.tsx'
import type { Screen } from '../../view.ts'
import { isUntouched } from './ahead.ts'
import { Next } from './Next.tsx'
import { Rooms } from './Rooms.tsx'
import { Offer } from './Offer.tsx'
import { Drafts, Shared, StepsAhead } from './Waiting.tsx'

/** What a plain book begins with stands first. */
const plainly = 2

const first = [
  { name: 'contact', lead: 'people', screen: { at: 'contactForm', id: null } },
  { name: 'import', lead: 'phone', screen: { at: 'import' } },
  { name: 'directory', lead: 'search', screen: { at: 'directory' } },
  { name: 'story', lead: 'book', screen: { at: 'stories' } },
] as const satisfies readonly { readonly screen: Screen; readonly [more: string]: unknown }[]

/** The first time: what she may begin with, in no order that binds. */
const Beginning = () => {
  const { record, t, go } = useApp()
  const ways = settingOf(record).plain ? first.slice(0, plainly) : first
  return (
    <>
      <Empty title={t('home.empty.title')}>{t('home.empty.text')}</Empty>
      <List label={t('home.empty.label')}>
        {ways.map(({ name, lead, screen }) => (
          <Row
            key={name}
            lead={lead}
            title={t(`home.empty.${name}.title`)}
            detail={t(`home.empty.${name}.text`)}
            onPress={() => go(screen)}
          />
        ))}
      </List>
      <Rooms />
    </>
  )
}

const Ahead = () => {
  const { t, go } = useApp()
  return (
    <>
      <div class="home-next">
        <Next />
      </div>
      <Asked />
      <StepsAhead />
      <Drafts />
      <Whole>
        <Shared />
      </Whole>
      <Rooms />
      <Offer />
      <button type="button" class="home-search" onClick={() => go({ at: 'search' })}>
        <Icon name="search" />
        <span>{t('home.search')}</span>
      </button>
    </>
  )
}

/** One question, answered first: what is next? */
export const Home = () => {
  const { record, t, go } = useApp()
  const settings = (
    <Button kind="plain" label={t('home.settings')} onPress={() => go({ at: 'setting' })}>
      <Icon name="settings" />
    </Button>
  )
  return (
    <Page title={t('home.title')} action={settings}>
      {isUntouched(record) ? <Beginning /> : <Ahead />}
    </Page>
  )
}
