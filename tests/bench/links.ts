import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../journeys/serving.ts'
import { example } from '../share/example.ts'
import { giveShare } from '../share/given.ts'

// What `npm run bench -- page` measures: ours, which it makes itself, and whatever else is named.

/** `selector` has text once the link can be read; `button` is pressed first, unless it is empty. */
export type Link = {
  readonly name: string
  readonly url: URL
  readonly selector: string
  readonly button: string
}

const isLink = (arg: string): boolean => /^https?:\/\//.test(arg)

const usage = 'npm run bench -- page [LINK SELECTOR [BUTTON]] ...'

/** Any number of links, each with what shows that its text is there, and what is to be pressed first. */
export const linksOf = (args: readonly string[]): readonly Link[] => {
  const starts = args.flatMap((arg, at) => (isLink(arg) ? [at] : []))
  if (args.length > 0 && starts[0] !== 0) throw new Error(usage)
  return starts.map((from, nth) => {
    const [link = '', selector = 'body', button = ''] = args.slice(from, starts[nth + 1])
    const url = new URL(link)
    return { name: url.host, url, selector, button }
  })
}

type Own = { readonly link: Link; readonly end: () => Promise<void> }

/** A summary behind the built page on a relay of its own, which `openers` browsers may open. */
export const ownLink = async (openers: number): Promise<Own> => {
  const data = await mkdtemp(join(tmpdir(), 'bench-'))
  const server = await serve(data)
  const end = async (): Promise<void> => {
    await server.kill()
    await rm(data, { recursive: true, force: true })
  }
  try {
    await server.start()
    const until = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}Z`
    const url = new URL(await giveShare(server.app, { ...example, until }, { openers }))
    return { link: { name: 'ours', url, selector: '.paper', button: 'button.main' }, end }
  } catch (error) {
    await end()
    throw error
  }
}
