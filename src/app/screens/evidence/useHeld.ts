import { useEffect, useState } from 'preact/hooks'
import type { Provable } from '../../../record/evidence.ts'
import type { Statement } from '../../../record/hanging.ts'
import { heldBy } from '../../evidence.ts'
import { useApp } from '../../use.ts'

/** The earliest statement that holds the entry as it is; undefined when none does. */
export const useHeld = (entry: Provable): Statement | undefined => {
  const { record } = useApp()
  const [held, setHeld] = useState<Statement | undefined>(undefined)
  useEffect(() => {
    let isHere = true
    void heldBy(record, entry).then(([first]) => (isHere ? setHeld(first) : undefined))
    return () => {
      isHere = false
    }
  }, [entry, record.statement])
  return held
}
