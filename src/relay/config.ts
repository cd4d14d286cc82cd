import { settings } from './settings.ts'

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

const names: ReadonlySet<string> = new Set(Object.values(settings).map(({ name }) => name))

/** The tools' own, and what Kubernetes and Docker make where something beside it is called samlad. */
const foreign =
  /^SAMLAD_(BROWSER|ENGINES|THOROUGH|NAME|SERVICE_\w+|PORT_\d\w*|ENV_\w+)=|^SAMLAD_PORT=\w+:\/\//

/** A name with a slip in it would leave the standard in force without a word. */
const refuseUnknown = (env: Env): void => {
  const [unknown] = Object.entries(env).find(
    ([name, value]) =>
      name.startsWith('SAMLAD_') && !names.has(name) && !foreign.test(`${name}=${value}`),
  ) ?? [undefined]
  if (unknown === undefined) return
  throw new Error(`${unknown} is no setting; docs/HOSTING.md names those that there are.`)
}

/** Whether it is an origin of pages, and nothing more. */
export const isOrigin = (value: string): boolean =>
  URL.canParse(value) &&
  new URL(value).origin === value &&
  /^https?:$/.test(new URL(value).protocol)

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
    if (isOrigin(value)) return value
    return refuse(name, 'an origin such as https://example.org, without a slash at the end')
  }
  const line = (name: Name): string =>
    /^\P{Cc}{0,120}$/u.test(text(name)) ? text(name) : refuse(name, 'one line of at most 120 signs')
  const filled = (name: Name, wish: string): string => text(name) || refuse(name, wish)
  return { text, whole, flag, origin, line, filled }
}

/** Of several hosts, which only PostgreSQL has in one address, the first. */
const firstHost = (url: string): string => url.replace(/^(\w+:\/\/(?:[^/?]*@)?[^/?,]*)[^/?]*/, '$1')

const isAddress = (url: string): boolean =>
  /^postgres(ql)?:\/\//.test(url) && URL.canParse(firstHost(url)) && !/%(?![\da-f]{2})/i.test(url)

/** The message must not show the address: there is a password in it. */
const database = (url: string): string => {
  if (url === '' || isAddress(url)) return url
  const wish = 'postgres://user:password@host/database, with %25, %2F and %40 for %, / and @ in it'
  throw new Error(`${settings.database.name} must be an address such as ${wish}.`)
}

type Ports = Pick<Config, 'host' | 'appPort' | 'recipientPort' | 'watchPort'>

/** Addresses that 127.0.0.1, where the watch port is, may be one of. */
const near = /^(127\.|0\.0\.0\.0$|::|localhost$|\[)/

/** Each port of an address is of one thing alone. */
const apart = <T extends Ports>(config: T): T => {
  const own = ['appPort', 'recipientPort'] as const
  const all =
    near.test(config.host) && config.watchPort > 0 ? ([...own, 'watchPort'] as const) : own
  for (const name of all) {
    const other = all.find((one) => one !== name && config[one] === config[name])
    if (other) throw new Error(`${settings[name].name} and ${settings[other].name} must differ.`)
  }
  return config
}

/** The message must not show it. */
const secret = (key: string): string => {
  if (key === '' || key.length >= 32) return key
  throw new Error(`${settings.createKey.name} must be empty, or 32 signs or longer.`)
}

/** Reads the settings. Throws an error whose message is fit to print when one makes no sense. */
export const readConfig = (env: Env): Config => {
  refuseUnknown(env)
  const { text, whole, flag, origin, line, filled } = reader(env)
  const recipientPort = whole('recipientPort', 1, 65_535)
  return apart({
    host: filled('host', 'an address of this machine'),
    appPort: whole('appPort', 1, 65_535),
    recipientPort,
    watchPort: whole('watchPort', 0, 65_535),
    recipientOrigin: origin('recipientOrigin', `http://localhost:${recipientPort}`),
    data: filled('data', 'the path of a folder'),
    database: database(text('database')),
    pool: whole('pool', 1, 1000),
    databasePatience: whole('databasePatience', 1, 3600),
    scrub: whole('scrub', 0, 8760),
    runBy: line('runBy'),
    contact: line('contact'),
    pages: filled('pages', 'the path of a folder'),
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
  })
}
