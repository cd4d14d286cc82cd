import type { Words } from '../i18n/words.ts'

/** The relay writes into the page who runs it, where a host has said so. */
const whoRunsIt = (): string => document.getElementById('host')?.textContent ?? ''

export const Foot = ({ words: { t } }: { readonly words: Words }) => {
  const host = whoRunsIt()
  return (
    <footer>
      <small>{t('page.foot')}</small>
      {host && (
        <p>
          <small>{t('page.host', { host: `\u2068${host}\u2069` })}</small>
        </p>
      )}
    </footer>
  )
}
