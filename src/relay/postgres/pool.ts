import { setTimeout as wait } from 'node:timers/promises'
import { isLost } from './codes.ts'
import type { Client, Sql } from './connect.ts'
import { connectTo, gone, hostPatience, hostsOf } from './connect.ts'
import { createPlaces } from './places.ts'
import { reasonOf } from './unreached.ts'

// Behind a broken line no server can cut anything off, so a deadline on this side does. When one is
// missed, or the server is lost, all connections are given up and the primary is looked for anew.

export type Limits = {
  /** Connections at a time. */
  readonly size: number
  /** Seconds that a call may take, the wait for its turn included. */
  readonly patience: number
}

export type Pool = {
  /**
   * Runs `work` on a connection of its own when its turn has come. Rejects at the deadline at the
   * latest; whether what was asked for is done nobody knows then.
   */
  readonly run: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  /** Why no primary is found, as the end of a sentence for the host; null where nothing was heard of it. */
  readonly heard: () => string | null
  /** Cuts off what is under way. */
  readonly close: () => void
}

/** `why`: what was heard of it, if anything. */
const late = (why: string | null = null): Error => {
  const text = `PostgreSQL does not answer in time${why === null ? '' : `: ${why}`}.`
  return Object.assign(new Error(text), { code: 'ETIMEDOUT' })
}

/** Rejects after `milliseconds`, having called `missed`, which may give what was heard meanwhile. */
export const within = <T>(
  work: Promise<T>,
  milliseconds: number,
  missed: () => string | null | void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(late(missed() ?? null))
    }, milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

type Found = { readonly client: Client; readonly host: string; readonly timeline: number }

/** The eight digits with which a log file's name begins; each promotion counts them up. */
const timelineOf = async ({ sql }: Client): Promise<number> => {
  const [row] = await sql<{ file: string }[]>`SELECT pg_walfile_name(pg_current_wal_lsn()) AS file`
  return Number.parseInt(row?.file.slice(0, 8) ?? '', 16)
}

type Hear = (error: unknown) => void

const ask = async (url: string, host: string, hear: Hear): Promise<Found | null> => {
  const client = connectTo(url, host)
  try {
    const asked = client.unlessOver(timelineOf(client))
    const timeline = await within(asked, hostPatience, client.drop)
    return { client, host, timeline }
  } catch (error) {
    hear(error)
    client.drop()
    return null
  }
}

/** A primary that was cut off may still believe to be one: the last to be promoted is the one. */
const findPrimary = async (url: string, hear: Hear): Promise<Found | null> => {
  const asked = await Promise.all(hostsOf(url).map((host) => ask(url, host, hear)))
  const found = asked.filter((one) => one !== null).toSorted((a, b) => b.timeline - a.timeline)
  for (const { client } of found.slice(1)) client.drop()
  return found[0] ?? null
}

const pause = 200

/** The primary, looked for until there is one. */
const seek = async (url: string, isClosed: () => boolean, hear: Hear): Promise<Found> => {
  while (!isClosed()) {
    const found = await findPrimary(url, hear)
    if (found) return found
    await wait(pause)
  }
  throw late()
}

/** Connections, those that nobody uses just now and those that are lent. */
const createStock = () => {
  let idle: Client[] = []
  let ours = new WeakSet<Client>()
  const lent = new Set<Client>()
  return {
    /** Those to this primary: what is none of them any more when it comes back hangs on the primary before. */
    ours: (): WeakSet<Client> => ours,
    lend: (client: Client): Client => {
      ours.add(client)
      lent.add(client)
      return client
    },
    give: (client: Client): void => {
      lent.delete(client)
      if (ours.has(client)) idle.push(client)
      else client.drop()
    },
    next: (): Client | undefined => {
      for (let client = idle.pop(); client; client = idle.pop()) if (client.isOpen()) return client
      return undefined
    },
    forget: (): void => {
      ours = new WeakSet()
      for (const client of idle) client.drop()
      idle = []
    },
    takeBack: (): void => {
      for (const client of lent) client.drop()
    },
  }
}

/** What was heard of a primary since one was found last. */
const createHearing = () => {
  let heard: string | null = null
  return {
    heard: () => heard,
    hear: (error: unknown): void => {
      heard = reasonOf(error) ?? heard
    },
    forget: (): void => {
      heard = null
    },
  }
}

/** Connections, all of them to the primary of the day. */
const createClients = (url: string) => {
  const [stock, hearing] = [createStock(), createHearing()]
  let host: Promise<string> | null = null
  let closed = false

  const find = async (): Promise<string> => {
    const ours = stock.ours()
    const found = await seek(url, () => closed, hearing.hear)
    hearing.forget()
    ours.add(found.client)
    stock.give(found.client)
    return found.host
  }

  const take = async (): Promise<Client> => {
    const asked = (host ??= find())
    const name = await asked
    // Forgotten meanwhile.
    if (asked !== host) return take()
    return stock.lend(stock.next() ?? connectTo(url, name))
  }

  /** Looks for the primary anew at the next call. */
  const forget = (): void => {
    host = null
    stock.forget()
  }

  return {
    forget,
    take,
    give: stock.give,
    heard: hearing.heard,
    close: (): void => {
      closed = true
      forget()
      stock.takeBack()
    },
  }
}

/** One that is there in so many milliseconds; what comes later is given back. */
const takeIn = (
  { take, give, heard }: ReturnType<typeof createClients>,
  milliseconds: number,
): Promise<Client> => {
  const taking = take()
  return within(taking, milliseconds, () => {
    void taking.then(give, () => {})
    return heard()
  })
}

export const createPool = (url: string, { size, patience }: Limits): Pool => {
  const places = createPlaces(size)
  const clients = createClients(url)

  const work = async <T>(todo: (sql: Sql) => Promise<T>, left: () => number): Promise<T> => {
    const client = await takeIn(clients, left())
    try {
      const done = client.unlessOver(todo(client.sql))
      const value = await within(done, left(), client.drop)
      // What was said as the connection was given up is no answer.
      if (!client.isOpen()) throw gone()
      return value
    } catch (error) {
      if (isLost(error)) {
        client.drop()
        clients.forget()
      }
      throw error
    } finally {
      clients.give(client)
    }
  }

  return {
    run: async (todo) => {
      const end = performance.now() + patience * 1000
      const left = (): number => Math.max(1, end - performance.now())
      if (!(await places.take(left()))) throw late()
      try {
        return await work(todo, left)
      } finally {
        places.give()
      }
    },
    heard: clients.heard,
    close: clients.close,
  }
}
