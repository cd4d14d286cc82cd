import { changeCodes } from '../../codes.ts'
import { useApp, useStore } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { Wizard } from './Wizard.tsx'

/** Fewer keys are tried out in no time. */
const leastKeys = 8

/** Another code for what is open. The old one opens nothing any more. */
export const OwnChange = () => {
  const { t } = useApp()
  const store = useStore()
  const ask = useVault()
  return (
    <Wizard
      title={t('code.own.change')}
      about={<p>{t('code.own.about')}</p>}
      least={leastKeys}
      run={(own) => changeCodes({ ...store, ask }, { own })}
      done={t('code.own.done')}
    />
  )
}
