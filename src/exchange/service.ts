import type { Level, Area } from '../record/areas.ts'

/** One text per language tag; Swedish and English always stand there. */
export type Text = Readonly<Record<string, string>>

/** high: the provider's own or an official page was read; medium: a second-hand or older page;
 * low: general knowledge or a weak page, to be checked before use. */
export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

export type ServicePhone = {
  /** As people write it, "114 14". */
  readonly number: string
  /** Digits for a call, "11414". */
  readonly tel: string
  readonly confidence: Confidence
}

/** A language that is spoken there, by its tag, with a number and hours of its own where it has them. */
export type Spoken = {
  readonly tag: string
  /** As people write it; empty when it is that of the service. */
  readonly number: string
  readonly tel: string
  /** As the source writes it; empty when not known. */
  readonly hours: string
}

export type Languages = { readonly each: readonly Spoken[]; readonly note: Text | null }

/** A place that helps, as the directory tells of it. Missing texts are empty, missing maps null. */
export type Service = {
  readonly id: string
  readonly name: Text
  /** "police", "shelter-ngo" ...: free, lower case. */
  readonly kind: string
  readonly level: Level
  readonly what: Text
  readonly needs: readonly Area[]
  readonly phone: ServicePhone | null
  /** As the source writes it, "mon-fri 08:00-16:30"; empty when not known. */
  readonly hours: string
  readonly web: string
  readonly address: string
  /** What usually happens after the first contact. */
  readonly next: Text | null
  /** What to bring. */
  readonly docs: Text | null
  /** What can give her away, or whom else she may reach there. */
  readonly safety: Text | null
  readonly caseNumberLabel: Text | null
  /** Hints for people's eyes; never a reason to refuse what she types. */
  readonly caseNumberExample: string
  readonly caseNumberPattern: string
  readonly languages: Languages | null
  /** "national", "regional", "local", or one place: "local:1488", "regional:14". */
  readonly scope: string
  /** `perpetrator`: for those who use violence; shown apart, never among her own help. */
  readonly audience: 'survivor' | 'perpetrator'
  readonly urgent: boolean
  /** Where the facts were read: an address, or a sentence saying that nothing was read. */
  readonly source: string
  readonly extraSources: readonly string[]
  /** Date of the source: "2023-05-24", "2025", or "undated". */
  readonly date: string
  /** What else is known about the age of the facts; may be empty. */
  readonly dateNote: string
  readonly confidence: Confidence
  /** Folded names and texts, made when the pack is read; for search alone. */
  readonly find: string
}

/** All services of one country or region, as data. */
export type Pack = {
  readonly country: string
  /** Whose pack it is, "1488"; empty for a country's own. */
  readonly region: string
  readonly name: Text | null
  /** The day on which the facts were gathered. */
  readonly compiled: string
  readonly services: readonly Service[]
}

export type PackResult =
  | { readonly ok: true; readonly pack: Pack }
  /** `where` names the first entry and field that broke the schema: for the maker of a pack. */
  | { readonly ok: false; readonly why: 'unreadable' | 'schema'; readonly where: string }

export type ServiceSearch = {
  /** Words of her own; empty for all. */
  readonly query: string
  readonly need: Area | null
  readonly language: string
  /** Left out: help for survivors. */
  readonly audience?: Service['audience']
}
