// A request that comes whole, in one piece, can be read without a parser's machine. Read is only what can be
// read in one way: all else is null, and for node:http to read or to refuse.

export type Whole = {
  readonly path: string
  /** By their names in small letters; none comes twice. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer<ArrayBuffer>
}

/** Bytes of a head: half of what node:http takes, so that both never differ about one. */
const mostHead = 4096

const headEnd = '\r\n\r\n'
const firstLine = /^POST (\/v1\/[a-z]{1,16}) HTTP\/1\.1$/
const field = /^([a-z0-9-]{1,64}): ?([\x21-\x7e]+(?: [\x21-\x7e]+)*)$/i
const decimal = /^[1-9]\d{0,7}$/

/** By these a request says that what follows is not simply its body, or that nothing may follow. */
const others = ['transfer-encoding', 'expect', 'upgrade', 'trailer', 'proxy-connection']

const fieldsOf = (lines: readonly string[]): ReadonlyMap<string, string> | null => {
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = field.exec(line) ?? []
    if (name === undefined || value === undefined) return null
    fields.set(name.toLowerCase(), value)
  }
  return fields.size === lines.length ? fields : null
}

const isPlain = (fields: ReadonlyMap<string, string>): boolean =>
  fields.has('host') &&
  (fields.get('connection') ?? 'keep-alive') === 'keep-alive' &&
  !others.some((name) => fields.has(name))

const lengthIn = (fields: ReadonlyMap<string, string>): number => {
  const length = fields.get('content-length') ?? ''
  return decimal.test(length) ? Number(length) : Number.NaN
}

/** The request that `chunk` is, exactly: to its last byte, and not one more. */
export const readWhole = (chunk: Buffer<ArrayBuffer>): Whole | null => {
  const end = chunk.indexOf(headEnd)
  if (end < 0 || end > mostHead) return null
  const [first = '', ...lines] = chunk.toString('latin1', 0, end).split('\r\n')
  const path = firstLine.exec(first)?.[1]
  const headers = path === undefined ? null : fieldsOf(lines)
  if (path === undefined || headers === null || !isPlain(headers)) return null
  const from = end + headEnd.length
  return chunk.length === from + lengthIn(headers)
    ? { path, headers, body: chunk.subarray(from) }
    : null
}
