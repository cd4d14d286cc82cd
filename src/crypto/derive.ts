import type { Sodium } from './sodium.ts'
import { steady } from './steady.ts'

/** 32 bytes of BLAKE2b over `label`, keyed with `secret` (at most 64 bytes). */
export const derive = (sodium: Sodium, secret: Uint8Array, label: string): Uint8Array =>
  steady(sodium.crypto_generichash(32, new TextEncoder().encode(label), secret))
