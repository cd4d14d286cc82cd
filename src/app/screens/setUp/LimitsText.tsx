import type { Words } from '../../../i18n/words.ts'
import type { Storage } from '../../../vault/messages.ts'
import type { IconName } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Row } from '../../parts/Row.tsx'

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

/** What the app can and cannot do, the same at the start and whenever she wants to read it again. */
export const LimitsText = ({ words: { t }, storage }: Props) => (
  <>
    <p>{t('limits.can')}</p>
    {storage === 'database' && <p>{t('limits.database')}</p>}
    {storage === 'fleeting' && <Notice tone="careful">{t('limits.fleeting')}</Notice>}
    <Notice tone="careful" title={t('limits.danger.title')}>
      {t('limits.danger.text')}
    </Notice>
    <Notice tone="info" title={t('limits.safer.title')}>
      {t('limits.safer.text')}
    </Notice>
    <List label={t('limits.cannot')}>
      {Object.entries(leads).map(([what, lead]) => (
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
