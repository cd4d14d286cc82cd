import { once } from 'node:events'
import { connect } from 'node:net'

// A load generator that costs more than the server it loads measures itself. So a request is a buffer that
// was made before, and of an answer only the status and the length are read.

export type Line = {
  /** Sends a whole request. Settles when its answer is whole; rejects unless that is 200 or 201. */
  readonly send: (request: Buffer) => Promise<void>
  readonly end: () => void
}

/** The bytes of a POST. */
export const requestOf = (path: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`POST ${path} HTTP/1.1\r\nHost: relay\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ])

const headEnd = '\r\n\r\n'

const lengthIn = (head: string): number =>
  Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)

/** Takes an answer chunk by chunk; its status once it is whole, else null. */
const createReader = () => {
  let head = ''
  let left: number | null = null
  return (chunk: Buffer): number | null => {
    if (left === null) {
      head += chunk.toString('latin1')
      const end = head.indexOf(headEnd)
      if (end < 0) return null
      left = lengthIn(head.slice(0, end)) + end + headEnd.length - head.length
    } else left -= chunk.length
    if (left > 0) return null
    const status = Number(head.slice(9, 12))
    head = ''
    left = null
    return status
  }
}

type Waiting = { readonly resolve: () => void; readonly reject: (error: Error) => void }

/** A connection to `port` that is kept. */
export const openLine = async (port: number): Promise<Line> => {
  let waiting: Waiting | null = null
  const read = createReader()
  const take = (chunk: Buffer): void => {
    const status = read(chunk)
    if (status === null) return
    if (status === 200 || status === 201) waiting?.resolve()
    else waiting?.reject(new Error(`${status}`))
  }
  const onread = {
    buffer: Buffer.allocUnsafe(65_536),
    callback: (length: number, buffer: Uint8Array) => {
      take(Buffer.from(buffer.buffer, buffer.byteOffset, length))
      return true
    },
  }
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread })
  socket.on('close', () => waiting?.reject(new Error('The server hung up.')))
  await once(socket, 'connect')
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    end: () => socket.destroy(),
  }
}
