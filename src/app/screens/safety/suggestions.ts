import type { PrecautionTopic } from '../../../record/precaution.ts'

// What others have found useful, for her to pick from. `read`: it stands in the pages named in
// safety.source, which were read; `own`: we thought of it. The words are safety.idea.<topic>.<name>.

type Suggestion = { readonly name: string; readonly from: 'read' | 'own' }

const read = (name: string): Suggestion => ({ name, from: 'read' })
const own = (name: string): Suggestion => ({ name, from: 'own' })

export const suggestions: Readonly<Record<PrecautionTopic, readonly Suggestion[]>> = {
  word: [read('neighbour'), own('children')],
  way: [read('out'), read('where'), read('when')],
  bag: [read('keys'), read('medicine'), read('toy'), own('charger')],
  papers: [read('passport'), read('lease'), read('pictures')],
  money: [read('cash'), read('cards'), own('account')],
  phone: [read('location'), read('accounts'), read('prescriptions')],
  home: [read('neighbour'), own('room'), own('lock')],
  work: [own('colleague'), own('calls'), own('route')],
  school: [own('fetch'), own('call'), own('adult')],
}
