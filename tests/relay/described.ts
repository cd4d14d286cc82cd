import { hash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import { frame, paths } from '../../src/share/contract.ts'
import { text } from './given.ts'
import { madeOf, type Known } from './madeOf.ts'
import { seconds } from './running.ts'
import { at, fieldsOf, resolved, textOf, type Fields } from './schema.ts'

// The calls that docs/openapi.json describes: good ones, and whatever is near them.

const file = new URL('../../docs/openapi.json', import.meta.url)
const document = resolved(fieldsOf(JSON.parse(readFileSync(file, 'utf8'))))

export const named = at(document, 'components', 'schemas')

export type Operation = {
  readonly path: string
  /** Schema of the JSON request, or of the head of a frame; empty where nothing is read. */
  readonly asks: Fields
  /** Bytes that may follow the head; null when the request is no frame. */
  readonly most: number | null
  /** By status. */
  readonly answers: Fields
}

export const operations: readonly Operation[] = Object.entries(at(document, 'paths')).map(
  ([path, one]) => {
    const content = at(one, 'post', 'requestBody', 'content')
    const framed = at(content, 'application/octet-stream', 'x-frame')
    const isFrame = 'application/octet-stream' in content
    return {
      path,
      asks: isFrame ? at(framed, 'head') : at(content, 'application/json', 'schema'),
      most: isFrame ? Number(framed['most']) : null,
      answers: at(one, 'post', 'responses'),
    }
  },
)

export type Call = {
  readonly operation: Operation
  /** What the schema is about; null for a frame that holds nothing. */
  readonly head: unknown
  readonly wire: Uint8Array
}

const callOf = (operation: Operation, head: unknown, body: Uint8Array): Call =>
  operation.most === null
    ? { operation, head, wire: Buffer.from(JSON.stringify(head)) }
    : { operation, head: body.length > 0 ? head : null, wire: frame(Object(head), body) }

/** One share with a file, whose proofs are all the same: what is made at random must hit it often. */
export const newTarget = (passcode: boolean) => {
  const [place, proof] = [text(randomBytes(16)), text(randomBytes(32))]
  const hashed = text(hash('sha256', Buffer.from(proof, 'base64url'), 'buffer'))
  const until = seconds() + 86_400
  const owner = { version: 1, locator: place, owner: proof }
  const content = { serverShare: proof, until, files: [{ id: place, pieces: 1 }] }
  const secrets = { link: hashed, pass: passcode ? hashed : null, owner: hashed, reply: hashed }
  const terms = { openers: 5, tries: 5, counter: 1 }
  const shown = { version: 1, locator: place, link: proof, opener: place }
  const open = { ...shown, pass: passcode ? proof : null }
  /** Each call once, in an order in which each goes well. */
  const heads: readonly (readonly [string, unknown])[] = [
    [paths.about, {}],
    [paths.put, { ...owner, file: place, at: 0 }],
    [paths.there, owner],
    [paths.create, { ...owner, ...secrets, ...content, ...terms }],
    [paths.open, open],
    ...(passcode ? [] : [[paths.shown, shown] as const]),
    [paths.piece, { ...open, file: place, at: 0 }],
    [paths.reply, { version: 1, locator: place, proof, id: place }],
    [paths.replies, owner],
    [paths.taken, { ...owner, ids: [place] }],
    [paths.replace, { ...owner, ...content, counter: 2 }],
    [paths.look, owner],
    [paths.own, owner],
    [paths.pause, owner],
    [paths.resume, owner],
  ]
  return { owner, heads, known: knownOf(place, proof) }
}

const pattern = (name: string): string => textOf(at(named, name)['pattern'])

const knownOf = (place: string, proof: string): Known =>
  new Map([
    [pattern('Bytes16'), [place]],
    [pattern('Bytes32'), [proof]],
  ])

export const goodCall = (path: string, head: unknown): Call => {
  const operation = operations.find((one) => one.path === path)
  if (!operation) throw new Error(`${path} is not described`)
  return callOf(operation, head, Buffer.from('sealed'))
}

/** An end that the relay takes comes up often, so that shares are made. */
const inTime = (head: unknown): unknown => {
  const fields = fieldsOf(head)
  if (!('until' in fields) || Number(fields['until']) % 3 === 0) return head
  return { ...fields, until: seconds() + 86_400 }
}

const without = (head: unknown, name: string): unknown =>
  Object.fromEntries(Object.entries(fieldsOf(head)).filter(([one]) => one !== name))

/** What is as described, and what is off by one field, one value or all of it. */
const headsOf = (asks: Fields, known: Known): Arbitrary<unknown> => {
  const good = madeOf(asks, known).map(inTime)
  const name = fc.constantFrom(...Object.keys(at(asks, 'properties')), 'more')
  return fc.oneof(
    { arbitrary: good, weight: 6 },
    fc.tuple(good, name).map(([head, one]) => without(head, one)),
    fc
      .tuple(good, fc.oneof(name, fc.string()), fc.jsonValue())
      .map(([head, one, value]) => ({ ...fieldsOf(head), [one]: value })),
    fc.jsonValue(),
  )
}

const anyOf = (operation: Operation, known: Known): Arbitrary<Call> =>
  fc
    .tuple(headsOf(operation.asks, known), fc.uint8Array({ maxLength: 40 }))
    .map(([head, body]) => callOf(operation, head, body))

export const anyCall = (known: Known): Arbitrary<Call> =>
  fc.oneof(...operations.map((operation) => anyOf(operation, known)))
