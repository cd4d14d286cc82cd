import { tidyLine } from './tidy.ts'
import { fieldLimits } from './limits.ts'

// Phones keep an authority's name where a person's should stand, and split it like one. The stems
// only choose the field to show it in; she can move it.
const stems =
  'polis|åklag|domstol|tingsrätt|förvaltningsrätt|kammarrätt|hovrätt|hyresnämnd|nämnd|myndighet|' +
  'verket|kommun|\\bstad|region|social|\\bsoc\\b|försäkringskassa|arbetsförmedling|kronofog|bostad|csn|' +
  'skola|rektor|elevhälsa|dagis|vårdcentral|mottagning|klinik|sjukhus|akut|psykiatri|\\bbup\\b|barnahus|' +
  'jour|linjen|advokat|juristbyrå|familjerätt|överförmyndar|enhet|center|centrum|kontor|bank(en)?\\b|' +
  'kyrka|förening|stödlinje|\\bbris\\b|1177|bvc|tandvård|apotek|hyresvärd|facket|a-kassa'
const authority = new RegExp(stems, 'i')

export type Names = { readonly organisation: string; readonly person: string }

const line = (text: string): string => tidyLine(text, fieldLimits.name)

/** "family;given;more;before;after" in the order in which it is said. */
export const spoken = (parts: readonly string[]): string => {
  const [family = '', given = '', more = '', before = '', after = ''] = parts
  return [before, given, more, family, after].filter(Boolean).join(' ')
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Whose card it is: `shown` is the name that the phone shows, `unit` the parts of ORG. */
export const readNames = (shown: string, unit: readonly string[]): Names => {
  const name = line(shown)
  const organisation = line(unit.filter(Boolean).join(', '))
  if (!organisation) {
    return authority.test(name)
      ? { organisation: name, person: '' }
      : { organisation: '', person: name }
  }
  const repeated = same(name, organisation) || same(name, line(unit[0] ?? ''))
  return { organisation, person: repeated ? '' : name }
}
