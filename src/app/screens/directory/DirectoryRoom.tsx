import { Directory } from './Directory.tsx'
import { ServicePage } from './ServicePage.tsx'
import { usePack } from './usePack.ts'

/** The directory, or one service of it: both wait for the same file. */
export const DirectoryRoom = ({ id }: { readonly id: string | null }) => {
  const pack = usePack()
  if (id === null || pack === null || pack === 'missing') return <Directory pack={pack} />
  return <ServicePage id={id} pack={pack} />
}
