import { useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { plain } from '../../../record/find.ts'
import { everGiven, givenIn, overIn } from '../../../record/given.ts'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import { clearLog } from '../../ending.ts'
import { fileNameOn, saveFile } from '../../errands.ts'
import { useAsking, useDesk, Why } from './asking.tsx'
import { logText } from './log.ts'
import { standingOf } from './standing.ts'
import { partTitle, titleKept, useTheirWords } from './theirs.ts'
import { nameOf } from './titles.ts'
import type { Sought } from '../../view.ts'

const useTitles = (theirs: Words) => {
  const { record, local } = useApp()
  return (share: Share): readonly string[] => [
    ...new Set([
      ...everGiven(share).flatMap(
        (part) => partTitle(record, local(), part, theirs) ?? titleKept(share, part),
      ),
      ...share.files.flatMap(({ of }) => record.attachment.get(of)?.name ?? []),
    ]),
  ]
}

const Found = ({ query, theirs }: { readonly query: string; readonly theirs: Words }) => {
  const { record, words, t, go, time } = useApp()
  const titles = useTitles(theirs)
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const has = (share: Share): boolean => {
    const text = plain([nameOf(share, words), share.grant.why, ...titles(share)].join('\n'))
    return wanted.every((word) => text.includes(word))
  }
  const shares = wanted.length > 0 ? givenIn(record).filter(has) : givenIn(record)
  if (shares.length === 0) return <p>{t('share.log.none')}</p>
  return (
    <List label={t('share.log.title')} unseen>
      <Growing entries={shares} more={t('list.more')} inList>
        {(some) =>
          some.map((share) => (
            <Row
              key={share.id}
              title={nameOf(share, words)}
              detail={titles(share).join(' · ')}
              meta={t(`share.standing.${standingOf(share, time())}`)}
              onPress={() => go({ at: 'share', id: share.id })}
            />
          ))
        }
      </Growing>
    </List>
  )
}

/** Asked twice: nothing brings it back. */
const Emptying = () => {
  const { record, t, time } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const [asked, setAsked] = useState(false)
  if (overIn(record, time()).length === 0) return null
  const clear = async (): Promise<void> => {
    const { ok } = await ask(() => clearLog(desk))
    if (ok) setAsked(false)
  }
  return (
    <>
      <Button kind="plain" wide onPress={() => setAsked(true)}>
        {t('share.log.clear')}
      </Button>
      {asked && (
        <Sheet
          title={t('share.log.clear')}
          closeLabel={t('action.close')}
          onClose={() => setAsked(false)}
        >
          <p>{t('share.log.clearText')}</p>
          <Why why={why} title={t('share.log.some')} />
          <Button kind="careful" wide busy={busy} onPress={() => void clear()}>
            {t('share.log.clearNow')}
          </Button>
        </Sheet>
      )}
    </>
  )
}

/** What she shared of what, with whom: found by a person, a place, or a thing that went along. */
export const Grants = ({ query }: Sought) => {
  const { record, words, t, local, swap } = useApp()
  const way = useWay()
  const theirs = useTheirWords(words.language.tag)
  const save = (text: string): void =>
    void saveFile(
      new File([text], fileNameOn(local()).replace('.bin', '.txt'), { type: 'text/plain' }),
    )
  return (
    <Page title={t('share.log.title')} back={way}>
      <p>{t('share.log.text')}</p>
      <Search
        label={t('share.log.search')}
        value={query}
        onInput={(text) => swap({ at: 'grants', as: { query: text } })}
        clearLabel={t('action.clear')}
      />
      {theirs && <Found query={query} theirs={theirs} />}
      {theirs && (
        <Button kind="quiet" wide onPress={() => save(logText(record, words, theirs))}>
          {t('share.log.save')}
        </Button>
      )}
      <Emptying />
    </Page>
  )
}
