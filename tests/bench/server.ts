import { dropFolder } from '../relay/given.ts'
import * as nodes from '../relay/nodes.ts'

/** Runs `work` with the address of an empty PostgreSQL, which has its data in `folder`, waits for its disk and is gone afterwards; null where it is not installed. */
export const onPostgres = async <T>(
  folder: string,
  work: (url: string) => Promise<T>,
): Promise<T | null> => {
  if (!nodes.isInstalled) return null
  nodes.handOver(folder)
  const node = await nodes.nodeIn(folder, 'pg')
  const how = ['-A', 'trust', '-U', 'relay', '-E', 'UTF8', '--locale=C']
  nodes.run('initdb', '-D', node.data, ...how)
  nodes.start(node)
  try {
    return await work(`postgres://relay@127.0.0.1:${node.port}/postgres`)
  } finally {
    nodes.stop(node)
    dropFolder(node.data)
  }
}
