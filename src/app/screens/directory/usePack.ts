import { useEffect, useMemo, useState } from 'preact/hooks'
import { readPack } from '../../../exchange/pack.ts'
import { joinPacks } from '../../../exchange/packs.ts'
import type { Pack } from '../../../exchange/service.ts'
import { listOf } from '../../../record/record.ts'
import { useApp } from '../../use.ts'

/** The country's own first, then what regions and municipalities have gathered. */
const country = '/data/se.json'
const regions = ['/data/se-1488.json'] as const

const readText = (text: string): Pack | null => {
  const read = readPack(text)
  return read.ok ? read.pack : null
}

const load = async (path: string): Promise<Pack | null> => {
  try {
    const response = await fetch(path)
    return response.ok ? readText(await response.text()) : null
  } catch {
    return null
  }
}

const loadAll = async (): Promise<Pack | 'missing'> => {
  const [first, ...others] = await Promise.all([country, ...regions].map(load))
  return first
    ? joinPacks(
        first,
        others.flatMap((pack) => pack ?? []),
      )
    : 'missing'
}

/**
 * The directory, which lies on the phone since the first visit, with the packs that she brought in.
 * null while it is being read.
 */
export const usePack = (): Pack | 'missing' | null => {
  const { record } = useApp()
  const [shipped, setShipped] = useState<Pack | 'missing' | null>(null)
  useEffect(() => void loadAll().then(setShipped), [])
  const own = useMemo(
    () => listOf(record, 'pack').flatMap(({ text }) => readText(text) ?? []),
    [record.pack],
  )
  return shipped === null || shipped === 'missing' ? shipped : joinPacks(shipped, own)
}
