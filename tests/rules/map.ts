import type { Edge, Kind } from './edges.ts'

// Who may import whom. What is not named here is refused. Read it as the threat model: whoever
// wants to know what can touch keys, disk, net or first paint follows these lines.

type Door = { readonly to: string; readonly only: Kind }

/** A path that ends in a slash opens the folder; a package opens its subpaths too. */
const rooms: Readonly<Record<string, readonly (string | Door)[]>> = {
  disguise: [
    'locales/disguise/',
    'src/look/',
    'npm:big.js',
    { to: 'src/vault/messages.ts', only: 'type' },
    { to: 'src/app/main.tsx', only: 'dynamic' },
    { to: 'src/vault/worker.ts', only: 'url' },
  ],
  look: [],
  record: [],
  worker: [],
  crypto: ['npm:libsodium-wrappers-sumo'],
  i18n: ['npm:i18next'],
  vault: ['src/crypto/', 'npm:idb', 'npm:shamir-secret-sharing'],
  share: ['src/record/'],
  exchange: ['src/record/', 'npm:ical.js'],
  recipient: [
    'locales/recipient/',
    'src/share/',
    'src/record/',
    'src/i18n/',
    'src/look/',
    'npm:preact',
  ],
  relay: [
    'src/share/about.ts',
    'src/share/contract.ts',
    'src/share/fields.ts',
    'src/share/inbox.ts',
    'src/share/pieces.ts',
    'src/share/wish.ts',
    'npm:hono',
    'npm:@hono/node-server',
    'npm:better-sqlite3',
    'npm:postgres',
    'node:',
  ],
  app: [
    'locales/app/',
    'locales/recipient/',
    'src/record/',
    'src/exchange/',
    'src/vault/',
    'src/share/',
    'src/i18n/',
    'src/disguise/exit.ts',
    { to: 'src/disguise/door.ts', only: 'type' },
    { to: 'src/disguise/line.ts', only: 'type' },
    'src/recipient/paper.tsx',
    'src/recipient/paper/',
    'src/look/',
    'npm:preact',
    'npm:workbox-window',
    'npm:uqr',
  ],
}

export const roomNames: readonly string[] = Object.keys(rooms)

export const roomOf = (path: string): string | null => {
  if (/^(index|convert|timer)\.html$/.test(path)) return 'disguise'
  if (path === 'recipient.html') return 'recipient'
  const [top, room = ''] = path.split('/')
  return top === 'src' ? room : null
}

const opens = (allowed: string, to: string): boolean =>
  allowed === to ||
  (/[/:]$/.test(allowed) && to.startsWith(allowed)) ||
  (allowed.startsWith('npm:') && to.startsWith(`${allowed}/`))

const allows = (entry: string | Door, edge: Edge): boolean =>
  typeof entry === 'string'
    ? opens(entry, edge.to)
    : entry.only === edge.kind && opens(entry.to, edge.to)

/** The edges that the map does not allow, as sentences. */
export const refused = (edges: readonly Edge[]): readonly string[] =>
  edges.flatMap((edge) => {
    const room = roomOf(edge.from)
    if (room === null || room === roomOf(edge.to)) return []
    const doors = rooms[room]
    if (!doors) return [`src/${room} is no room of the map`]
    if (doors.some((entry) => allows(entry, edge))) return []
    return [`${edge.from} must not import ${edge.to} (${edge.kind})`]
  })
