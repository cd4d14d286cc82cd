import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { gather, root } from './run.ts'

// A room that must know no DOM or no Node has a tsconfig.json of its own, and each is checked by
// itself: that the compiler refuses `document` in the relay is a wall of the house.

const projects = globSync('{,src/*/,tests/,tests/bench/page/}tsconfig.json', { cwd: root })
  .map(dirname)
  .toSorted()

const check = async (project: string): Promise<boolean> => {
  const { ok, output } = await gather(`tsc --noEmit --pretty false -p ${project}`)
  console.log(`types ${ok ? 'ok    ' : 'FAILED'} ${project}`)
  if (!ok) console.log(output.trimEnd())
  return ok
}

/** Two at a time: more only compete for memory on a small machine. */
const lane = async (waiting: string[]): Promise<boolean> => {
  let ok = true
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    ok = (await check(next)) && ok
  }
  return ok
}

const waiting = [...projects]
const lanes = await Promise.all([lane(waiting), lane(waiting)])
process.exitCode = lanes.every((ok) => ok) ? 0 : 1
