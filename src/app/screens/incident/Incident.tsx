import { dropWhole } from '../../../record/attached.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { Addenda } from '../addendum/Addenda.tsx'
import { Changes } from '../trash/Changes.tsx'
import { Delete } from '../attachment/Delete.tsx'
import { Attached } from '../attachment/Attached.tsx'
import { Proof } from '../evidence/Proof.tsx'
import { SharedWith } from '../share/SharedWith.tsx'
import { whenOf } from './words.ts'
import '../../../look/story.css'

const names = ['place', 'witnesses', 'reported'] as const

/** One incident, to read: when in her own words, what, and who knows. */
export const Incident = ({ id }: { readonly id: Id }) => {
  const { record, words, t, go, back, send } = useApp()
  const incident = record.incident.get(id)
  const home = { label: t('action.back'), go: back }
  if (!incident) return <Page title={t('incident.gone')} back={home} children={null} />
  const remove = (): void => {
    send(dropWhole({ kind: 'incident', id }), 'incident.deleted')
    back()
  }
  return (
    <Page title={whenOf(incident, words)} back={home}>
      <Card>
        {incident.what && (
          <p class="story-text" dir="auto">
            {incident.what}
          </p>
        )}
        {incident.when && incident.on && (
          <Fact label={t('incident.on')}>{words.dates.day(incident.on)}</Fact>
        )}
        {names.map(
          (name) =>
            incident[name] && (
              <Fact key={name} label={t(`incident.${name}`)}>
                {incident[name]}
              </Fact>
            ),
        )}
      </Card>
      <p class="story-when">{t('story.begun', { when: words.dates.instant(incident.written) })}</p>
      {incident.edited !== incident.written && (
        <p class="story-when">
          {t('story.edited', { when: words.dates.instant(incident.edited) })}
        </p>
      )}
      <Button kind="main" wide onPress={() => go({ at: 'incidentForm', id })}>
        {t('action.edit')}
      </Button>
      <Addenda of={{ kind: 'incident', id }} />
      <Attached of={{ kind: 'incident', id }} />
      <Proof entry={incident} />
      <SharedWith of={{ kind: 'incident', id }} />
      <Changes kind="incident" id={id} />
      <Delete of={{ kind: 'incident', id }} onPress={remove} />
    </Page>
  )
}
