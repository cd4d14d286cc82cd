import { checkFirst, serviceToContact } from '../../../exchange/directory.ts'
import type { Pack, Service } from '../../../exchange/service.ts'
import { sortOf } from '../../../exchange/sorted.ts'
import { textIn } from '../../../exchange/text.ts'
import { blankContact } from '../../../record/contact.ts'
import { listOf, put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import '../../../look/contact.css'
import { Hours } from '../contact/Hours.tsx'
import { isStale } from './age.ts'
import { Languages } from './Languages.tsx'

type Props = { readonly service: Service }

const Reach = ({ service }: Props) => {
  const { t } = useApp()
  return (
    <>
      {service.phone && (
        <Fact label={t(checkFirst(service) ? 'contact.phoneLabel.check' : 'contact.phone')} ltr>
          <a href={`tel:${service.phone.tel}`}>{service.phone.number}</a>
        </Fact>
      )}
      <Hours hours={service.hours} />
      {service.address && <Fact label={t('contact.address')}>{service.address}</Fact>}
      {service.web && (
        <Fact label={t('contact.web')} ltr>
          {service.web}
        </Fact>
      )}
    </>
  )
}

const Facts = ({ service }: Props) => {
  const { words, t } = useApp()
  const { tag } = words.language
  const texts = ['next', 'docs'] as const
  return (
    <Card>
      <p dir="auto">{textIn(service.what, tag)}</p>
      <Reach service={service} />
      <Languages service={service} />
      {texts.map(
        (name) =>
          service[name] && (
            <Fact key={name} label={t(`directory.${name}`)}>
              {textIn(service[name], tag)}
            </Fact>
          ),
      )}
      {service.caseNumberLabel && (
        <Fact label={t('directory.caseNumber')}>
          {textIn(service.caseNumberLabel, tag)}
          {service.caseNumberExample && (
            <>
              {' · '}
              {t('directory.example')} <bdi dir="ltr">{service.caseNumberExample}</bdi>
            </>
          )}
        </Fact>
      )}
    </Card>
  )
}

/** Where the facts come from, so that nobody trusts an old number blindly. */
const Source = ({ service }: Props) => {
  const { t, local } = useApp()
  const from = service.source.startsWith('http') ? service.source.split('/')[2] : service.source
  const date = service.date === 'undated' ? t('directory.undated') : service.date
  return (
    <>
      {checkFirst(service) && <Notice tone="info">{t('directory.checkFirst')}</Notice>}
      {isStale(service, local()) && <Notice tone="info">{t('directory.stale')}</Notice>}
      <p>
        <small>
          {t('directory.source', { from: from ?? '', date })}{' '}
          {t(`directory.confidence.${service.confidence}`)}
        </small>
      </p>
    </>
  )
}

const useAdding = (service: Service) => {
  const { record, words, go, send, newId, time } = useApp()
  const source = `directory:${service.id}`
  const known = listOf(record, 'contact').find((one) => one.source.split(' ').includes(source))
  const open = (id: Id): void => go({ at: 'contact', id })
  const add = (): void => {
    const facts = serviceToContact(service, words.language.tag)
    const [id, now] = [newId(), time()]
    const sort = sortOf(service)
    const contact = { ...blankContact, ...facts, ...sort, id, written: now, edited: now }
    send(put(contact), 'contact.saved')
    open(id)
  }
  return { known, open, add }
}

const Add = ({ service }: Props) => {
  const { t } = useApp()
  const { known, open, add } = useAdding(service)
  return (
    <Button kind="main" wide onPress={known ? () => open(known.id) : add}>
      {t(known ? 'directory.known' : 'directory.add')}
    </Button>
  )
}

/** One place that helps: what it does, how to reach it, what to know before. */
export const ServicePage = ({ id, pack }: { readonly id: string; readonly pack: Pack }) => {
  const { words, t } = useApp()
  const { tag } = words.language
  const service = pack.services.find((one) => one.id === id)
  const way = useWay()
  if (!service) return <Page title={t('directory.missing')} back={way} children={null} />
  const [name, swedish] = [textIn(service.name, tag), textIn(service.name, 'sv')]
  return (
    <Page title={name} lang={name === swedish ? 'sv' : undefined} back={way}>
      {name !== swedish && (
        <p lang="sv" dir="ltr">
          {swedish}
        </p>
      )}
      {service.safety && (
        <Notice tone="careful" title={t('directory.safety')}>
          {textIn(service.safety, tag)}
        </Notice>
      )}
      <Facts service={service} />
      <Add service={service} />
      <Source service={service} />
    </Page>
  )
}
