import { isFileType, type SharedFile } from '../../../record/carried.ts'
import type { ClientRecord, Id } from '../../../record/types.ts'
import type { Wish } from '../../sharing.ts'

// Which files go along, as text, so that a half-made share can wait as a draft.

type File = Wish['files'][number]

export const filesOf = (text: string): readonly File[] =>
  text.split('\n').flatMap((line) => {
    const [of = '', how = ''] = line.split(' ')
    return of === '' ? [] : [{ of, whole: how === 'whole' }]
  })

const textOf = (files: readonly File[]): string =>
  files.map(({ of, whole }) => `${of} ${whole ? 'whole' : 'clean'}`).join('\n')

export const withoutFile = (text: string, id: Id): string =>
  textOf(filesOf(text).filter(({ of }) => of !== id))

/** Adds a file, or changes how it goes. */
export const withFile = (text: string, file: File): string =>
  textOf([...filesOf(withoutFile(text, file.of)), file])

/** As they will be told: a clean copy's size is known only once it is made. */
export const likely = (record: ClientRecord, files: Wish['files']): readonly SharedFile[] =>
  files.flatMap(({ of, whole }) => {
    const attachment = record.attachment.get(of)
    const kind = attachment?.type === 'image/png' || whole ? attachment?.type : 'image/jpeg'
    if (!attachment || !isFileType(kind)) return []
    return [{ id: of, key: '', type: kind, size: attachment.size }]
  })
