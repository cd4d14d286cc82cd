import type { Id } from '../record/types.ts'

/** 96 random bits, enough never to meet the same one twice. */
export const newId = (): Id =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
