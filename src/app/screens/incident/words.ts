import type { Words } from '../../../i18n/words.ts'
import type { Incident } from '../../../record/incident.ts'
import { beginning } from '../story/beginning.ts'

/** When, as she wrote it; else the day that she chose; else that no day is known. */
export const whenOf = ({ when, on }: Incident, { t, dates }: Words): string =>
  when || dates.day(on) || t('incident.undated')

/** The first words of what happened. */
export const nameOf = ({ what }: Incident, { t }: Words): string =>
  beginning(what) || t('incident.untitled')
