import { givenIn } from '../../../record/given.ts'
import { partKinds } from '../../../record/parts/table.ts'
import type { ClientRecord, Part, Share } from '../../../record/types.ts'
import type { Words } from '../../../i18n/words.ts'
import { nameOf } from './titles.ts'

/** Kinds and the names of their fields, never what stands in them: a file may lie where others read. */
const partsLine = (parts: readonly Part[], theirs: Words): string =>
  partKinds
    .flatMap((kind) => {
      const here = parts.filter((part) => part.kind === kind)
      const names = [...new Set(here.flatMap(({ fields }) => fields))]
      const labels = names.map((name) => theirs.t(`paper.fact.${name}`)).join(', ')
      return here.length > 0 ? [`${theirs.t(`paper.kind.${kind}`)} ${here.length} (${labels})`] : []
    })
    .join('; ')

const blockOf = (share: Share, words: Words, theirs: Words): string => {
  const { t, dates } = words
  const { grant, made, stopped, earlier } = share
  return [
    `${dates.instant(made)}: ${nameOf(share, words)}`,
    ...(grant.why ? [`${t('share.given.why')}: ${grant.why}`] : []),
    `${t('share.log.what')}: ${partsLine(grant.parts, theirs)}`,
    ...earlier.map(
      ({ parts, until }) =>
        `${t('share.given.earlier')} (${t('share.until', { time: dates.instant(until) })}): ${partsLine(parts, theirs)}`,
    ),
    `${t('share.given.until')}: ${dates.instant(grant.until)}`,
    ...(stopped ? [`${t('share.standing.stopped')}: ${dates.instant(stopped)}`] : []),
  ].join('\n')
}

/** All grants as plain text, the newest first: to whom, why, which kinds of facts, until when. */
export const logText = (record: ClientRecord, words: Words, theirs: Words): string =>
  [...givenIn(record).map((share) => blockOf(share, words, theirs)), ''].join('\n\n')
