import { addendaOf, dropOne } from '../../../record/attached.ts'
import type { Addendum, Owner } from '../../../record/hanging.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'
import { Proof } from '../evidence/Proof.tsx'
import '../../../look/story.css'

const One = ({ addendum }: { readonly addendum: Addendum }) => {
  const { words, t, send } = useApp()
  const when = words.dates.instant(addendum.written)
  const remove = (): void => send(dropOne('addendum', addendum.id), 'addendum.deleted')
  return (
    <Card
      tone="quiet"
      title={t('addendum.when', { when })}
      action={
        <Button kind="plain" onPress={remove}>
          {t('addendum.remove')}
        </Button>
      }
    >
      <p class="story-text" dir="auto">
        {addendum.text}
      </p>
      <Proof entry={addendum} />
    </Card>
  )
}

/** What she added later, each with its own time, and the way to add more; the entry stays as it was. */
export const Addenda = ({ of }: { readonly of: Owner }) => {
  const { record, t, go } = useApp()
  return (
    <>
      {addendaOf(record, of).map((addendum) => (
        <One key={addendum.id} addendum={addendum} />
      ))}
      <Button kind="quiet" wide onPress={() => go({ at: 'addendumForm', of })}>
        {t('addendum.add')}
      </Button>
    </>
  )
}
