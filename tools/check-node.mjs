// Stands before every command, so it must run on any Node and import nothing of ours; the words behind it are
// packages that the command needs. On Linux x64 npm brings a Node that is new enough; elsewhere it has to be there.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Samlad runs on Node 22.18 or newer; this is ${process.versions.node}. ` +
      'On Linux x64, `npm ci` (with Node 20.19 or newer) brings one along; elsewhere, install it first.',
  )
  process.exit(1)
}
const missing = process.argv
  .slice(2)
  .find((name) => !existsSync(new URL(`../node_modules/${name}`, import.meta.url)))
if (missing !== undefined) {
  console.error(
    `${missing} is not here: run \`npm ci\` first ` +
      '(`npm prune` takes away what only building and testing needs).',
  )
  process.exit(1)
}
