import { bandNames, gists, groups, judged, type Council } from '../council.ts'
import { shape } from './shape.ts'

/** "2026-07 – 2026-12" */
const periodOf = ({ year, half }: Council): string =>
  half === 'first' ? `${year}-01 – ${year}-06` : `${year}-07 – ${year}-12`

/** Words and bands of a closed list, and half a year: nothing else of hers can go. */
export const council = shape('council', [
  { name: 'level', form: 'word', words: groups, head: true, of: ({ level }) => level },
  { name: 'period', form: 'exact', head: true, of: periodOf },
  ...gists.map((gist) => ({
    name: gist,
    form: 'word' as const,
    words: judged,
    spoken: 'judged',
    of: (one: Council) =>
      judged.filter((name) => one[name] === gist).map((name) => [name, ''] as const),
  })),
  ...bandNames.map((name) => ({ name, form: 'exact' as const, of: (one: Council) => one[name] })),
])
