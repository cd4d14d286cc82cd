// Runs before anything is installed, so it must work on any Node and import nothing of ours.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Samlad needs Node 20.19 or newer to install; this is ${process.versions.node}.`)
  process.exit(1)
}
