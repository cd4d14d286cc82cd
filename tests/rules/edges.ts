import { dirname, join } from 'node:path/posix'
import { parseSync, Visitor, type ESTree } from 'vite'
import type { Tree } from './tree.ts'

/** `type` is gone after compiling; `url` is loaded as a file of its own, such as a worker. */
export type Kind = 'static' | 'type' | 'dynamic' | 'url'

/** `to` is a path from the root ("locales/app/*.json" where a name is filled in at run time),
 * "npm:preact/hooks", "node:fs", or "?" when no reader can tell. */
export type Edge = { readonly from: string; readonly to: string; readonly kind: Kind }

type Found = { readonly source: string | null; readonly kind: Kind }

/** The text of a literal; the filled-in places of a template become "*". */
const textOf = (node: ESTree.Node | undefined): string | null => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type !== 'TemplateLiteral') return null
  return node.quasis.map((part) => part.value.cooked ?? '').join('*')
}

const isMeta = (node: ESTree.Node | undefined, name: string): boolean =>
  node?.type === 'MemberExpression' &&
  node.object.type === 'MetaProperty' &&
  node.property.type === 'Identifier' &&
  node.property.name === name

/** import.meta.glob takes one pattern or a list of them; "!" takes away and so imports nothing. */
const globbed = (node: ESTree.Node | undefined): readonly Found[] => {
  const nodes = node?.type === 'ArrayExpression' ? node.elements : [node]
  return nodes
    .map((one) => textOf(one ?? undefined))
    .filter((source) => source?.startsWith('!') !== true)
    .map((source) => ({ source, kind: 'dynamic' }))
}

const kindOf = (source: string, type: boolean): Kind => {
  if (type) return 'type'
  return /\?.*(url|worker|raw)/.test(source) ? 'url' : 'static'
}

const inScript = (path: string, text: string): readonly Found[] => {
  const found: Found[] = []
  const add = (source: string, type: boolean): void => {
    found.push({ source, kind: kindOf(source, type) })
  }
  const visitor = new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source.value, node.exportKind === 'type')
    },
    TSImportType: (node) => add(node.source.value, true),
    ImportExpression: (node) => {
      found.push({ source: textOf(node.source), kind: 'dynamic' })
    },
    CallExpression: (node) => {
      if (isMeta(node.callee, 'glob')) found.push(...globbed(node.arguments[0]))
    },
    NewExpression: (node) => {
      const url = node.callee.type === 'Identifier' && node.callee.name === 'URL'
      if (!url || !isMeta(node.arguments[1], 'url')) return
      found.push({ source: textOf(node.arguments[0]), kind: 'url' })
    },
  })
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be parsed'}`)
  visitor.visit(program)
  return found
}

const matches = (text: string, pattern: RegExp): readonly Found[] =>
  [...text.matchAll(pattern)].map(([, source = '']) => ({ source, kind: 'static' }))

const foundIn = (path: string, text: string): readonly Found[] => {
  if (path.endsWith('.css')) return matches(text, /@import\s+(?:url\()?['"]([^'"]+)/g)
  if (path.endsWith('.html')) return matches(text, /(?:src|href)="(\/src\/[^"]+)"/g)
  return inScript(path, text)
}

const targetOf = (from: string, source: string | null): string => {
  if (source === null) return '?'
  const path = source.replace(/\?.*$/, '')
  if (path.startsWith('node:')) return path
  if (path.startsWith('/')) return path.slice(1)
  return path.startsWith('.') ? join(dirname(from), path) : `npm:${path}`
}

/** Every way in which one file names another, in the whole tree. */
export const edgesOf = (tree: Tree): readonly Edge[] =>
  [...tree].flatMap(([from, text]) =>
    foundIn(from, text).map(({ source, kind }) => ({ from, to: targetOf(from, source), kind })),
  )
