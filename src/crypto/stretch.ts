import { plainCode } from './code.ts'
import type { Cost } from './cost.ts'
import { ready } from './sodium.ts'
import { steady } from './steady.ts'
import { wipe } from './wipe.ts'

/**
 * The 64-byte secret behind a code. Its WebAssembly memory never shrinks again, so call it in a
 * worker that is thrown away afterwards.
 */
export const stretch = async (code: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> => {
  const sodium = await ready()
  const typed = new TextEncoder().encode(plainCode(code))
  const secret = steady(
    sodium.crypto_pwhash(
      64,
      typed,
      salt,
      cost.passes,
      cost.memory * 1024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    ),
  )
  wipe(typed)
  return secret
}
