import { searchServices } from '../../../exchange/directory.ts'
import type { Pack, Service } from '../../../exchange/service.ts'
import { textIn } from '../../../exchange/text.ts'
import { levels, areas, type Level, type Area } from '../../../record/areas.ts'
import { Chips } from '../../parts/Chips.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { useApp } from '../../use.ts'

const Services = ({ services }: { readonly services: readonly Service[] }) => {
  const { words, t, go } = useApp()
  const { tag } = words.language
  if (services.length === 0) return <Empty title={t('search.none')}>{t('search.noneText')}</Empty>
  return (
    <List label={t('directory.count', { count: services.length })}>
      <Growing entries={services} more={t('list.more')} inList>
        {(some) =>
          some.map((service) => (
            <Row
              key={service.id}
              title={textIn(service.name, tag)}
              detail={textIn(service.what, tag)}
              onPress={() => go({ at: 'service', id: service.id })}
            />
          ))
        }
      </Growing>
    </List>
  )
}

const Needs = () => {
  const { t, go } = useApp()
  return (
    <>
      <List label={t('directory.needs')}>
        {areas.map((need) => (
          <Row
            key={need}
            title={t(`directory.need.${need}`)}
            detail={t(`directory.needHint.${need}`)}
            onPress={() => go({ at: 'directory', need })}
          />
        ))}
      </List>
      <List label={t('directory.more')}>
        <Row
          title={t('directory.apart.title')}
          detail={t('directory.apart.detail')}
          onPress={() => go({ at: 'directoryApart' })}
        />
        <Row
          title={t('directory.packs.title')}
          detail={t('directory.packs.detail')}
          onPress={() => go({ at: 'packs' })}
        />
      </List>
    </>
  )
}

type SievedProps = {
  readonly services: readonly Service[]
  readonly sieve: boolean
  readonly level: Level | ''
  readonly onLevel: (level: Level | '') => void
}

/** Of a long answer she may take one level alone. */
const Sieved = ({ services, sieve, level, onLevel }: SievedProps) => {
  const { t } = useApp()
  const there = levels.filter((one) => services.some((service) => service.level === one))
  return (
    <>
      {sieve && there.length > 1 && (
        <Chips
          unseen
          label={t('contact.level')}
          options={there.map((value) => ({ value, label: t(`contact.levelName.${value}`) }))}
          on={level ? [level] : []}
          onTap={(one) => onLevel(one === level ? '' : one)}
        />
      )}
      <Services services={services.filter((one) => level === '' || one.level === level)} />
    </>
  )
}

const unlaid = { level: '', query: '' } as const

type FinderProps = Pick<DirectoryProps, 'need' | 'as'> & { readonly pack: Pack }

const Finder = ({ pack, need, as = unlaid }: FinderProps) => {
  const { words, t, swap } = useApp()
  const { query, level } = as
  const lay = (more: Partial<typeof as>): void =>
    swap({ at: 'directory', ...(need ? { need } : {}), as: { ...as, ...more } })
  const search = { query, need, language: words.language.tag }
  return (
    <>
      <Search
        label={t('directory.search')}
        value={query}
        onInput={(text) => lay({ query: text })}
        clearLabel={t('action.clear')}
      />
      {query === '' && need === null ? (
        <Needs />
      ) : (
        <Sieved
          services={searchServices(pack, search)}
          sieve={query === ''}
          level={query === '' ? level : ''}
          onLevel={(one) => lay({ level: one })}
        />
      )}
    </>
  )
}

/** Help for those who use violence: never among her own, found only by whoever looks for it. */
const Apart = ({ pack }: { readonly pack: Pack }) => {
  const { t, words } = useApp()
  const search = { query: '', need: null, language: words.language.tag }
  return (
    <>
      <p>{t('directory.apart.text')}</p>
      <Services services={searchServices(pack, { ...search, audience: 'perpetrator' })} />
    </>
  )
}

export type DirectoryProps = {
  readonly pack: Pack | 'missing' | null
  readonly need: Area | null
  readonly apart: boolean
  /** How she has laid it out. */
  readonly as?: { readonly level: Level | ''; readonly query: string } | undefined
}

/** One way in: help by what she needs, offline, in plain words. */
export const Directory = ({ pack, need, apart, as }: DirectoryProps) => {
  const { t, back } = useApp()
  const name = apart ? 'directory.apart.title' : `directory.need.${need}`
  const deeper = apart || need !== null
  return (
    <Page
      title={t(deeper ? name : 'directory.title')}
      back={{ label: t(deeper ? 'directory.title' : 'action.back'), go: back }}
    >
      {pack === null && <Progress label={t('directory.reading')} />}
      {pack === 'missing' && <Notice tone="careful">{t('directory.missing')}</Notice>}
      {pack !== null &&
        pack !== 'missing' &&
        (apart ? <Apart pack={pack} /> : <Finder pack={pack} need={need} as={as} />)}
    </Page>
  )
}
