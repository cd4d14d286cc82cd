import { useState } from 'preact/hooks'
import { searchServices } from '../../../exchange/directory.ts'
import { needs, type Need, type Pack, type Service } from '../../../exchange/service.ts'
import { textIn } from '../../../exchange/text.ts'
import { Button } from '../../parts/Button.tsx'
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
  return (
    <List label={t('directory.count', { count: services.length })}>
      {services.map((service) => (
        <Row
          key={service.id}
          title={textIn(service.name, tag)}
          detail={textIn(service.what, tag)}
          onPress={() => go({ at: 'service', id: service.id })}
        />
      ))}
    </List>
  )
}

const Needs = ({ choose }: { readonly choose: (need: Need) => void }) => {
  const { t } = useApp()
  return (
    <List label={t('directory.needs')}>
      {needs.map((need) => (
        <Row
          key={need}
          title={t(`directory.need.${need}`)}
          detail={t(`directory.needHint.${need}`)}
          onPress={() => choose(need)}
        />
      ))}
    </List>
  )
}

const Finder = ({ pack }: { readonly pack: Pack }) => {
  const { words, t } = useApp()
  const [query, setQuery] = useState('')
  const [need, setNeed] = useState<Need | null>(null)
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
        <Needs choose={setNeed} />
      ) : (
        <>
          {need && (
            <Button kind="quiet" onPress={() => setNeed(null)}>
              {t('directory.allNeeds', { need: t(`directory.need.${need}`) })}
            </Button>
          )}
          <Services services={searchServices(pack, search)} />
        </>
      )}
    </>
  )
}

/** One way in: help by what she needs, offline, in plain words. */
export const Directory = ({ pack }: { readonly pack: Pack | 'missing' | null }) => {
  const { t, back } = useApp()
  return (
    <Page title={t('directory.title')} back={{ label: t('action.back'), go: back }}>
      {pack === null && <Progress label={t('directory.reading')} />}
      {pack === 'missing' && <Notice tone="careful">{t('directory.missing')}</Notice>}
      {pack !== null && pack !== 'missing' && <Finder pack={pack} />}
    </Page>
  )
}
