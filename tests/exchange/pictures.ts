// What a photo may not carry, as a plain search over its bytes: no parser that could be mistaken.

const telling: readonly string[] = [
  'Exif',
  'GPS',
  'http://ns.adobe.com',
  'xmpmeta',
  'XML:com',
  'Photoshop',
  '8BIM',
  'ICC_PROFILE',
  'iCCP',
  'eXIf',
  'tEXt',
  'iTXt',
  'zTXt',
  'tIME',
  'Apple',
  'iPhone',
  'HTC',
]

export const tellingIn = (bytes: Uint8Array): readonly string[] => {
  const text = Buffer.from(bytes).toString('latin1')
  return telling.filter((word) => text.includes(word))
}
