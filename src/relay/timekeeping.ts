import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Finding } from './finding.ts'
import { find } from './finding.ts'

const run = promisify(execFile)

const ask = ['show', '--property=NTPSynchronized', '--value']

/** What the system says of whether anything keeps its clock right; null where nobody can be asked. */
const isKept = async (): Promise<boolean | null> => {
  try {
    const { stdout } = await run('timedatectl', ask, { timeout: 5000 })
    const said = stdout.trim()
    return said === 'yes' ? true : said === 'no' ? false : null
  } catch {
    return null
  }
}

/** A clock that is ahead from the start ends shares early, and nothing in the data folder could tell. */
export const checkKept = async (): Promise<readonly Finding[]> => {
  const kept = await isKept()
  const wrong =
    'Nothing keeps the clock right, and one that is ahead ends shares early: turn on NTP.'
  return kept === null ? [] : [find(kept, 'The clock is kept right (NTP).', wrong)]
}
