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
