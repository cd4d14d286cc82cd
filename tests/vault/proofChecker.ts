import { createHash } from 'node:crypto'

// A second checker, written from docs/formats/evidence.md alone.

type Proof = {
  readonly root: string
  readonly index: number
  readonly path: readonly string[]
  readonly salt: string
  readonly entry: string
}

const sha = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

export const checks = ({ root, index, path, salt, entry }: Proof): boolean => {
  let at = index
  let node = sha(Buffer.of(0), Buffer.from(salt, 'hex'), Buffer.from(entry, 'utf8'))
  for (const text of path) {
    const other = Buffer.from(text, 'hex')
    node = at % 2 === 1 ? sha(Buffer.of(1), other, node) : sha(Buffer.of(1), node, other)
    at = Math.floor(at / 2)
  }
  return at === 0 && node.toString('hex') === root
}
