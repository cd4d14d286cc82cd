import type { Need } from '../../../record/areas.ts'
import { Directory } from './Directory.tsx'
import { ServicePage } from './ServicePage.tsx'
import { usePack } from './usePack.ts'

type Props = { readonly id: string | null; readonly need: Need | null }

/** The directory, or one service of it: both wait for the same file. */
export const DirectoryRoom = ({ id, need }: Props) => {
  const pack = usePack()
  if (id === null || pack === null || pack === 'missing')
    return <Directory pack={pack} need={need} />
  return <ServicePage id={id} pack={pack} />
}
