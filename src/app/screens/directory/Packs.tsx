import { useState } from 'preact/hooks'
import { readPack } from '../../../exchange/pack.ts'
import { packLimits } from '../../../exchange/limits.ts'
import { packId } from '../../../exchange/packs.ts'
import type { Pack } from '../../../exchange/service.ts'
import { textIn } from '../../../exchange/text.ts'
import { drop, listOf, put } from '../../../record/record.ts'
import { pickFile } from '../../file.ts'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'

const useNameOf = () => {
  const { t, words } = useApp()
  return (pack: Pack): string =>
    textIn(pack.name, words.language.tag) || t('directory.packs.unnamed')
}

const Kept = () => {
  const { record, t, send } = useApp()
  const nameOf = useNameOf()
  const kept = listOf(record, 'pack')
  if (kept.length === 0) return null
  return (
    <List label={t('directory.packs.kept')}>
      {kept.map(({ id, text }) => {
        const read = readPack(text)
        const name = read.ok ? nameOf(read.pack) : id
        const remove = (): void => send(drop('pack', id), 'directory.packs.removed')
        return (
          <Row
            key={id}
            title={name}
            detail={read.ok ? t('directory.count', { count: read.pack.services.length }) : ''}
            end={
              <Button kind="plain" label={t('directory.packs.remove', { name })} onPress={remove}>
                <Icon name="bin" />
              </Button>
            }
          />
        )
      })}
    </List>
  )
}

type Fault = { readonly why: 'unreadable' | 'schema' | 'large'; readonly where: string }

const useBringing = () => {
  const { send, time } = useApp()
  const [fault, setFault] = useState<Fault | null>(null)
  const bring = async (): Promise<void> => {
    const file = await pickFile('.json,application/json')
    if (!file) return
    if (file.size > packLimits.file) return setFault({ why: 'large', where: '' })
    const text = await file.text()
    const read = readPack(text)
    if (!read.ok) return setFault(read)
    setFault(null)
    const now = time()
    const id = packId(read.pack)
    send(put({ kind: 'pack', id, text, written: now, edited: now }), 'directory.packs.saved')
  }
  return { fault, bring }
}

/** Directories of a region or a municipality, brought in from a file. */
export const Packs = () => {
  const { t } = useApp()
  const way = useWay()
  const { fault, bring } = useBringing()
  return (
    <Page title={t('directory.packs.title')} back={way}>
      <p>{t('directory.packs.text')}</p>
      {fault && (
        <Notice tone="careful">
          {t(`directory.packs.why.${fault.why}`)}{' '}
          {fault.where && <bdi dir="ltr">{fault.where}</bdi>}
        </Notice>
      )}
      <Kept />
      <Button kind="main" wide onPress={() => void bring()}>
        {t('directory.packs.pick')}
      </Button>
    </Page>
  )
}
