import type { Need } from '../../../record/areas.ts'
import { Directory } from './Directory.tsx'
import { ServicePage } from './ServicePage.tsx'
import { usePack } from './usePack.ts'

type Props = { readonly id: string | null; readonly need: Need | null; readonly apart: boolean }

/** The directory, or one service of it: both wait for the same file. */
export const DirectoryRoom = ({ id, need, apart }: Props) => {
  const pack = usePack()
  if (id === null || pack === null || pack === 'missing')
    return <Directory pack={pack} need={need} apart={apart} />
  return <ServicePage id={id} pack={pack} />
}
