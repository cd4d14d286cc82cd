import { put } from '../../../record/record.ts'
import { uses, type Use } from '../../../record/reach.ts'
import { saidOf, waysOf } from '../../../record/ways.ts'
import type { Contact, Id } from '../../../record/types.ts'
import { Chips } from '../../parts/Chips.tsx'
import { Field } from '../../parts/Field.tsx'
import { Button } from '../../parts/Button.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp, useFields } from '../../use.ts'

type Fields = Readonly<Record<string, string>>

/** Two texts for each way, by its place: "use0" and "how0". */
const fieldsOf = (contact: Contact): Fields =>
  Object.fromEntries(
    waysOf(contact).flatMap((way, at) => {
      const said = saidOf(contact, way)
      return [
        [`use${at}`, said?.use ?? ''],
        [`how${at}`, said?.how ?? ''],
      ]
    }),
  )

const useOf = (text: string | undefined): Use | null => uses.find((one) => one === text) ?? null

/** What she said of each; a word of how and when alone means: take care. */
const safetyOf = (contact: Contact, fields: Fields): Contact['safety'] =>
  waysOf(contact).flatMap((way, at) => {
    const how = fields[`how${at}`]?.trim() ?? ''
    const use = useOf(fields[`use${at}`]) ?? (how ? 'careful' : null)
    return use ? [{ way, use, how }] : []
  })

type WayProps = {
  readonly way: string
  readonly use: Use | null
  readonly how: string
  readonly onUse: (use: Use) => void
  readonly onHow: (how: string) => void
}

const Way = ({ way, use, how, onUse, onHow }: WayProps) => {
  const { t } = useApp()
  return (
    <>
      <Chips
        label={`\u2068${way}\u2069`}
        options={uses.map((value) => ({ value, label: t(`contact.use.${value}`) }))}
        on={use ? [use] : []}
        onTap={onUse}
      />
      {use && (
        <Field
          label={t('contact.safety.how')}
          hint={t('contact.safety.howHint')}
          value={how}
          onInput={onHow}
        />
      )}
    </>
  )
}

const Inside = ({ contact }: { readonly contact: Contact }) => {
  const { t, back, send, time } = useApp()
  const form = useFields<Fields>(`safety:${contact.id}`, fieldsOf(contact))
  const save = (): void => {
    const safety = safetyOf(contact, form.fields)
    send(put({ ...contact, safety, edited: time() }), 'contact.saved')
    form.done()
    back()
  }
  return (
    <>
      <p>{t('contact.safety.text')}</p>
      {waysOf(contact).map((way, at) => {
        const use = useOf(form.fields[`use${at}`])
        return (
          <Way
            key={way}
            way={way}
            use={use}
            how={form.fields[`how${at}`] ?? ''}
            onUse={(value) => form.set({ [`use${at}`]: value === use ? '' : value })}
            onHow={(how) => form.set({ [`how${at}`]: how })}
          />
        )
      })}
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </>
  )
}

/** Which numbers and addresses are safe for her to use, and how and when. */
export const ContactSafety = ({ id }: { readonly id: Id }) => {
  const { record, t, back } = useApp()
  const contact = record.contact.get(id)
  return (
    <Page title={t('contact.safety.title')} back={{ label: t('action.back'), go: back }}>
      {contact && <Inside contact={contact} />}
    </Page>
  )
}
