import { useState } from 'preact/hooks'
import type { Provable } from '../../../record/evidence.ts'
import type { Statement } from '../../../record/hanging.ts'
import { proofText } from '../../evidence.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { saveFile } from '../../errands.ts'
import { useHeld } from './useHeld.ts'
import '../../../look/story.css'

type Props = { readonly entry: Provable; readonly statement: Statement; readonly close: () => void }

const Out = ({ entry, statement, close }: Props) => {
  const { record, t } = useApp()
  const save = async (): Promise<void> => {
    const text = await proofText(record, entry, statement)
    if (text !== null) await saveFile(new File([text], 'text.txt', { type: 'text/plain' }))
    close()
  }
  return (
    <Sheet title={t('evidence.out.title')} onClose={close} closeLabel={t('action.close')}>
      <p>{t('evidence.out.what')}</p>
      {entry.kind === 'attachment' && <p>{t('evidence.out.file')}</p>}
      <Notice tone="careful">{t('evidence.out.open')}</Notice>
      <Button kind="main" wide onPress={() => void save()}>
        {t('evidence.out.save')}
      </Button>
    </Sheet>
  )
}

/** Says since when an entry is known to be unchanged, and lets her show it; nothing without a statement. */
export const Proof = ({ entry }: { readonly entry: Provable }) => {
  const { words, t } = useApp()
  const held = useHeld(entry)
  const [open, setOpen] = useState(false)
  if (!held) return null
  return (
    <>
      <p class="story-when">{t('evidence.since', { when: words.dates.instant(held.made) })}</p>
      <Button kind="plain" wide onPress={() => setOpen(true)}>
        {t('evidence.out.title')}
      </Button>
      {open && <Out entry={entry} statement={held} close={() => setOpen(false)} />}
    </>
  )
}
