import type { ItemKind, ReplyItem } from '../../record/reply.ts'
import { replyBounds } from '../../share/reply.ts'

// What can be put into an answer, and which fields each has. Pure.

export type Field = {
  readonly name: string
  readonly as: 'line' | 'area' | 'date' | 'time' | 'tel' | 'email' | 'by' | 'which' | 'file'
  readonly must: boolean
  /** Shown only when somebody wants to say more. */
  readonly more: boolean
}

export type Values = Readonly<Record<string, string>>

const field = (name: string, as: Field['as'] = 'line', more = false): Field => ({
  name,
  as,
  more,
  must: false,
})
const must = (name: string, as: Field['as'] = 'line'): Field => ({ ...field(name, as), must: true })

/** The fields of each kind, in the order of the form. */
export const forms: { readonly [K in ItemKind]: readonly Field[] } = {
  message: [must('text', 'area')],
  appointment: [
    must('title'),
    must('day', 'date'),
    must('from', 'time'),
    field('place'),
    field('to', 'time', true),
    field('bring', 'line', true),
  ],
  contact: [
    must('organisation'),
    field('person'),
    field('phone', 'tel'),
    field('role', 'line', true),
    field('email', 'email', true),
  ],
  step: [must('text'), must('by', 'by'), field('on', 'date')],
  done: [field('part', 'which'), must('text')],
  ask: [must('text')],
  file: [must('file', 'file')],
}

/** Characters that a field takes. */
export const mostOf = (kind: ItemKind): number =>
  kind === 'message' ? replyBounds.text : replyBounds.line

/** Date fields take a year of two digits for one of the first century. */
const isDay = (value = ''): boolean => /^(20\d\d-|$)/.test(value)

/** The fields that still need something, by name. */
export const missing = (kind: ItemKind, values: Values): readonly string[] => {
  const empty = forms[kind].filter(({ name, must: needed }) => needed && !values[name]?.trim())
  const early = kind === 'appointment' && values['to'] && values['to'] <= (values['from'] ?? '')
  const odd = forms[kind].filter(({ name, as }) => as === 'date' && !isDay(values[name]))
  return [...[...empty, ...odd].map(({ name }) => name), ...(early ? ['to'] : [])]
}

const appointmentOf = (of: (name: string) => string): ReplyItem => ({
  kind: 'appointment',
  title: of('title'),
  start: `${of('day')}T${of('from')}`,
  end: of('to') && `${of('day')}T${of('to')}`,
  place: of('place'),
  bring: of('bring'),
})

/** The item that was typed. Call it only when nothing is missing. */
export const itemOf = (kind: ItemKind, values: Values): ReplyItem => {
  const of = (name: string): string => values[name]?.trim() ?? ''
  switch (kind) {
    case 'appointment':
      return appointmentOf(of)
    case 'contact': {
      const [organisation, person, role] = [of('organisation'), of('person'), of('role')]
      return { kind, organisation, person, role, phone: of('phone'), email: of('email') }
    }
    case 'step':
      return { kind, text: of('text'), on: of('on'), by: of('by') === 'you' ? 'you' : 'us' }
    case 'done':
      return { kind, text: of('text'), ...(of('part') && { part: Number(of('part')) }) }
    case 'message':
    case 'ask':
      return { kind, text: of('text') }
    case 'file':
      return { kind, name: of('file'), size: Number(of('size')) }
  }
}
