import type { Words } from '../../../i18n/words.ts'
import type { CarriedFile } from '../../../record/carried.ts'
import { fieldOf } from '../../../record/parts/table.ts'
import type { Part, Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { icons, sortOf } from '../attachment/words.ts'
import { kinds } from './kinds.ts'
import { partTitle, titleKept, useTheirWords } from './theirs.ts'
import { own } from './titles.ts'

type LineProps = {
  readonly share: Share
  readonly part: Part
  readonly theirs: Words
  readonly until?: string
}

const Line = ({ share, part, theirs, until }: LineProps) => {
  const { record, t, local } = useApp()
  const kept = titleKept(share, part)
  const isGone = partTitle(record, local(), part, theirs) === null
  const careful = part.fields.filter((name) => fieldOf(part.kind, name)?.care)
  return (
    <Row
      lead={kinds[part.kind].icon}
      title={partTitle(record, local(), part, theirs) ?? (kept || t('share.given.gone'))}
      detail={isGone && kept ? t('share.given.gone') : until}
      meta={careful.map((name) => theirs.t(`paper.fact.${name}`)).join(' · ')}
    />
  )
}

/** What they read of it: as it was when she shared it, or as it is whenever they look. */
const partsKey = ({ made, living }: Share): string => {
  if (!made) return 'share.parts.count'
  return living ? 'share.given.living' : 'share.given.parts'
}

/** By her own name for it, which did not go along. */
const FileLine = ({ file: { of, whole } }: { readonly file: CarriedFile }) => {
  const { record, t } = useApp()
  const attachment = record.attachment.get(of)
  return (
    <Row
      lead={icons[attachment ? sortOf(attachment) : 'document']}
      title={attachment?.name ?? t('share.given.gone')}
      meta={t(whole ? 'share.given.file' : 'share.given.fileClean')}
    />
  )
}

type BeforeProps = Pick<LineProps, 'share' | 'theirs'> & { readonly unsure: boolean }

/** What they saw before, and apart from it what may have come to them or not. */
const Before = ({ share, theirs, unsure }: BeforeProps) => {
  const { t, words } = useApp()
  const earlier = share.earlier.filter((one) => one.unsure === unsure)
  if (earlier.length === 0) return null
  const label = unsure ? 'share.given.sent' : 'share.until'
  return (
    <List label={t(unsure ? 'share.given.maybe' : 'share.given.earlier')}>
      {earlier.flatMap(({ parts, until }) =>
        parts.map((part) => (
          <Line
            key={`${until} ${part.kind} ${part.id}`}
            part={part}
            theirs={theirs}
            share={share}
            until={t(label, { time: words.dates.instant(until) })}
          />
        )),
      )}
    </List>
  )
}

/** The grant as she gave it: to whom, why, until when, which parts. */
export const Given = ({ share }: { readonly share: Share }) => {
  const { t, words, go } = useApp()
  const { grant, made } = share
  const theirs = useTheirWords(words.language.tag)
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
      <List label={t(partsKey(share), count)}>
        {theirs &&
          grant.parts.map((part) => (
            <Line key={`${part.kind} ${part.id}`} part={part} theirs={theirs} share={share} />
          ))}
      </List>
      {theirs && <Before share={share} theirs={theirs} unsure={false} />}
      {theirs && <Before share={share} theirs={theirs} unsure />}
      {share.files.length > 0 && (
        <List label={t('share.parts.files')}>
          {share.files.map((file) => (
            <FileLine key={file.of} file={file} />
          ))}
        </List>
      )}
      {made && (
        <Button kind="plain" wide onPress={() => go({ at: 'consent', id: share.id })}>
          {t('share.consent.open')}
        </Button>
      )}
    </>
  )
}
