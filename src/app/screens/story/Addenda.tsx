import { addendaOf, dropOne } from '../../../record/attached.ts'
import type { Addendum } from '../../../record/hanging.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'
import { Proof } from '../evidence/Proof.tsx'

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

/** What she added later, each with its own time; the part itself stays as it was. */
export const Addenda = ({ story }: { readonly story: Id }) => {
  const { record } = useApp()
  return addendaOf(record, { kind: 'story', id: story }).map((addendum) => (
    <One key={addendum.id} addendum={addendum} />
  ))
}
