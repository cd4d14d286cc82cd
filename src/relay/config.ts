// Everything that a host can set, in one table. docs/HOSTING.md shows the same table.

export type Setting = {
  readonly name: string
  readonly standard: string
  readonly what: string
}

export const settings = {
  host: {
    name: 'SAMLAD_HOST',
    standard: '127.0.0.1',
    what: 'Address that both ports listen on. Leave it alone when a reverse proxy runs beside it.',
  },
  appPort: { name: 'SAMLAD_APP_PORT', standard: '8080', what: "Port of the app's origin." },
  recipientPort: {
    name: 'SAMLAD_RECIPIENT_PORT',
    standard: '8081',
    what: "Port of the recipient's origin.",
  },
  watchPort: {
    name: 'SAMLAD_WATCH_PORT',
    standard: '0',
    what: 'Port on 127.0.0.1 for /healthz, /readyz and /metrics; 0 for none.',
  },
  recipientOrigin: {
    name: 'SAMLAD_RECIPIENT_ORIGIN',
    standard: '',
    what: 'Origin that goes into links, as agencies reach it; empty means localhost and the port.',
  },
  data: {
    name: 'SAMLAD_DATA',
    standard: './data',
    what: 'Folder of everything that is kept; one relay at a time has it.',
  },
  database: {
    name: 'DATABASE_URL',
    standard: '',
    what: 'Address of a PostgreSQL that keeps everything instead of the folder; empty for the folder.',
  },
  pool: {
    name: 'SAMLAD_POOL',
    standard: '10',
    what: 'Connections of this relay to PostgreSQL at one time, and one more for its sweeps.',
  },
  databasePatience: {
    name: 'SAMLAD_DATABASE_PATIENCE',
    standard: '15',
    what: 'Seconds that a call may take at PostgreSQL; then it has failed, and the line is given up.',
  },
  scrub: {
    name: 'SAMLAD_SCRUB',
    standard: '24',
    what: 'Hours between two rewrites of PostgreSQL’s tables, after which no erased key is left; 0: none.',
  },
  runBy: {
    name: 'SAMLAD_RUN_BY',
    standard: '',
    what: 'Name of who runs this, which agencies read at the foot of the page; empty for none.',
  },
  contact: {
    name: 'SAMLAD_CONTACT',
    standard: '',
    what: 'How agencies reach who runs this, such as a telephone number. Stands beside the name.',
  },
  pages: { name: 'SAMLAD_PAGES', standard: './dist', what: 'Folder of the two built front ends.' },
  tls: {
    name: 'SAMLAD_TLS',
    standard: '0',
    what: '1 when a proxy in front speaks TLS: browsers are then told never to use plain HTTP.',
  },
  proxied: {
    name: 'SAMLAD_PROXIED',
    standard: '0',
    what: '1 when a proxy in front sets X-Forwarded-For; its last entry is then the caller.',
  },
  mostBytes: {
    name: 'SAMLAD_MOST_BYTES',
    standard: '10000000000',
    what: 'Bytes that the folder may hold: no new share from 95 % on, no reply when full; all else goes on.',
  },
  spare: {
    name: 'SAMLAD_SPARE',
    standard: '200000000',
    what: 'Free bytes on the disk below which no share is taken; below a quarter of them no reply.',
  },
  inFlight: {
    name: 'SAMLAD_IN_FLIGHT',
    standard: '48000000',
    what: 'Bytes of shares on their way in at one time, and as many out; one address has a quarter.',
  },
  connections: {
    name: 'SAMLAD_CONNECTIONS',
    standard: '2000',
    what: 'Connections that each port holds at one time.',
  },
  connectionsEach: {
    name: 'SAMLAD_CONNECTIONS_EACH',
    standard: '200',
    what: 'Connections that one address holds at one time. Behind a proxy the proxy counts them.',
  },
  creates: {
    name: 'SAMLAD_CREATES',
    standard: '120',
    what: 'Shares that one address may make in a minute.',
  },
  asks: {
    name: 'SAMLAD_ASKS',
    standard: '1200',
    what: 'Other calls that one address may make in a minute; an agency often is one address.',
  },
  bytes: {
    name: 'SAMLAD_BYTES',
    standard: '200000000',
    what: 'Bytes of shares and files that one address may send in a minute.',
  },
  createKey: {
    name: 'SAMLAD_CREATE_KEY',
    standard: '',
    what: "Secret of 32 signs or more: only who has the day's token from the app brings something new.",
  },
  loads: {
    name: 'SAMLAD_LOADS',
    standard: '3000',
    what: 'Files of the pages that one address may fetch in a minute.',
  },
  patience: {
    name: 'SAMLAD_PATIENCE',
    standard: '5',
    what: 'Seconds that a line may stand still, in or out; 8 kB have to pass in each second then.',
  },
  sweep: {
    name: 'SAMLAD_SWEEP',
    standard: '60',
    what: 'Seconds between two sweeps of what has ended.',
  },
} as const satisfies Readonly<Record<string, Setting>>

