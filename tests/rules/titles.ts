import { parseSync, Visitor, type ESTree } from 'vite'

const isName = (node: ESTree.Node, names: readonly string[]): boolean =>
  node.type === 'Identifier' && names.includes(node.name)

const isTest = (node: ESTree.Node): boolean => isName(node, ['test', 'it'])

/** test.each([...]) and test.for([...]) give what is then called with a title. */
const isTable = (node: ESTree.Node): boolean =>
  node.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  isTest(node.callee.object) &&
  isName(node.callee.property, ['each', 'for', 'runIf', 'skipIf'])

const firstText = (node: ESTree.Node | undefined): string | null => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  return node?.type === 'TemplateLiteral' ? (node.quasis[0]?.value.cooked ?? null) : null
}

/** The titles of the tests in one file; of a title that is put together, its beginning. */
export const titlesOf = (path: string, text: string): readonly string[] => {
  const titles: string[] = []
  const visitor = new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      const title = isTest(callee) || isTable(callee) ? firstText(first) : null
      if (title !== null) titles.push(title)
    },
  })
  visitor.visit(parseSync(path, text).program)
  return titles
}

/** The rule that a title begins with: "CALC-3 percent of a sum" gives "CALC-3". */
export const ruleIn = (title: string): string | null =>
  /^[A-Z][A-Z0-9-]*-\d+\b/.exec(title)?.[0] ?? null
