import { setTimeout as wait } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { dropFolder, newFolder } from './given.ts'
import type { Node } from './nodes.ts'
import * as nodes from './nodes.ts'

// A primary and two standbys, one of which must have each commit before it is acknowledged.

export type Three = {
  readonly folder: string
  readonly all: readonly Node[]
  readonly primary: () => Node
  readonly standbys: () => readonly Node[]
  /** Address that names all three; `ports` stand in for their own. */
  readonly url: (ports?: readonly number[]) => string
  /** Once the primary is dead: promotes the standby that has more, and lets the other follow it. */
  readonly promote: () => Promise<void>
  /** Brings back whoever is not there, as a standby; waits until both have caught up. */
  readonly mend: () => Promise<void>
}

/** Asks again and again for so many seconds; true once it is so. */
const comesAbout = async (
  isSo: () => boolean | Promise<boolean>,
  seconds: number,
): Promise<boolean> => {
  for (let at = 0; at < seconds * 10; at++) {
    if (await isSo()) return true
    await wait(100)
  }
  return false
}

/** Asks again and again, for a minute at most. */
export const eventually = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  if (!(await comesAbout(isSo, 60))) throw new Error('It did not come about.')
}

const isRunning = (node: Node): boolean => {
  try {
    return nodes.asked(node, 'SELECT 1') === '1'
  } catch {
    return false
  }
}

/** Where a standby is once nothing comes any more. */
const receivedBy = async (node: Node): Promise<bigint> => {
  await eventually(() => nodes.asked(node, 'SELECT count(*) FROM pg_stat_wal_receiver') === '0')
  return nodes.position(nodes.asked(node, 'SELECT pg_last_wal_receive_lsn()'))
}

const follows = (node: Node, primary: Node): boolean =>
  nodes.asked(
    primary,
    `SELECT count(*) FROM pg_stat_replication
     WHERE application_name = '${node.name}' AND state = 'streaming' AND sync_state = 'quorum'`,
  ) === '1'

/** Once more from nothing where the relay has begun the log anew meanwhile: no node here keeps it for another. */
const bringBack = async (node: Node, primary: Node, more = 3): Promise<void> => {
  if (!isRunning(node)) nodes.join(node, primary)
  if (await comesAbout(() => follows(node, primary), 15)) return
  if (more === 0) throw new Error(`${node.name} does not follow ${primary.name}.`)
  nodes.stop(node)
  await bringBack(node, primary, more - 1)
}

const open = (folder: string, all: readonly Node[], first: Node): Three => {
  let primary = first
  const standbys = (): readonly Node[] => all.filter((node) => node !== primary)

  const promote = async (): Promise<void> => {
    const [one, other] = standbys()
    if (!one || !other) throw new Error('There are no two standbys.')
    const ahead = (await receivedBy(one)) >= (await receivedBy(other))
    primary = ahead ? one : other
    nodes.run('pg_ctl', '-D', primary.data, '-w', 'promote')
    nodes.follow(ahead ? other : one, primary)
    nodes.reload(ahead ? other : one)
  }

  const mend = async (): Promise<void> => {
    await Promise.all(standbys().map((node) => bringBack(node, primary)))
  }

  return {
    folder,
    all,
    primary: () => primary,
    standbys,
    promote,
    mend,
    url: (ports = all.map(({ port }) => port)) =>
      `postgres://relay@${ports.map((port) => `127.0.0.1:${port}`).join(',')}/postgres`,
  }
}

const make = async (): Promise<Three> => {
  const folder = newFolder()
  nodes.handOver(folder)
  const names = ['north', 'east', 'west']
  const all = await Promise.all(names.map((name) => nodes.nodeIn(folder, name)))
  afterAll(() => {
    for (const node of all) nodes.stop(node)
    dropFolder(folder)
  }, 60_000)
  const [first] = all
  if (!first) throw new Error('There are no nodes.')
  nodes.makeFirst(first, names)
  const three = open(folder, all, first)
  await three.mend()
  return three
}

/** null, with a word about it, where there is no PostgreSQL. */
export const startThree = async (): Promise<Three | null> => {
  if (nodes.isInstalled) return make()
  console.log('skipped: three PostgreSQL that follow each other (it is not installed here)')
  return null
}
