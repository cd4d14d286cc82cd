import { readOwner, type OwnerRequest } from './contract.ts'
import { isObject, isWhole } from './fields.ts'

/**
 * A pause or a resume. `order` is above that of every one before it, so that one which comes late does nothing; phones of
 * the version before leave it out.
 */
export type WishRequest = OwnerRequest & { readonly order?: number }

export const mostOrder = 2 ** 31

/** Without a number it has the number 0. */
export const readWish = (value: unknown): Required<WishRequest> | null => {
  if (!isObject(value)) return null
  const { order = 0, ...owner } = value
  const asked = readOwner(owner)
  return asked && isWhole(order, 0, mostOrder) ? { ...asked, order } : null
}
