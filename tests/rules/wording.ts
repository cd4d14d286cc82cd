import { parseSync, Visitor, type ESTree } from 'vite'
import type { Tree } from './tree.ts'

/** What a room says: `asked` are the keys in calls of t, where "*" stands for a name that is filled
 * in at run time; `mentioned` is every text and property that could be a key which is passed on. */
export type Wording = {
  readonly asked: ReadonlySet<string>
  readonly mentioned: ReadonlySet<string>
}

/** The keys that the first argument of t can be; nothing for a variable. */
const keysOf = (node: ESTree.Node | null | undefined): readonly string[] => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return [node.value]
  if (node?.type === 'TemplateLiteral') {
    return [node.quasis.map((part) => part.value.cooked ?? '').join('*')]
  }
  if (node?.type === 'ConditionalExpression') {
    return [...keysOf(node.consequent), ...keysOf(node.alternate)]
  }
  return []
}

const isT = (node: ESTree.Node): boolean => {
  const name = node.type === 'MemberExpression' ? node.property : node
  return name.type === 'Identifier' && name.name === 't'
}

export const wordingOf = (tree: Tree): Wording => {
  const asked = new Set<string>()
  const mentioned = new Set<string>()
  const visitor = new Visitor({
    CallExpression: (node) => {
      if (isT(node.callee)) for (const key of keysOf(node.arguments[0])) asked.add(key)
    },
    Literal: (node) => {
      if (typeof node.value === 'string') mentioned.add(node.value)
    },
    TemplateLiteral: (node) => {
      for (const key of keysOf(node)) if (/^[a-z][\w.]*\.\*/.test(key)) mentioned.add(key)
    },
    MemberExpression: (node) => {
      if (node.property.type === 'Identifier') mentioned.add(node.property.name)
    },
  })
  for (const [path, text] of tree) visitor.visit(parseSync(path, text).program)
  return { asked, mentioned }
}

/** Whether a key is one that a pattern such as "paper.status.*" may mean. */
export const meets = (pattern: string, key: string): boolean => {
  if (!pattern.includes('*')) return pattern === key
  const parts = pattern.split('*').map((part) => part.replace(/\W/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\w-]+')}$`).test(key)
}
