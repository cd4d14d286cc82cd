import { readAbout, readReceipt } from '../../src/share/answers.ts'
import { spell } from '../../src/share/bytes.ts'
import {
  limits,
  readCreate,
  readOpen,
  readOwner,
  sizes,
  version,
} from '../../src/share/contract.ts'
import { readRepliesHead, readReplyHead, readTaken } from '../../src/share/inbox.ts'
import { readPiece, readPut, readThere } from '../../src/share/pieces.ts'

// What comes over the wire, each as agreed and up to the edge, with what lies just beyond.

export const named = (bytes: number): string => spell(new Uint8Array(bytes).fill(7))

const locator = named(sizes.locator)
const hash = named(sizes.hash)
const proof = named(sizes.proof)
const owner = { version, locator, owner: proof }
const opening = { version, locator, link: proof, pass: proof, opener: named(sizes.opener) }
const receipt = {
  version,
  state: 'live',
  until: 2 ** 33 - 1,
  openers: 0,
  opens: 0,
  wrong: 0,
  unseen: 0,
  locked: 0,
  counter: 1,
  lastOpen: 0,
  replies: 0,
  order: 0,
}
const create = {
  version,
  locator,
  link: hash,
  pass: hash,
  owner: hash,
  reply: hash,
  serverShare: named(sizes.serverShare),
  until: 2 ** 40,
  openers: limits.openers.most,
  tries: limits.tries.most,
  counter: 2 ** 31,
  files: [{ id: named(sizes.file), pieces: limits.files.pieces }],
}

type Shape = {
  readonly read: (value: unknown) => unknown
  /** As agreed, with every number at its upper edge. */
  readonly whole: Readonly<Record<string, unknown>>
  /** Just beyond, or of another kind. */
  readonly wrong: Readonly<Record<string, readonly unknown[]>>
  /** Whether a field that nobody agreed on is refused; answers of a later relay may have more. */
  readonly closed: boolean
}

const noBytes = (bytes: number) => [
  named(bytes - 1),
  named(bytes + 1),
  1,
  undefined,
  `${named(bytes)}=`,
]
const noCount = [-1, 0.5, '1', undefined, null, NaN]
const noTime = [...noCount, 2 ** 33]
const noVersion = [0, 2, '1', undefined]
const file = (id: string, pieces: unknown) => ({ id, pieces })

export const shapes: Readonly<Record<string, Shape>> = {
  create: {
    read: readCreate,
    whole: create,
    closed: true,
    wrong: {
      version: noVersion,
      locator: noBytes(sizes.locator),
      link: noBytes(sizes.hash),
      pass: noBytes(sizes.hash),
      owner: noBytes(sizes.hash),
      reply: noBytes(sizes.hash),
      serverShare: noBytes(sizes.serverShare),
      until: [...noCount, 2 ** 40 + 1],
      openers: [...noCount, 0, limits.openers.most + 1],
      tries: [...noCount, 0, limits.tries.most + 1],
      counter: [...noCount, 0, 2 ** 31 + 1],
      files: [
        1,
        [file(named(sizes.file), 0)],
        [file(named(sizes.file), limits.files.pieces + 1)],
        [file(named(sizes.file - 1), 1)],
        [{ ...file(named(sizes.file), 1), more: 1 }],
        // One piece more than a share has room for, and one file more.
        [file(named(sizes.file), limits.files.pieces), file(spell(new Uint8Array(16)), 1)],
        Array.from({ length: limits.files.most + 1 }, (_, at) =>
          file(spell(new Uint8Array(16).fill(at)), 1),
        ),
        // The same one twice.
        [file(named(sizes.file), 1), file(named(sizes.file), 1)],
      ],
    },
  },
  open: {
    read: readOpen,
    whole: opening,
    closed: true,
    wrong: {
      version: noVersion,
      locator: noBytes(sizes.locator),
      link: noBytes(sizes.proof),
      pass: noBytes(sizes.proof),
      opener: noBytes(sizes.opener),
    },
  },
  owner: {
    read: readOwner,
    whole: owner,
    closed: true,
    wrong: { version: noVersion, locator: noBytes(sizes.locator), owner: noBytes(sizes.proof) },
  },
  put: {
    read: readPut,
    whole: { ...owner, file: named(sizes.file), at: limits.files.pieces - 1 },
    closed: true,
    wrong: {
      owner: noBytes(sizes.proof),
      file: noBytes(sizes.file),
      at: [...noCount, limits.files.pieces],
    },
  },
  piece: {
    read: readPiece,
    whole: { ...opening, file: named(sizes.file), at: limits.files.pieces - 1 },
    closed: true,
    wrong: {
      link: noBytes(sizes.proof),
      file: noBytes(sizes.file),
      at: [...noCount, limits.files.pieces],
    },
  },
  reply: {
    read: readReplyHead,
    whole: { version, locator, proof, id: named(sizes.reply) },
    closed: true,
    wrong: {
      version: noVersion,
      locator: noBytes(sizes.locator),
      proof: noBytes(sizes.proof),
      id: noBytes(sizes.reply),
    },
  },
  taken: {
    read: readTaken,
    whole: {
      ...owner,
      ids: Array.from({ length: limits.inbox.replies }, () => named(sizes.reply)),
    },
    closed: true,
    wrong: {
      version: noVersion,
      owner: noBytes(sizes.proof),
      ids: [
        1,
        [named(sizes.reply), 1],
        Array.from({ length: limits.inbox.replies + 1 }, () => named(sizes.reply)),
      ],
    },
  },
  replies: {
    read: readRepliesHead,
    whole: { version, replies: [{ id: named(sizes.reply), length: limits.inbox.bytes }] },
    closed: false,
    wrong: {
      version: noVersion,
      replies: [
        1,
        [{ id: named(sizes.reply), length: limits.inbox.bytes + 1 }],
        [{ id: named(sizes.reply), length: 0 }],
        [{ id: named(sizes.reply), length: 1.5 }],
        [{ id: named(sizes.reply - 1), length: 1 }],
        [1],
        Array.from({ length: limits.inbox.replies + 1 }, () => ({
          id: named(sizes.reply),
          length: 1,
        })),
      ],
    },
  },
  there: {
    read: readThere,
    whole: { version, files: [file(named(sizes.file), limits.files.pieces)] },
    closed: false,
    wrong: {
      version: noVersion,
      files: [
        1,
        [1],
        [file(named(sizes.file), limits.files.pieces + 1)],
        [file(named(sizes.file + 1), 1)],
        [file(named(sizes.file), 1), file(named(sizes.file), -1)],
      ],
    },
  },
  receipt: {
    read: readReceipt,
    whole: receipt,
    closed: false,
    wrong: {
      version: noVersion,
      state: ['gone', undefined, 1],
      until: noTime,
      openers: noCount,
      opens: noCount,
      wrong: noCount,
      unseen: noCount,
      locked: noCount,
      counter: noCount,
      replies: noCount,
      lastOpen: [-1, '1', undefined, 2 ** 33],
    },
  },
  about: {
    read: readAbout,
    whole: { version, recipientOrigin: 'https://a.example', now: 2 ** 33 - 1 },
    closed: false,
    wrong: {
      version: noVersion,
      recipientOrigin: [
        1,
        undefined,
        'https://a.example/',
        'ftp://a.example',
        `https://${'a'.repeat(2_048)}`,
      ],
      now: noTime,
    },
  },
}