export type Config = {
  readonly host: string
  readonly appPort: number
  readonly recipientPort: number
  readonly watchPort: number
  readonly recipientOrigin: string
  readonly data: string
  readonly database: string
  readonly pool: number
  readonly databasePatience: number
  readonly scrub: number
  readonly runBy: string
  readonly contact: string
  readonly pages: string
  readonly tls: boolean
  readonly proxied: boolean
  readonly mostBytes: number
  readonly spare: number
  readonly inFlight: number
  readonly connections: number
  readonly connectionsEach: number
  readonly creates: number
  readonly asks: number
  readonly bytes: number
  readonly createKey: string
  readonly loads: number
  readonly patience: number
  readonly sweep: number
}

type Name = keyof typeof settings
type Env = Readonly<Record<string, string | undefined>>

const reader = (env: Env) => {
  const text = (name: Name): string => env[settings[name].name] ?? settings[name].standard
  const refuse = (name: Name, wish: string): never => {
    throw new Error(`${settings[name].name} must be ${wish}.`)
  }
  const whole = (name: Name, least: number, most = 2 ** 50): number => {
    const value = /^\d{1,16}$/.test(text(name)) ? Number(text(name)) : Number.NaN
    if (value >= least && value <= most) return value
    return refuse(name, `a whole number from ${least} to ${most}`)
  }
  const flag = (name: Name): boolean => {
    if (text(name) === '1' || text(name) === '0') return text(name) === '1'
    return refuse(name, '0 or 1')
  }
  const origin = (name: Name, otherwise: string): string => {
    const value = text(name) || otherwise
    if (URL.canParse(value) && new URL(value).origin === value) return value
    return refuse(name, 'an origin such as https://example.org, without a slash at the end')
  }
  const line = (name: Name): string =>
    /^\P{Cc}{0,120}$/u.test(text(name)) ? text(name) : refuse(name, 'one line of at most 120 signs')
  return { text, whole, flag, origin, line }
}

/** The message must not show the address: there is a password in it. */
const database = (url: string): string => {
  if (url === '' || /^postgres(ql)?:\/\//.test(url)) return url
  throw new Error(`${settings.database.name} must begin with postgres://.`)
}

/** The message must not show it. */
const secret = (key: string): string => {
  if (key === '' || key.length >= 32) return key
  throw new Error(`${settings.createKey.name} must be empty, or 32 signs or longer.`)
}

/** Reads the settings. Throws an error whose message is fit to print when one makes no sense. */
export const readConfig = (env: Env): Config => {
  const { text, whole, flag, origin, line } = reader(env)
  const recipientPort = whole('recipientPort', 1, 65_535)
  return {
    host: text('host'),
    appPort: whole('appPort', 1, 65_535),
    recipientPort,
    watchPort: whole('watchPort', 0, 65_535),
    recipientOrigin: origin('recipientOrigin', `http://localhost:${recipientPort}`),
    data: text('data'),
    database: database(text('database')),
    pool: whole('pool', 1, 1000),
    databasePatience: whole('databasePatience', 1, 3600),
    scrub: whole('scrub', 0, 8760),
    runBy: line('runBy'),
    contact: line('contact'),
    pages: text('pages'),
    tls: flag('tls'),
    proxied: flag('proxied'),
    mostBytes: whole('mostBytes', 0),
    spare: whole('spare', 0),
    inFlight: whole('inFlight', 0),
    connections: whole('connections', 1, 1_000_000),
    connectionsEach: whole('connectionsEach', 1, 1_000_000),
    creates: whole('creates', 0, 1_000_000_000),
    asks: whole('asks', 0, 1_000_000_000),
    bytes: whole('bytes', 0),
    createKey: secret(text('createKey')),
    loads: whole('loads', 0, 1_000_000_000),
    patience: whole('patience', 1, 3600),
    sweep: whole('sweep', 1, 86_400),
  }
}
