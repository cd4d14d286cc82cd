import type { Part, Share } from '../../../record/types.ts'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { own, partTitle } from './titles.ts'

const icons = { contact: 'people', appointment: 'calendar', story: 'book' } as const

const Line = ({ part }: { readonly part: Part }) => {
  const { record, t, words } = useApp()
  return (
    <Row
      lead={icons[part.kind]}
      title={partTitle(record, part, words) ?? t('share.given.gone')}
      meta={part.extras.map((extra) => t(`share.given.${extra}`)).join(' · ')}
    />
  )
}

/** The grant as she gave it: to whom, why, until when, which parts. */
export const Given = ({ share }: { readonly share: Share }) => {
  const { t, words } = useApp()
  const { grant, made } = share
  const count = { count: grant.parts.length }
  return (
    <>
      <Card>
        <Fact label={t('share.given.until')}>{words.dates.instant(grant.until)}</Fact>
        <Fact label={t('share.given.to')}>
          {[own(grant.recipient), own(t(`share.type.${grant.type}`))].filter(Boolean).join(' · ')}
        </Fact>
        {grant.why && <Fact label={t('share.given.why')}>{grant.why}</Fact>}
        {made && <Fact label={t('share.given.made')}>{words.dates.instant(made)}</Fact>}
      </Card>
      <List label={made ? t('share.given.parts', count) : t('share.parts.count', count)}>
        {grant.parts.map((part) => (
          <Line key={`${part.kind} ${part.id}`} part={part} />
        ))}
      </List>
    </>
  )
}
