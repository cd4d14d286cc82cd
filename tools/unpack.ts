import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

/** Decompresses one brotli file into an executable. */
const inflate = async (from: string, to: string): Promise<void> => {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))
  chmodSync(to, 0o755)
}

/** Unpacks a brotli-compressed tar into a folder, by the system's own tar. */
const untar = async (from: string, into: string): Promise<void> => {
  const tar = spawn('tar', ['-x', '-C', into], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(tar, 'exit')
  await pipeline(createReadStream(from), createBrotliDecompress(), tar.stdin)
  const [code] = await ended
  if (code !== 0) throw new Error(`tar could not unpack ${from}`)
}

/** Files of the npm package @sparticuz/chromium: `packed` is its bin folder. Its own unpacking uses
 * one shared folder under the temp directory and may find another version there, so we do it. */
const fill = async (packed: string, folder: string): Promise<void> => {
  await inflate(join(packed, 'chromium.br'), join(folder, 'chromium'))
  await untar(join(packed, 'al2023.tar.br'), folder)
  await untar(join(packed, 'fonts.tar.br'), folder)
}

/** Unpacks once per version into `folder`. It appears whole or not at all, so that a run that was
 * broken off, or two at the same time, cannot leave half a browser behind. */
export const unpack = async (packed: string, folder: string): Promise<void> => {
  if (existsSync(folder)) return
  const partial = `${folder}.${process.pid}.partial`
  mkdirSync(partial, { recursive: true })
  try {
    await fill(packed, partial)
    renameSync(partial, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}
