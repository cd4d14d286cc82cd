import { useState } from 'preact/hooks'
import { searchServices } from '../../../exchange/directory.ts'
import type { Pack, Service } from '../../../exchange/service.ts'
import { textIn } from '../../../exchange/text.ts'
import { needs, type Need } from '../../../record/areas.ts'
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
    <List label={t('directory.needs')}>
      {needs.map((need) => (
        <Row
          key={need}
          title={t(`directory.need.${need}`)}
          detail={t(`directory.needHint.${need}`)}
          onPress={() => go({ at: 'directory', need })}
        />
      ))}
    </List>
  )
}

const Finder = ({ pack, need }: { readonly pack: Pack; readonly need: Need | null }) => {
  const { words, t } = useApp()
  const [query, setQuery] = useState('')
  const search = { query, need, language: words.language.tag }
  return (
    <>
      <Search
        label={t('directory.search')}
        value={query}
        onInput={setQuery}
        clearLabel={t('action.clear')}
      />
      {query === '' && need === null ? (
        <Needs />
      ) : (
        <Services services={searchServices(pack, search)} />
      )}
    </>
  )
}

type Props = { readonly pack: Pack | 'missing' | null; readonly need: Need | null }

/** One way in: help by what she needs, offline, in plain words. */
export const Directory = ({ pack, need }: Props) => {
  const { t, back } = useApp()
  const title = t(need ? `directory.need.${need}` : 'directory.title')
  const home = t(need ? 'directory.title' : 'action.back')
  return (
    <Page title={title} back={{ label: home, go: back }}>
      {pack === null && <Progress label={t('directory.reading')} />}
      {pack === 'missing' && <Notice tone="careful">{t('directory.missing')}</Notice>}
      {pack !== null && pack !== 'missing' && <Finder pack={pack} need={need} />}
    </Page>
  )
}
