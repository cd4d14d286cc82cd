import type { Share } from '../../../record/types.ts'
import type { Words } from '../../../i18n/words.ts'

/** Her words inside ours keep their own direction, and so their own full stops. */
export const own = (text: string): string => text && `\u2068${text}\u2069`

/** What a share is called: the name that she gave, or the kind of place. */
export const nameOf = ({ grant }: Pick<Share, 'grant'>, { t }: Words): string =>
  grant.recipient || t(`share.type.${grant.type}`)
