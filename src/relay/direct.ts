import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Call, Reply } from './call.ts'
import { release } from './release.ts'
import { sendDirect } from './send-direct.ts'
import { readWhole, type Whole } from './whole.ts'

// The third carrier of calls, beside those in carry.ts: a request that comes whole is answered where it came, and
// the connection of whatever else comes is node:http's from then on. The two hot routes come so.

export type Terms = {
  readonly answer: (call: Call) => Promise<Reply>
  /** Seconds, for who takes an answer slowly. */
  readonly patience: number
  /** Milliseconds that a connection may idle after an answer, as it is told. */
  readonly keepAlive: number
  /** Milliseconds beyond that, as with node:http: who calls at the last moment is still on the way. */
  readonly margin: number
}

export type Direct = {
  /** Ends what is idle now, and all else after its answer. */
  readonly leave: () => void
  /** Ends all now. */
  readonly drop: () => void
}

type Ending = Pick<Direct, 'leave'> & { readonly socket: Socket }

/** Milliseconds after which a connection that has said nothing is node:http's to wait for: it has its own clock for that. */
const silence = 250

const callOf = ({ path, headers, body }: Whole, socket: Socket): Call => ({
  method: 'POST',
  path,
  header: (name) => headers.get(name),
  address: socket.remoteAddress ?? '',
  read: () => body,
  // Only who sends slowly is hung up on, and here all has come.
  hangUp: () => {},
})

const closing = 'Connection: close\r\n'

const stayingFor = (keepAlive: number): string =>
  `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAlive / 1000)}\r\n`

type Chunk = Buffer<ArrayBuffer>

/** The answers on one connection, one after the other. */
const createTurns = (socket: Socket, { answer, patience, keepAlive, margin }: Terms) => {
  const staying = stayingFor(keepAlive)
  let turn: 'none' | 'answering' | 'idle' = 'none'
  let isLast = false
  return {
    now: () => turn,
    answerTo: async (whole: Whole, chunk: Chunk): Promise<void> => {
      if (turn === 'none') socket.setTimeout(keepAlive + margin)
      turn = 'answering'
      const reply = await answer(callOf(whole, socket))
      await sendDirect(socket, reply, patience, isLast ? closing : staying)
      release(chunk)
      turn = 'idle'
      if (isLast) socket.end()
    },
    leave: (): void => {
      isLast = true
      if (turn !== 'answering') socket.end()
    },
  }
}

/** Serves one connection until `others` gets it, with what came last. */
const serve = (socket: Socket, terms: Terms, others: (rest: Chunk | null) => void): Ending => {
  const { now, answerTo, leave } = createTurns(socket, terms)
  let behind: Chunk | null = null

  const handOver = (rest: Chunk | null): void => {
    socket.off('data', take).off('end', leave).off('timeout', tire).off('error', drop)
    others(rest)
  }
  const goOn = (): void => {
    // Of a connection that is gone node:http would never hear that it is, and would keep it for ever.
    if (behind && socket.writable) handOver(behind)
  }
  const take = (chunk: Chunk): void => {
    if (socket.writableEnded) return
    if (now() === 'answering') {
      // Whoever does not wait for an answer gets no more read from them until it is out.
      socket.pause()
      behind = chunk
      return
    }
    const whole = readWhole(chunk)
    if (whole) void answerTo(whole, chunk).then(goOn)
    else handOver(chunk)
  }
  const drop = (): void => void socket.destroy()
  const tire = (): void => {
    if (now() === 'none' && socket.writable) handOver(null)
    // The store may take its time; who takes an answer has a clock of their own.
    else if (now() !== 'answering') drop()
  }

  socket.setTimeout(silence)
  socket.on('data', take).on('end', leave).on('timeout', tire).on('error', drop)
  return { socket, leave }
}

/** Puts itself before node:http at every new connection of `server`. */
export const serveDirectly = (server: Server, terms: Terms): Direct => {
  const here = new Set<Ending>()
  const nodes = server.listeners('connection')
  server.removeAllListeners('connection')

  server.on('connection', (socket: Socket) => {
    const gone = (): void => void here.delete(ending)
    const ending = serve(socket, terms, (rest) => {
      socket.off('close', gone)
      gone()
      socket.pause()
      if (rest) socket.unshift(rest)
      for (const take of nodes) Reflect.apply(take, server, [socket])
      socket.resume()
    })
    here.add(ending)
    socket.once('close', gone)
  })

  return {
    leave: () => {
      for (const { leave } of here) leave()
    },
    drop: () => {
      for (const { socket } of here) socket.destroy()
    },
  }
}
