import { isFull } from './full.ts'
import { settings } from './settings.ts'

// What the system says of a start that failed is for who wrote the program. These sentences say what to do.

type Fault = Error & {
  readonly code: string
  readonly syscall?: string
  readonly path?: string
  readonly port?: number
}

const { host, appPort, recipientPort, watchPort, data, database } = settings
const ports = `${appPort.name}, ${recipientPort.name} or ${watchPort.name}`
const notHere = `${host.name} must be an address of this machine, such as ${host.standard}.`

type Sentences = Readonly<Record<string, string>>

/** Of an address to listen on, by code. */
const ofPort = (port: number | undefined): Sentences => ({
  EADDRINUSE: `Port ${port} is in use. Stop what uses it, or choose another with ${ports}.`,
  EACCES: `Port ${port} is kept for root. Choose one from 1024 on with ${ports}.`,
  EADDRNOTAVAIL: notHere,
  ENOTFOUND: notHere,
  EAI_AGAIN: notHere,
})

/** Of a file or folder, by code. */
const ofPath = (path: string): Sentences => {
  const barred = `This user may not use ${path}: give it to the user that the relay runs as (chown).`
  return {
    EACCES: barred,
    EPERM: barred,
    EEXIST: `${path} is there already: choose another name.`,
    ENOTDIR: `${path} cannot be made: what it should lie in is no folder.`,
    ENOENT: `${path} cannot be made: see that the folder around it is there and can be written.`,
    EROFS: `${path} cannot be written: its disk is mounted for reading only.`,
  }
}

const barred = `The database in ${data.name} cannot be used: files there belong to another user, or can only be read.`
const damaged = `relay.db in ${data.name} is damaged, or no relay’s: put it aside, and see “Backup” in docs/HOSTING.md.`

/** Of SQLite, by the code’s first two words. */
const ofDatabase: Sentences = {
  SQLITE_CANTOPEN: barred,
  SQLITE_READONLY: barred,
  SQLITE_PERM: barred,
  SQLITE_NOTADB: damaged,
  SQLITE_CORRUPT: damaged,
  SQLITE_IOERR: `The disk of ${data.name} does not do what it is asked to: see what the system says of it.`,
}

const notOwner = `The user of ${database.name} may not make tables there: let it own that database (ALTER DATABASE … OWNER TO …).`

const sentenceOf = ({ code, syscall, path, port }: Fault): string | undefined => {
  if (code === '42501') return notOwner
  if (code.startsWith('SQLITE_')) return ofDatabase[code.split('_', 2).join('_')]
  if (syscall === 'listen' || syscall === 'getaddrinfo') return ofPort(port)[code]
  return path === undefined ? undefined : ofPath(path)[code]
}

const isFault = (error: Error): error is Fault => 'code' in error && typeof error.code === 'string'

/** A sentence for whoever tried to start the relay. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return 'It could not be started.'
  if (isFull(error)) return 'The disk is full: make room on it, then start again.'
  return (isFault(error) ? sentenceOf(error) : undefined) ?? error.message
}
