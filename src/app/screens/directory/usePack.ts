import { useEffect, useState } from 'preact/hooks'
import { readPack } from '../../../exchange/pack.ts'
import type { Pack } from '../../../exchange/service.ts'

const path = '/data/se.json'

const load = async (): Promise<Pack | null> => {
  try {
    const response = await fetch(path)
    const read = response.ok ? readPack(await response.text()) : null
    return read?.ok ? read.pack : null
  } catch {
    return null
  }
}

/** The directory, which lies on the phone since the first visit. null while it is being read. */
export const usePack = (): Pack | 'missing' | null => {
  const [pack, setPack] = useState<Pack | 'missing' | null>(null)
  useEffect(() => void load().then((found) => setPack(found ?? 'missing')), [])
  return pack
}
