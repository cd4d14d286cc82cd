import { expect } from '@playwright/test'
import { exitTimes, workTimes } from '../bench/exit.ts'
import { median, quantile } from '../bench/figures.ts'
import { rounds } from '../thorough.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('EXIT-17 what is painted already comes as fast as it can, whatever lies beneath', async ({
  browserName,
}, info) => {
  test.skip(browserName === 'firefox', 'its driver films nothing')
  test.setTimeout(420_000)
  const sizes = [3_000, 12_000].flatMap((nodes) => [1, 6].map((slow) => ({ nodes, slow })))
  const ways = ['bare flip', 'ours'] as const
  const cases = sizes.flatMap((size) => ways.map((way) => ({ ...size, way })))
  const times = await exitTimes(cases, rounds(3, 7))
  for (const { nodes, slow } of sizes) {
    const seenBy = (way: string): number => {
      const one = [...times].find(
        ([is]) => is.way === way && is.nodes === nodes && is.slow === slow,
      )
      return median(one?.[1].seen ?? [])
    }
    const [bare, ours] = [seenBy('bare flip'), seenBy('ours')]
    const name = `${nodes} nodes at ${slow}x`
    info.annotations.push({ type: name, description: `${ours.toFixed()} of ${bare.toFixed()} ms` })
    // Pictures come a frame apart: one frame more is as fast as can be told.
    expect(ours, name).toBeLessThanOrEqual(1.3 * bare + 17)
  }
})

/** Milliseconds that nineteen presses of twenty may take, by how many times slower the processor is. */
const longest = { 1: 50, 6: 100 } as const

test('EXIT-410 the slowest press in twenty still conceals in time, or as soon as a bare flip does', async ({
  browserName,
}, info) => {
  test.skip(browserName === 'firefox', 'its driver films nothing')
  test.setTimeout(600_000)
  const ways = ['bare flip', 'ours'] as const
  const speeds = [1, 6] as const
  const cases = speeds.flatMap((slow) => ways.map((way) => ({ way, slow, nodes: 3_000 })))
  const times = [...(await exitTimes(cases, rounds(3, 21)))]
  for (const slow of speeds) {
    const [bare = NaN, ours = NaN] = times.flatMap(([one, { seen }]) =>
      one.slow === slow ? [quantile(seen, 0.95)] : [],
    )
    const name = `p95 at ${slow}x`
    info.annotations.push({ type: name, description: `${ours.toFixed()} of ${bare.toFixed()} ms` })
    // On a machine that does other things too, a bare flip is late as well; pictures come a frame apart.
    expect(ours, name).toBeLessThanOrEqual(Math.max(longest[slow], 1.3 * bare + 17))
  }
})

test('EXIT-409 a press is at most two milliseconds of work until it is laid out, whatever lies beneath', async ({
  browserName,
}, info) => {
  test.skip(browserName === 'firefox', 'the bench drives Chromium')
  test.slow()
  for (const nodes of [3_000, 12_000]) {
    // Whatever else the machine does only adds to it: the least of them is the work itself.
    const times = [...(await workTimes(nodes, 5))]
    for (let more = 0; more < 4 && Math.min(...times) > 2; more += 1) {
      times.push(...(await workTimes(nodes, 5)))
    }
    const shown = times.map((time) => time.toFixed(1)).join(' ')
    info.annotations.push({ type: `${nodes} nodes`, description: shown })
    expect(times.length).toBeGreaterThanOrEqual(5)
    expect(Math.min(...times), shown).toBeLessThanOrEqual(2)
  }
})

test('EXIT-18 a file picker left open, put away or answered does not stand in the way', async ({
  page,
  server,
}) => {
  test.slow()
  const her = herPhone(page, server)
  const code = await her.setUp()
  const answers = [
    async () => undefined,
    (input: { dispatchEvent: (type: string) => Promise<void> }) => input.dispatchEvent('cancel'),
  ]
  for (const answer of answers) {
    await her.tab('contacts')
    await her.tap(her.say('contact.fromFile'))
    const chooser = page.waitForEvent('filechooser')
    await her.tap(her.say('import.pick'))
    await answer((await chooser).element())
    await her.exit()
    await expect(page.locator('#value')).toHaveText('0')
    await her.unlock(code)
  }
  const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Exempel\r\nEND:VCARD\r\n'
  await her.tab('contacts')
  await her.tap(her.say('contact.fromFile'))
  const chooser = page.waitForEvent('filechooser')
  await her.tap(her.say('import.pick'))
  await (
    await chooser
  ).setFiles({ name: 'a.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card) })
  await expect(her.room).toContainText('Exempel')
  await her.exit()
  await expect(page.locator('#value')).toHaveText('0')
})
