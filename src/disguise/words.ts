import english from '../../locales/disguise/en.json'

/** The few words of the disguise, as they stand in locales/disguise. */
export type DisguiseWords = typeof english

// Named from their own folder: the keys stand in the built script, where no room may be named.
const bundles = import.meta.glob<DisguiseWords>(['./*.json', '!./en.json'], {
  base: '../../locales/disguise',
  import: 'default',
})

export const fallback: DisguiseWords = english

const tagOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)

/** The first of the wished-for languages that there are words in, as [tag, words]. */
export const wordsFor = async (
  wishes: readonly string[],
): Promise<readonly [string, DisguiseWords]> => {
  const paths = Object.keys(bundles)
  const found = wishes
    .map((wish) => paths.find((path) => tagOf(path) === wish.split('-')[0]?.toLowerCase()))
    .find((path) => path !== undefined)
  const load = found === undefined ? undefined : bundles[found]
  return found !== undefined && load ? [tagOf(found), await load()] : ['en', english]
}
