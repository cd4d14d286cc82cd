import type { Summary } from '../record/summary.ts'
import type { Words } from '../i18n/words.ts'
import { Appointments } from './paper/appointments.tsx'
import { ContactCard } from './paper/contact.tsx'
import { Stories } from './paper/stories.tsx'

// The summary as the recipient reads it. Her app draws the same component before she shares, so
// that what she sees is what they see. The page that draws it brings paper/paper.css along, and
// words that hold locales/recipient.

type Props = { readonly summary: Summary; readonly words: Words }

const Why = ({ summary, words: { t, dates } }: Props) => (
  <div class="paper-why">
    {summary.why && (
      <p>
        <bdi lang={summary.language}>{summary.why}</bdi>
      </p>
    )}
    <small>{t('paper.made', { time: dates.instant(summary.made) })}</small>
  </div>
)

export const Paper = ({ summary, words }: Props) => {
  const { contacts, appointments, stories } = summary
  const { t } = words
  return (
    <article class="paper">
      <Why summary={summary} words={words} />
      {stories.length > 0 && (
        <section>
          <h2>{t('paper.stories')}</h2>
          <Stories stories={stories} language={summary.language} words={words} />
        </section>
      )}
      {appointments.length > 0 && (
        <section>
          <h2>{t('paper.appointments')}</h2>
          <Appointments appointments={appointments} words={words} />
        </section>
      )}
      {contacts.length > 0 && (
        <section>
          <h2>{t('paper.contacts')}</h2>
          <ul class="paper-list" role="list">
            {contacts.map((contact, at) => (
              <ContactCard key={at} contact={contact} words={words} />
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
