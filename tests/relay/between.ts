import { once } from 'node:events'
import type { Socket } from 'node:net'
import { createConnection, createServer } from 'node:net'
import { afterAll } from 'vitest'

// A line that can break, between a relay and its database.

/**
 * `dead`: nothing comes through, and nobody is told. A pattern: questions arrive, and no answer from the
 * first one on that fits.
 */
export type Mode = 'open' | 'dead' | RegExp

export type Between = { readonly port: number; readonly set: (mode: Mode) => void }

/** Bytes that are lost are lost for good: such a connection stays silent. */
const carry = (from: Socket, to: Socket, comesThrough: (chunk: Buffer) => boolean): void => {
  let lost = false
  from.on('data', (chunk: Buffer) => {
    lost ||= !comesThrough(chunk)
    if (!lost) to.write(chunk)
  })
  from.on('error', () => {})
  from.on('close', () => {
    if (!lost) to.destroy()
  })
}

export const openBetween = async (target: number): Promise<Between> => {
  let mode: Mode = 'open'
  const all = new Set<Socket>()
  const server = createServer((near) => {
    const far = createConnection(target, '127.0.0.1')
    all.add(near).add(far)
    carry(near, far, () => mode !== 'dead')
    carry(far, near, (chunk) =>
      mode instanceof RegExp ? !mode.test(chunk.toString('latin1')) : mode === 'open',
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => {
    for (const socket of all) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, set: (now) => void (mode = now) }
}
