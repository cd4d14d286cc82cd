import type { Words } from '../../../i18n/words.ts'
import type { Storage } from '../../../vault/messages.ts'
import type { IconName } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Row } from '../../parts/Row.tsx'
import { clearsAfterAWeek, mayBePrivate } from './browser.ts'

type Props = { readonly words: Words; readonly storage: Storage }

const leads = {
  spy: 'eye',
  watch: 'people',
  history: 'clock',
  sync: 'link',
  network: 'globe',
  backup: 'upload',
  window: 'close',
  lost: 'phone',
  bill: 'mail',
  search: 'search',
} as const satisfies Record<string, IconName>

type Lead = keyof typeof leads

/** Said apart from the list where it may be so here: Chromium's private windows cannot be told from others. */
const apart = (storage: Storage): readonly Lead[] =>
  storage === 'file' && mayBePrivate() ? ['window'] : []

const leadsBeside = (storage: Storage): readonly (readonly [string, IconName])[] =>
  Object.entries(leads).filter(([what]) => !apart(storage).some((one) => one === what))

/** What this browser does with what is kept in it. */
const Kept = ({ words: { t }, storage }: Props) => (
  <>
    {storage === 'database' && <Notice tone="careful">{t('limits.database')}</Notice>}
    {storage === 'fleeting' && <Notice tone="careful">{t('limits.fleeting')}</Notice>}
    {apart(storage).map((what) => (
      <Notice key={what} tone="careful" title={t(`limits.${what}.title`)}>
        {t(`limits.${what}.text`)}
      </Notice>
    ))}
    {clearsAfterAWeek() && (
      <Notice tone="careful" title={t('limits.week.title')}>
        {t('limits.week.text')}
      </Notice>
    )}
  </>
)

/** What the app can and cannot do, the same at the start and whenever she wants to read it again. */
export const LimitsText = ({ words, words: { t }, storage }: Props) => (
  <>
    <p>{t('limits.can')}</p>
    <Notice tone="careful" title={t('limits.danger.title')}>
      {t('limits.danger.text')}
    </Notice>
    <Notice tone="info" title={t('limits.safer.title')}>
      {t('limits.safer.text')}
    </Notice>
    <Kept words={words} storage={storage} />
    <List label={t('limits.cannot')}>
      {leadsBeside(storage).map(([what, lead]) => (
        <Row
          key={what}
          lead={lead}
          title={t(`limits.${what}.title`)}
          detail={t(`limits.${what}.text`)}
        />
      ))}
    </List>
  </>
)
