import { Directory, type DirectoryProps } from './Directory.tsx'
import { ServicePage } from './ServicePage.tsx'
import { usePack } from './usePack.ts'

type Props = Omit<DirectoryProps, 'pack'> & { readonly id: string | null }

/** The directory, or one service of it: both wait for the same file. */
export const DirectoryRoom = ({ id, ...where }: Props) => {
  const pack = usePack()
  if (id === null || pack === null || pack === 'missing')
    return <Directory pack={pack} {...where} />
  return <ServicePage id={id} pack={pack} />
}
