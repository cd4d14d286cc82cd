import { needAt } from '../../../record/plan.ts'
import { needId, needStates, type NeedState } from '../../../record/need.ts'
import { put } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp, useFields } from '../../use.ts'
import { Changes } from '../trash/Changes.tsx'
import { formName } from '../../view.ts'
import { needFieldsOf, needOf, type NeedFields, type Spot } from './fields.ts'
import { SharedWith } from '../share/SharedWith.tsx'

type Props = { readonly spot: Spot; readonly close: () => void }

/** One place of the map: how it stands, and a few words if she likes. */
export const NeedSheet = ({ spot, close }: Props) => {
  const { record, t, go, send, time } = useApp()
  const { child, area, horizon } = spot
  const before = needAt(record, child, area, horizon)
  const form = useFields(formName('need', needId(child, area, horizon)), needFieldsOf(before))
  const { fields, set } = form
  const keep = (next: NeedFields): void =>
    send(put(needOf(next, spot, time(), before)), 'need.saved')
  // How it stands is kept at the touch; the words wait for her to finish them.
  const say = (state: NeedState): void => {
    set({ state })
    keep({ state, text: before?.text ?? '' })
  }
  const save = (): void => {
    keep(fields)
    form.done()
    close()
  }
  // The dot stays with the first of the two where they stand below each other.
  const title = `${t(`need.area.${area}`)}\u00A0· ${t(`need.horizon.${horizon}`)}`
  const options = needStates.map((value) => ({ value, label: t(`need.state.${value}`) }))
  return (
    <Sheet title={title} closeLabel={t('action.close')} onClose={close}>
      <Choice label={t('need.how')} options={options} value={fields.state} onChange={say} />
      <Field
        label={t('need.text')}
        hint={t(`directory.needHint.${area}`)}
        value={fields.text}
        onInput={(text) => set({ text })}
        lines={2}
      />
      {before && <SharedWith of={{ kind: 'need', id: before.id }} />}
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
      <Button kind="plain" wide onPress={() => go({ at: 'stepForm', id: null, area, child })}>
        {t('step.forThis')}
      </Button>
      <Changes kind="need" id={needId(child, area, horizon)} />
    </Sheet>
  )
}
