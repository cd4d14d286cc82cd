import type { Sql as AnySql, TransactionSql } from 'postgres'
import postgres from 'postgres'

type Types = { int8: number }

export type Sql = AnySql<Types>
export type Tx = TransactionSql<Types>

/** All numbers here lie far below 2^53. */
const int8 = { to: 20, from: [20], serialize: String, parse: Number }

/**
 * A pool of connections to whichever of the hosts in `url` is the primary just now. What hangs is cut
 * off by the server, so that a stuck statement cannot use up the pool.
 */
export const connect = (url: string): Sql =>
  postgres(url, {
    max: 10,
    connect_timeout: 5,
    idle_timeout: 60,
    max_lifetime: 1800,
    target_session_attrs: 'primary',
    fetch_types: false,
    onnotice: () => {},
    types: { int8 },
    connection: {
      application_name: 'relay',
      statement_timeout: 10_000,
      lock_timeout: 5000,
      idle_in_transaction_session_timeout: 10_000,
      synchronous_commit: 'on',
    },
  })
