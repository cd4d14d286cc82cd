import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** Programs of our own packages come first, among them the Node that npm brought. */
const ownFirst = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`

type Ran = { readonly ok: boolean; readonly output: string }

const start = (line: string, stdio: 'inherit' | 'pipe'): Promise<Ran> =>
  new Promise((resolve) => {
    const [command = '', ...words] = line.split(' ')
    const env = { ...process.env, PATH: ownFirst }
    const child = spawn(command, words, { cwd: root, env, stdio: ['ignore', stdio, stdio] })
    let output = ''
    const keep = (text: Buffer): void => {
      output += text.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })

/** Runs one command line (words parted by single spaces, no shell) before the reader's eyes. */
export const show = async (line: string): Promise<boolean> => (await start(line, 'inherit')).ok

/** The same, but what it writes is given back, so that commands side by side do not mix. */
export const gather = (line: string): Promise<Ran> => start(line, 'pipe')
