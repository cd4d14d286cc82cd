import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll } from 'vitest'
import { dropFolder, newFolder } from './given.ts'
import * as nodes from './nodes.ts'

// A PostgreSQL of our own for tests that need no second one: it does not wait for its disk.

/** The database beside the relay. */
export const sqlOn = (url: string) => postgres(url, { onnotice: () => {} })

export type Cluster = {
  /** Makes an empty database, in a folder of its own if one is named, and gives its address. */
  readonly newDatabase: (place?: string) => string
  readonly folder: string
}

const start = async (): Promise<Cluster> => {
  const folder = newFolder()
  nodes.handOver(folder)
  const node = await nodes.nodeIn(folder, 'pg')
  const how = ['-A', 'trust', '-U', 'relay', '-E', 'UTF8', '--locale=C', '--no-sync']
  nodes.run('initdb', '-D', node.data, ...how)
  nodes.set(node, 'fsync = off')
  nodes.start(node)
  afterAll(() => {
    nodes.stop(node)
    dropFolder(folder)
  }, 60_000)
  const newDatabase = (place?: string): string => {
    const name = `d${randomBytes(6).toString('hex')}`
    if (place !== undefined) {
      nodes.handOver(place)
      nodes.ask(node, `CREATE TABLESPACE ${name} LOCATION '${place}'`)
    }
    nodes.ask(node, `CREATE DATABASE ${name} ${place === undefined ? '' : `TABLESPACE ${name}`}`)
    return `postgres://relay@127.0.0.1:${node.port}/${name}`
  }
  return { newDatabase, folder }
}

/** null, with a word about it, where there is no PostgreSQL. */
export const startCluster = async (): Promise<Cluster | null> => {
  if (nodes.isInstalled) return start()
  console.log('skipped: the store on PostgreSQL (it is not installed here)')
  return null
}
