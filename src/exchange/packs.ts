import type { Pack, Service } from './service.ts'

/** Several packs as one: of two services with one id, the later pack's stands. */
export const joinPacks = (first: Pack, others: readonly Pack[]): Pack => {
  const services = new Map<string, Service>()
  for (const pack of [first, ...others])
    for (const service of pack.services) services.set(service.id, service)
  return { ...first, services: [...services.values()] }
}

/** What a pack is kept under: a newer edition takes the place of the older one. */
export const packId = ({ country, region }: Pick<Pack, 'country' | 'region'>): string =>
  `${country.toLowerCase()}-${region || 'own'}`
