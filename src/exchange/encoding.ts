const utf8 = new TextDecoder('utf-8', { fatal: true })
const western = new TextDecoder('windows-1252')

const attempt = (decoder: () => TextDecoder, bytes: Uint8Array): string | null => {
  try {
    return decoder().decode(bytes)
  } catch {
    return null
  }
}

/** Text in the named character set; where the name or the bytes are wrong, UTF-8, else Windows-1252. */
export const decode = (bytes: Uint8Array, charset = ''): string =>
  (charset ? attempt(() => new TextDecoder(charset, { fatal: true }), bytes) : null) ??
  attempt(() => utf8, bytes) ??
  western.decode(bytes)

/** The first bytes as letters, one for one: for names and marks, which are ASCII. */
export const ascii = (bytes: Uint8Array, most: number): string =>
  String.fromCharCode(...bytes.subarray(0, most))

const wide = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Both formats begin with a letter, so a zero beside it can only be the other half of a unit.
  if (first === 0 && second) return 'utf-16be'
  return first && second === 0 ? 'utf-16le' : null
}

/** The same file with bytes that lines can be found in: UTF-16 becomes UTF-8, a mark goes. */
export const narrow = (bytes: Uint8Array): Uint8Array => {
  const charset = wide(bytes)
  if (charset) return new TextEncoder().encode(new TextDecoder(charset).decode(bytes))
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return marked ? bytes.subarray(3) : bytes
}

const nibble = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Quoted-printable to bytes; an equals sign that starts no pair of hex digits stands for itself. */
export const unquote = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] ?? 0
    const high = code === 0x3d ? nibble(bytes[at + 1] ?? 0) : -1
    const low = high < 0 ? -1 : nibble(bytes[at + 2] ?? 0)
    out[length++] = low < 0 ? code : high * 16 + low
    if (low >= 0) at += 2
  }
  return out.subarray(0, length)
}
