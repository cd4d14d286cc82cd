import type { Contact } from '../../../record/types.ts'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { Hours } from './Hours.tsx'
import { Ways } from './Ways.tsx'

type Props = { readonly contact: Contact }

const written = ['person', 'role', 'holds', 'note'] as const

/** Where it belongs: what kind, whose level, which needs. */
const Sorted = ({ contact: { type, level, needs, sensitivity } }: Props) => {
  const { t } = useApp()
  const sort = [type && t(`contact.typeName.${type}`), level && t(`contact.levelName.${level}`)]
  const said = sort.filter(Boolean).join(' · ')
  return (
    <>
      {said && <Fact label={t('contact.sort')}>{said}</Fact>}
      {needs.length > 0 && (
        <Fact label={t('contact.needs')}>
          {needs.map((need) => t(`directory.need.${need}`)).join(' · ')}
        </Fact>
      )}
      {sensitivity !== 'ordinary' && (
        <Fact label={t('contact.sensitivity')}>{t(`contact.sensitivityName.${sensitivity}`)}</Fact>
      )}
    </>
  )
}

export const Facts = ({ contact }: Props) => {
  const { t } = useApp()
  return (
    <Card>
      <Ways contact={contact} />
      <Hours hours={contact.hours} />
      {contact.cases.map(({ kind, number }) => (
        <Fact key={`${kind} ${number}`} label={t(`contact.caseKind.${kind}`)} ltr>
          {number}
        </Fact>
      ))}
      {written.map(
        (name) =>
          contact[name] && (
            <Fact key={name} label={t(`contact.${name}`)}>
              {contact[name]}
            </Fact>
          ),
      )}
      <Sorted contact={contact} />
      {contact.web && (
        <Fact label={t('contact.web')} ltr>
          {contact.web}
        </Fact>
      )}
    </Card>
  )
}

export const hasFacts = (contact: Contact): boolean =>
  [contact.phones, contact.emails, contact.addresses, contact.cases, contact.needs].some(
    (several) => several.length > 0,
  ) ||
  [contact.web, contact.hours, contact.type, contact.level].some(Boolean) ||
  contact.sensitivity !== 'ordinary' ||
  written.some((name) => contact[name] !== '')
