import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AskVault } from '../disguise/line.ts'

const Line = createContext<AskVault | null>(null)

/** Hands the line to the vault to the few screens that change codes or erase. */
export const VaultLine = Line.Provider

export const useVault = (): AskVault => {
  const ask = useContext(Line)
  if (!ask) throw new Error('drawn without a vault')
  return ask
}
