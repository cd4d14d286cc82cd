import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { settingOf } from '../record/record.ts'
import type { Setting } from '../record/setting.ts'
import type { Attaching } from './attaching.ts'
import { useFooting } from './footing.ts'
import { leaveBy } from './leaving.ts'
import { Exit } from './parts/Exit.tsx'
import { Down } from './parts/Growing.tsx'
import { Tabs } from './parts/Tabs.tsx'
import { Said } from './Said.tsx'
import { Screens } from './Screens.tsx'
import { Trouble, troubleOf } from './Trouble.tsx'
import { useScroll } from './scroll.ts'
import { bindInSight } from './sight.ts'
import type { Store } from './store.ts'
import { AttachingProvider, StoreProvider, useShown, useStore } from './use.ts'
import { goTab, placeName, tabOf, tabsOf } from './view.ts'

const icons = {
  home: 'home',
  contacts: 'people',
  appointments: 'calendar',
  stories: 'book',
  shares: 'share',
} as const

/** Said of the whole room, because some older browsers cannot look from a box into what it holds. */
const classOf = (side: 'start' | 'end', tabbed: boolean, trouble: string | null): string =>
  [
    'room',
    ...(tabbed ? ['tabbed'] : []),
    ...(side === 'start' ? ['exit-start'] : []),
    ...(trouble ? ['troubled'] : []),
  ].join(' ')

/** What she chooses holds from then on, and what she takes back holds no more. */
const useChoices = (setting: Setting, spoken: string): void => {
  const { speak } = useStore()
  const { idle, site, faceDown, language } = setting
  const opening = useRef(true)
  useLayoutEffect(() => {
    if (!opening.current) leaveBy(setting)
  }, [idle, site, faceDown])
  useEffect(() => {
    if (!opening.current && language !== spoken) void speak(language)
    opening.current = false
  }, [language])
}

const Frame = ({ damaged }: { readonly damaged: boolean }) => {
  const { look, scroll } = useStore()
  const { record, view, words } = useShown()
  const { t, language } = words
  const setting = settingOf(record)
  useChoices(setting, language.tag)
  const frame = useRef<HTMLDivElement>(null)
  useFooting(frame)
  const screen = placeName(view)
  const down = useScroll(frame, screen, view.path.length, scroll)
  return (
    <div
      ref={frame}
      class={classOf(setting.exitSide, !view.erasing, troubleOf(view, damaged))}
      lang={language.tag}
      dir={language.direction}
    >
      <Trouble damaged={damaged} />
      <Down value={down}>
        <Screens key={screen} />
      </Down>
      <Said />
      {!view.erasing && (
        <Tabs
          label={t('tab.label')}
          items={tabsOf(setting).map((id) => ({
            id,
            label: t(`tab.${id}`),
            icon: icons[id],
          }))}
          current={tabOf(view)}
          onGo={(tab) => look(goTab(tab))}
        />
      )}
      <Exit label={t('exit.label')} side={setting.exitSide} bind={bindInSight} />
    </div>
  )
}

type Props = { readonly store: Store; readonly attaching: Attaching; readonly damaged: boolean }

/** Everything that she sees once the code has opened her record. */
export const Room = ({ store, attaching, damaged }: Props) => (
  <StoreProvider value={store}>
    <AttachingProvider value={attaching}>
      <Frame damaged={damaged} />
    </AttachingProvider>
  </StoreProvider>
)
