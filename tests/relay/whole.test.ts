import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createConnection } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWhole } from '../../src/relay/whole.ts'
import { isThorough } from '../thorough.ts'
import { portOf } from './running.ts'

// Two readers of one request must never differ: what one takes for a body the other could take for a request.

type Read = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

let heard: Read[] = []

const bodyOf = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('latin1')
}

/** Every value of every field, as it stood on the wire. */
const fieldsOf = ({ rawHeaders }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    rawHeaders.flatMap((name, at) =>
      at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? '']] : [],
    ),
  )

const hear = async (incoming: IncomingMessage): Promise<void> => {
  const body = await bodyOf(incoming)
  const { method = '', url = '', httpVersion } = incoming
  const path = method === 'POST' && httpVersion === '1.1' ? url : `${method} ${url} ${httpVersion}`
  heard.push({ path, headers: fieldsOf(incoming), body })
}

const server = createServer((incoming, outgoing) => {
  void hear(incoming).then(() => outgoing.end())
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

/** What node:http makes of the bytes, until they are all read. */
const readByNode = async (bytes: Buffer): Promise<readonly Read[]> => {
  heard = []
  const socket = createConnection(portOf(server), '127.0.0.1')
  socket.on('error', () => {}).resume()
  socket.end(bytes)
  await once(socket, 'close')
  return heard
}

const readHere = (bytes: Buffer): Read | null => {
  const whole = readWhole(Buffer.from(bytes))
  if (whole === null) return null
  const { path, headers, body } = whole
  return { path, headers: Object.fromEntries(headers), body: body.toString('latin1') }
}

const often = (usual: string, ...other: string[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...other))

const first = fc.tuple(
  often('POST', 'GET', 'post', 'POST ', ' POST'),
  often('/v1/open', '/v1/create', '/v1/../x', '/v1/open?x', '/', 'http://x/v1/open', '/v1/öppna'),
  often('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'http/1.1'),
)

const value = fc.oneof(
  fc.stringMatching(/^[\x20-\x7e]{0,20}$/),
  fc.constantFrom(
    'keep-alive',
    'close',
    'chunked',
    '100-continue',
    'a, b',
    'a\tb',
    '\x00',
    'é',
    '',
  ),
)
const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Z-]{1,12}$/),
  fc.constantFrom('Connection', 'Content-Length', 'Transfer-Encoding', 'Expect', 'Upgrade', 'Host'),
  fc.constantFrom('Trailer', 'X Y', 'X_y', 'X:', ' X', ''),
)
const line = fc.tuple(name, often(': ', ':', ' : ', ':  ', ':\t'), value).map((all) => all.join(''))

const bytes = fc.uint8Array({ maxLength: 40 }).map((body) => Buffer.from(body).toString('latin1'))

/** Most of them are nearly right, and some are. */
const request = fc
  .record({
    first,
    lines: fc.array(line, { maxLength: 3 }),
    length: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      fc.constantFrom(1, -1, '+', '0', ' ', '0x', ', '),
    ),
    end: often('\r\n', '\n', '\r', '\r\n '),
    body: bytes,
    after: often('', '\r\n', 'POST /v1/stop HTTP/1.1\r\nHost: y\r\nContent-Length: 0\r\n\r\n'),
  })
  .map(({ first: [method, path, version], lines, length, end, body, after }) => {
    const said = typeof length === 'number' ? `${body.length + length}` : `${length}${body.length}`
    const own = ['Host: x', `Content-Length: ${said}`]
    const head = [`${method} ${path} ${version}`, ...own, ...lines].join(end)
    return Buffer.from(`${head}${end}${end}${body}${after}`, 'latin1')
  })

const plain = Buffer.from(
  'POST /v1/open HTTP/1.1\r\nHost: a.example\r\nContent-Length: 12\r\nAccept: */*\r\n' +
    'Content-Type: application/json\r\nAccept-Encoding: gzip, br\r\nConnection: keep-alive\r\n\r\n{"a":[1, 2]}',
)

/** A right one, with a byte or two of it changed, left out or put in. */
const nearly = fc
  .array(
    fc.record({
      at: fc.nat(plain.length),
      out: fc.constantFrom(0, 1),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 1 }).map((all) => Buffer.from(all).toString('latin1')),
        fc.constantFrom('\r\n', '\n', ' ', '\t', ':', '\r\n\r\n', '0', '1'),
      ),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((changes) =>
    changes.reduce(
      (all, { at, out, put }) =>
        Buffer.concat([all.subarray(0, at), Buffer.from(put, 'latin1'), all.subarray(at + out)]),
      plain,
    ),
  )

test('RELAY-490 what is taken for a whole request node:http reads the same, to its last byte', async () => {
  let taken = 0
  const runs = isThorough ? 20_000 : 4_000
  await fc.assert(
    fc.asyncProperty(fc.oneof(request, nearly), async (sent) => {
      const here = readHere(sent)
      if (here === null) return
      taken += 1
      expect(await readByNode(sent)).toEqual([here])
    }),
    { numRuns: runs },
  )
  expect(taken).toBeGreaterThan(runs / 20)
})

test('RELAY-490 a request as browsers send it is taken for whole', () => {
  expect(readHere(plain)).toEqual({
    path: '/v1/open',
    headers: {
      host: 'a.example',
      'content-length': '12',
      accept: '*/*',
      'content-type': 'application/json',
      'accept-encoding': 'gzip, br',
      connection: 'keep-alive',
    },
    body: '{"a":[1, 2]}',
  })
})

test.each([
  ['a field that comes twice', plain.toString().replace('Accept-Encoding', 'Accept')],
  ['a second length', plain.toString().replace('Accept: */*', 'Content-Length: 12')],
  ['chunks', plain.toString().replace('Accept: */*', 'Transfer-Encoding: chunked')],
  ['a wish to hear first', plain.toString().replace('Accept: */*', 'Expect: 100-continue')],
  ['a connection that ends', plain.toString().replace('keep-alive', 'close')],
  [
    'a connection that ends for a proxy',
    plain.toString().replace('Accept: */*', 'Proxy-Connection: close'),
  ],
  ['no host', plain.toString().replace('Host: a.example\r\n', '')],
  ['one byte more', `${plain.toString()} `],
  ['one byte less', plain.toString().slice(0, -1)],
  ['a long head', plain.toString().replace('*/*', 'a'.repeat(4_096))],
])('RELAY-490 %s is for node:http', (_, sent) => {
  expect(readHere(Buffer.from(sent))).toBeNull()
})
