import type english from '../../locales/disguise/en.json'

/** The few words of the disguises, as they stand in locales/disguise. */
export type DisguiseWords = typeof english

// Named from their own folder: the keys stand in the built script, where no room may be named.
const bundles = import.meta.glob<DisguiseWords>('./*.json', {
  base: '../../locales/disguise',
  import: 'default',
})

const tagOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)

/** The first of the wished-for languages that there are words in, else English, as [tag, words]. */
export const wordsFor = async (
  wishes: readonly string[],
): Promise<readonly [string, DisguiseWords]> => {
  const paths = Object.keys(bundles)
  const [path = ''] = [...wishes, 'en'].flatMap(
    (wish) => paths.find((one) => tagOf(one) === wish.split('-')[0]?.toLowerCase()) ?? [],
  )
  const load = bundles[path]
  if (!load) throw new Error('there are no English words')
  return [tagOf(path), await load()]
}
