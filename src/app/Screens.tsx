import { ContactScreens, isContact } from './ContactScreens.tsx'
import { DayScreens, isDay } from './DayScreens.tsx'
import { Attachment } from './screens/attachment/Attachment.tsx'
import { Backup } from './screens/backup/Backup.tsx'
import { Codes } from './screens/code/Codes.tsx'
import { Decoy } from './screens/code/Decoy.tsx'
import { OwnChange } from './screens/code/OwnChange.tsx'
import { Shred } from './screens/code/Shred.tsx'
import { Erase } from './screens/erase/Erase.tsx'
import { Openings } from './screens/setting/Openings.tsx'
import { Reply } from './screens/reply/Reply.tsx'
import { Change } from './screens/share/Change.tsx'
import { Consent } from './screens/share/Consent.tsx'
import { Grants } from './screens/share/Grants.tsx'
import { Share } from './screens/share/Share.tsx'
import { ShareForm } from './screens/share/ShareForm.tsx'
import { Shares } from './screens/share/Shares.tsx'
import { Statements } from './screens/evidence/Statements.tsx'
import { AddendumForm } from './screens/addendum/AddendumForm.tsx'
import { Stories } from './screens/story/Stories.tsx'
import { Story } from './screens/story/Story.tsx'
import { StoryForm } from './screens/story/StoryForm.tsx'
import { Home } from './screens/home/Home.tsx'
import { SearchAll } from './screens/search/SearchAll.tsx'
import { Limits } from './screens/setting/Limits.tsx'
import { isPlan, PlanScreens } from './screens/plan/PlanScreens.tsx'
import { isRating, RatingScreens } from './screens/rating/RatingScreens.tsx'
import { isSafety, SafetyScreens } from './SafetyScreens.tsx'
import { Setting } from './screens/setting/Setting.tsx'
import { useApp } from './use.ts'
import { screenOf, type Screen } from './view.ts'

const settingPlaces = [
  'setting',
  'limits',
  'backup',
  'codes',
  'ownCode',
  'decoy',
  'shred',
  'erase',
  'openings',
] as const

type SettingScreen = Extract<Screen, { readonly at: (typeof settingPlaces)[number] }>

const isSetting = (screen: Screen): screen is SettingScreen =>
  settingPlaces.some((at) => at === screen.at)

const SettingScreens = ({ screen }: { readonly screen: SettingScreen }) => {
  switch (screen.at) {
    case 'setting':
      return <Setting />
    case 'limits':
      return <Limits />
    case 'backup':
      return <Backup />
    case 'codes':
      return <Codes />
    case 'ownCode':
      return <OwnChange />
    case 'decoy':
      return <Decoy />
    case 'shred':
      return <Shred />
    case 'erase':
      return <Erase />
    case 'openings':
      return <Openings />
  }
}

const storyPlaces = [
  'stories',
  'story',
  'storyForm',
  'addendumForm',
  'statements',
  'attachment',
] as const

type StoryScreen = Extract<Screen, { readonly at: (typeof storyPlaces)[number] }>

const isStory = (screen: Screen): screen is StoryScreen =>
  storyPlaces.some((at) => at === screen.at)

const StoryScreens = ({ screen }: { readonly screen: StoryScreen }) => {
  switch (screen.at) {
    case 'stories':
      return <Stories />
    case 'story':
      return <Story id={screen.id} />
    case 'storyForm':
      return <StoryForm id={screen.id} topic={screen.topic} />
    case 'addendumForm':
      return <AddendumForm of={screen.of} />
    case 'statements':
      return <Statements />
    case 'attachment':
      return <Attachment id={screen.id} />
  }
}

const sharePlaces = [
  'shares',
  'share',
  'shareForm',
  'shareChange',
  'reply',
  'grants',
  'consent',
] as const

type ShareScreen = Extract<Screen, { readonly at: (typeof sharePlaces)[number] }>

const isShare = (screen: Screen): screen is ShareScreen =>
  sharePlaces.some((at) => at === screen.at)

const ShareScreens = ({ screen }: { readonly screen: ShareScreen }) => {
  switch (screen.at) {
    case 'shares':
      return <Shares />
    case 'share':
      return <Share id={screen.id} />
    case 'shareForm':
      return <ShareForm asked={screen.asked ?? null} />
    case 'shareChange':
      return <Change id={screen.id} isMore={screen.more ?? false} />
    case 'reply':
      return <Reply id={screen.id} />
    case 'grants':
      return <Grants query={screen.as?.query ?? ''} />
    case 'consent':
      return <Consent id={screen.id} />
  }
}

/** The screen that she is on. */
export const Screens = () => {
  const screen = screenOf(useApp().view)
  if (isPlan(screen)) return <PlanScreens screen={screen} />
  if (isRating(screen)) return <RatingScreens screen={screen} />
  if (isSafety(screen)) return <SafetyScreens screen={screen} />
  if (isSetting(screen)) return <SettingScreens screen={screen} />
  if (isContact(screen)) return <ContactScreens screen={screen} />
  if (isStory(screen)) return <StoryScreens screen={screen} />
  if (isShare(screen)) return <ShareScreens screen={screen} />
  if (isDay(screen)) return <DayScreens screen={screen} />
  switch (screen.at) {
    case 'home':
      return <Home />
    case 'search':
      return <SearchAll query={screen.as?.query ?? ''} />
    default:
      return null
  }
}
