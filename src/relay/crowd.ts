import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { nameOf, type Caller } from './limits.ts'

/** How many callers of one name are here at a time; forgotten when they have left. */
export const createCrowd = (each: number) => {
  const here = new Map<string, number>()
  const change = (name: string, by: 1 | -1): void => {
    const count = (here.get(name) ?? 0) + by
    if (count > 0) here.set(name, count)
    else here.delete(name)
  }
  return {
    /** False when there are enough of that name. */
    enter: (name: string): boolean => {
      if ((here.get(name) ?? 0) >= each) return false
      change(name, 1)
      return true
    },
    leave: (name: string): void => change(name, -1),
  }
}

export type Crowd = ReturnType<typeof createCrowd>

/** Hangs up at once on a connection of somebody who has enough of them. */
export const boundSockets = (
  server: Server,
  crowd: Crowd,
  callerOf: (address: string) => Caller,
): void => {
  server.on('connection', (socket: Socket) => {
    const name = nameOf(callerOf(socket.remoteAddress ?? ''))
    if (!crowd.enter(name)) {
      socket.destroy()
      return
    }
    socket.once('close', () => crowd.leave(name))
  })
}
