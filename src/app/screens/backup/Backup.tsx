import { useState } from 'preact/hooks'
import { digitsOf, keyGroupsOf, newRecoveryKey } from '../../../vault/recoveryKey.ts'
import { listOf } from '../../../record/record.ts'
import { useApp } from '../../use.ts'
import { About, Key } from './About.tsx'
import { Check } from './Check.tsx'
import { Save } from './Save.tsx'
import type { StageName } from './Stage.tsx'

/**
 * A copy of all that she keeps, as one locked file. Its key is drawn anew each time, shown once and
 * kept nowhere: whoever finds this phone cannot open a copy with it.
 */
export const Backup = () => {
  const { record, back } = useApp()
  const [key] = useState(newRecoveryKey)
  const [withFiles, setWithFiles] = useState(true)
  const attachments = listOf(record, 'attachment')
  const [at, go] = useState<StageName>('about')
  const groups = keyGroupsOf(digitsOf(key))
  const to = (stage: StageName) => () => go(stage)
  switch (at) {
    case 'about':
      return (
        <About
          {...{ attachments, withFiles }}
          onFiles={setWithFiles}
          next={to('key')}
          back={back}
        />
      )
    case 'key':
      return <Key groups={groups} next={to('check')} back={to('about')} />
    case 'check':
      return <Check groups={groups} next={to('save')} back={to('key')} />
    case 'save':
      return <Save secret={key} withFiles={withFiles} back={back} />
  }
}
