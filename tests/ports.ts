import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that nobody uses just now, or rejects when that is not true of the one that is wanted. */
export const freePort = async (wanted = 0): Promise<number> => {
  const server = createServer().listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
