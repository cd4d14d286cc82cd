import { useState } from 'preact/hooks'
import { caseKinds, type Case, type CaseKind } from '../../../record/reach.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { Field } from '../../parts/Field.tsx'
import { useApp } from '../../use.ts'
import { caseKindOf } from '../../../record/reach.ts'
import { casesIn, caseText } from './fields.ts'
import type { Editing } from './MoreFields.tsx'

type OneProps = {
  readonly one: Case
  readonly hint: string
  readonly onChange: (one: Case) => void
}

/** A number, and below it what kind it looks like: a guess that a tap corrects. */
const One = ({ one, hint, onChange }: OneProps) => {
  const { t } = useApp()
  const [choosing, setChoosing] = useState(false)
  // Until she has said it, the kind follows what she types.
  const type = (number: string): void => {
    const guessed = one.kind === caseKindOf(one.number)
    onChange({ number, kind: guessed ? caseKindOf(number) : one.kind })
  }
  const choose = (kind: CaseKind): void => {
    onChange({ ...one, kind })
    setChoosing(false)
  }
  const kinds = choosing ? caseKinds : [one.kind]
  return (
    <>
      <Field
        label={t('contact.caseNumber')}
        hint={hint}
        value={one.number}
        onInput={type}
        dir="ltr"
      />
      {one.number.trim() !== '' && (
        <Chips
          unseen
          label={t('contact.caseKindLabel')}
          options={kinds.map((value) => ({ value, label: t(`contact.caseKind.${value}`) }))}
          on={[one.kind]}
          onTap={(kind) => (choosing ? choose(kind) : setChoosing(true))}
        />
      )}
    </>
  )
}

/** As many case numbers as she has; no form of number is ever refused. */
export const CaseFields = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const cases = casesIn(fields.cases)
  const change = (at: number) => (one: Case) =>
    set({ cases: caseText(cases.map((other, place) => (place === at ? one : other))) })
  return (
    <>
      {cases.map((one, at) => (
        <One
          key={at}
          one={one}
          hint={one.number ? t(`contact.caseHint.${one.kind}`) : ''}
          onChange={change(at)}
        />
      ))}
      {cases.every(({ number }) => number.trim() !== '') && (
        <Button
          kind="plain"
          onPress={() => set({ cases: caseText([...cases, { kind: 'diary', number: '' }]) })}
        >
          {t('contact.caseAdd')}
        </Button>
      )}
    </>
  )
}
