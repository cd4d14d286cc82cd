import { sharedFiles, type SharedFile } from '../../../record/carried.ts'
import { givenIn } from '../../../record/given.ts'
import { partKinds } from '../../../record/parts/table.ts'
import type { ClientRecord, Part, Share } from '../../../record/types.ts'
import type { Words } from '../../../i18n/words.ts'
import { fileNames } from '../../../recipient/paper/shown.ts'
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

/** As the recipient was told of them: a photo, a document. Her own names for them stay. */
export const filesLine = (files: readonly SharedFile[], theirs: Words): string =>
  fileNames(files, theirs)
    .map(({ name }) => name)
    .join(', ')

const seenLine = ({ seen }: Share, { t, dates }: Words): string[] => {
  if (!seen) return []
  const times =
    seen.opens > 0 ? t('share.receipt.times', { count: seen.opens }) : t('share.log.unopened')
  return [
    `${t('share.receipt.opens')}: ${times} (${t('share.log.seen', { time: dates.instant(seen.at) })})`,
  ]
}

const blockOf = (share: Share, words: Words, theirs: Words): string => {
  const { t, dates } = words
  const { grant, made, stopped, earlier } = share
  return [
    `${dates.instant(made)}: ${nameOf(share, words)}`,
    ...(grant.why ? [`${t('share.given.why')}: ${grant.why}`] : []),
    `${t('share.log.what')}: ${partsLine(grant.parts, theirs)}`,
    ...earlier.map(
      ({ parts, until, unsure }) =>
        `${t(`share.given.${unsure ? 'maybe' : 'earlier'}`)} (${t(unsure ? 'share.given.sent' : 'share.until', { time: dates.instant(until) })}): ${partsLine(parts, theirs)}`,
    ),
    ...(share.files.length > 0
      ? [`${t('share.parts.files')}: ${filesLine(sharedFiles(share.files), theirs)}`]
      : []),
    ...seenLine(share, words),
    `${t('share.given.until')}: ${dates.instant(grant.until)}`,
    ...(stopped ? [`${t('share.standing.stopped')}: ${dates.instant(stopped)}`] : []),
  ].join('\n')
}

/** All grants as plain text, the newest first: to whom, why, which kinds of facts, until when. */
export const logText = (record: ClientRecord, words: Words, theirs: Words): string =>
  [...givenIn(record).map((share) => blockOf(share, words, theirs)), ''].join('\n\n')
