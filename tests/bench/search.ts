import { findAll, findable, plain, prepare } from '../../src/record/find.ts'
import { emptyRecord } from '../../src/record/record.ts'
import type { ClientRecord, Story } from '../../src/record/types.ts'
import { median, type Row } from './figures.ts'

// One keystroke in the search over everything; beside it, the same texts and nothing but `includes`.

const entries = 10_000
const rounds = 40
const typed = ['h', 'ha', 'han', 'hand', 'handl', 'handläggare', 'ringde på', 'finns inte']

const text = 'Hon ringde på torsdag och frågade efter handläggaren, som inte var där än. '

const storyOf = (n: number): Story => ({
  kind: 'story',
  id: `${n}`,
  topic: 'happened',
  title: `Dag ${n}`,
  brief: '',
  text: text.repeat(1 + (n % 9)),
  written: '2026-01-01T00:00:00Z',
  edited: '2026-01-01T00:00:00Z',
})

const stories = Array.from({ length: entries }, (_, n) => storyOf(n))
const record: ClientRecord = {
  ...emptyRecord,
  story: new Map(stories.map((story) => [story.id, story])),
}

const timed = (work: () => number): number => {
  const since = performance.now()
  work()
  return performance.now() - since
}

export const benchSearch = (): Row[] => {
  const texts = stories.map((story) => plain(`${story.title}\n${story.text}`))
  const ready = timed(() => {
    const all = findable(record)
    for (const entry of all) prepare(entry)
    return all.length
  })
  const first = timed(() => findAll(record, 'h').length)
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let n = 0; n < rounds; n++) {
    for (const query of typed) {
      ours.push(timed(() => findAll(record, query).length))
      bare.push(timed(() => texts.filter((one) => one.includes(query)).length))
    }
  }
  const control = { name: 'includes alone', value: median(bare) }
  return [
    {
      name: `search: a keystroke over ${entries} entries`,
      value: median(ours),
      unit: 'ms',
      control,
      limit: 16,
    },
    { name: 'the first keystroke, once all is ready', value: first, unit: 'ms' },
    { name: 'getting ready, a little at a time after opening', value: ready, unit: 'ms' },
  ]
}
