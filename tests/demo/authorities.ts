import { caseKindOf } from '../../src/record/reach.ts'
import type { Contact, Status } from '../../src/record/types.ts'

// Authorities are named as they are; every person is invented and called so, and every number is
// either a public one from the directory or from the ranges that are kept free for fiction.

export type Authority = Pick<
  Contact,
  'organisation' | 'person' | 'role' | 'phones' | 'emails' | 'cases' | 'status' | 'next'
> & {
  /** Days from today to the next step; null when there is none. */
  readonly away: number | null
}

const row = (
  organisation: string,
  [person, role]: readonly [person: string, role: string],
  numbers: string,
  [status, next, away]: readonly [status: Status, next: string, away: number | null],
  [caseNumber, email]: readonly [caseNumber: string, email: string] = ['', ''],
): Authority => ({
  organisation,
  person,
  role,
  phones: numbers.split(', ').map((number) => ({
    label: number.startsWith('07') ? 'mobile' : 'work',
    number,
  })),
  emails: email ? [email] : [],
  cases: caseNumber ? [{ kind: caseKindOf(caseNumber), number: caseNumber }] : [],
  status,
  next,
  away,
})

const nobody = ['', ''] as const
const quiet = ['none', '', null] as const

export const authorities: readonly Authority[] = [
  row(
    'Socialtjänsten, Vuxenenheten',
    ['Åsa Exempelsson', 'Socialsekreterare'],
    '031-390 06 00, 070-174 06 05',
    ['theirs', 'Beslut om skyddat boende', 2],
    ['SN 2026-0412', 'asa.exempelsson@kommun.example'],
  ),
  row(
    'Socialtjänsten, Barn och familj',
    ['Maja Påhittad', 'Barnutredare'],
    '031-390 06 01, 070-174 06 06',
    ['active', 'Möte om barnen', 5],
    ['SN 2026-0413', 'maja.pahittad@kommun.example'],
  ),
  row(
    'Socialtjänsten, Ekonomiskt bistånd',
    ['Omar Testsson', 'Handläggare'],
    '031-390 06 02',
    ['mine', 'Skicka in hyresavi och kontoutdrag', 3],
    ['EB 2026-1187', 'omar.testsson@kommun.example'],
  ),
  row('Socialjouren', nobody, '031-390 06 03', quiet),
  row('Relationsvåldsteamet', ['Petra Låtsasson', 'Behandlare'], '031-390 06 04', [
    'active',
    'Samtal varje vecka',
    6,
  ]),
  row(
    'Samverkanshuset',
    ['Nadia Exempelsson', 'Koordinator'],
    '031-390 06 05, 070-174 06 07',
    ['active', 'Samordningsmöte', 9],
    ['', 'nadia.exempelsson@samverkan.example'],
  ),
  row(
    'Kommunens familjerätt',
    ['Gun Påhittad', 'Familjerättssekreterare'],
    '031-390 06 06',
    ['theirs', 'Kallelse till informationssamtal', 12],
    ['FR 2026-77', ''],
  ),
  row('Budget- och skuldrådgivningen', ['Ivar Testsson', 'Rådgivare'], '031-390 06 07', [
    'mine',
    'Gör en lista över skulder i mitt namn',
    14,
  ]),
  row('Kommunens bostadsenhet', ['Tove Låtsasson', 'Handläggare'], '031-390 06 08', [
    'theirs',
    'Besked om bostadskön',
    20,
  ]),
  row('Kontaktcenter i kommunen', nobody, '031-390 06 09', quiet),
  row(
    'Polisen',
    ['Erik Påhittad', 'Utredare'],
    '114 14, 070-174 06 08',
    ['theirs', 'Nytt förhör', 4],
    ['5000-K0000000-26', ''],
  ),
  row('Polisen, Brottsoffer och personsäkerhet', ['Linn Exempelsson', ''], '031-390 06 10', [
    'active',
    'Genomgång av skydd',
    7,
  ]),
  row(
    'Åklagarmyndigheten',
    ['Bo Testsson', 'Åklagare'],
    '031-390 06 11',
    ['theirs', 'Beslut om förlängt kontaktförbud', 10],
    ['AM-000000-26', ''],
  ),
  row(
    'Tingsrätten',
    nobody,
    '031-390 06 12',
    ['theirs', 'Kallelse till muntlig förberedelse', 30],
    ['T 0000-26', ''],
  ),
  row('Vittnesstödet', ['Rut Låtsasson', 'Samordnare'], '031-390 06 13', quiet),
  row(
    'Advokatbyrån Exemplet',
    ['Sara Påhittad', 'Målsägandebiträde'],
    '031-390 06 14, 070-174 06 09',
    ['active', 'Gå igenom förhöret', 3],
    ['', 'sara.pahittad@advokat.example'],
  ),
  row('Juristbyrån Påhittet', ['Hugo Testsson', 'Jurist i familjerätt'], '040-628 04 00', [
    'mine',
    'Svara om vårdnaden',
    8,
  ]),
  row('Brottsofferjouren', nobody, '116 006', quiet),
  row('Kvinnojouren Exemplet', ['Anna Låtsasson', 'Stödperson'], '031-390 06 15, 070-174 06 10', [
    'active',
    'Samtal på jouren',
    1,
  ]),
  row('Skyddat boende Påhittet', ['Jour dygnet runt', ''], '031-390 06 16', quiet),
  row('Kvinnofridslinjen', nobody, '020-50 50 50', quiet),
  row('Vårdcentralen', ['Hanna Påhittad', 'Läkare'], '031-390 06 17', ['mine', 'Hämta intyget', 2]),
  row('Kvinnokliniken', nobody, '031-390 06 18', ['ended', '', null]),
  row('Akutmottagningen', nobody, '031-390 06 19', ['ended', 'Begär ut journalen', 16]),
  row('Vuxenpsykiatrin', ['Nils Exempelsson', 'Kurator'], '031-390 06 20', [
    'theirs',
    'Tid för första besöket',
    25,
  ]),
  row('BUP, Barn- och ungdomspsykiatrin', ['Elin Testsson', 'Psykolog'], '031-390 06 21', [
    'theirs',
    'Väntar på första tid',
    40,
  ]),
  row('Barnahus', ['Karin Låtsasson', 'Samordnare'], '031-390 06 22', ['active', '', null]),
  row('BVC', ['Mona Påhittad', 'Sjuksköterska'], '031-390 06 23', quiet),
  row('Tandvårdsmottagningen', nobody, '031-390 06 24', ['mine', 'Boka tid för tanden', 18]),
  row('1177', nobody, '1177', quiet),
  row('Exempelskolan, Elevhälsan', ['Ola Påhittad', 'Rektor'], '040-628 04 01', [
    'active',
    'Möte om vem som får hämta',
    4,
  ]),
  row('Förskolan Låtsas', ['Tina Testsson', 'Förskolechef'], '040-628 04 02', quiet),
  row(
    'Försäkringskassan',
    ['Per Exempelsson', 'Handläggare'],
    '0771-524 524',
    ['theirs', 'Beslut om bostadsbidrag', 21],
    ['FK 000000', ''],
  ),
  row(
    'Skatteverket, skyddade personuppgifter',
    nobody,
    '0771-567 567',
    ['theirs', 'Svar om sekretessmarkering', 11],
    ['SKV 2026-000', ''],
  ),
  row('Arbetsförmedlingen', ['Siv Låtsasson', 'Handläggare'], '0771-416 416', quiet),
  row(
    'Migrationsverket',
    nobody,
    '0771-235 235',
    ['mine', 'Komplettera ansökan', 13],
    ['00-000000', ''],
  ),
  row('Kronofogden', nobody, '0771-73 73 00', ['mine', 'Bestrid kravet', 5], ['U-000000-26', '']),
  row('Banken, kundtjänst', ['Ville Testsson', 'Rådgivare'], '08-465 004 00', [
    'ended',
    'Nytt konto är öppnat',
    null,
  ]),
  row('Hyresvärden Exempelbostad', ['Berit Påhittad', 'Förvaltare'], '08-465 004 01', [
    'theirs',
    'Svar om att ta över kontraktet',
    15,
  ]),
  row('Brottsoffermyndigheten', nobody, '090-70 82 00', ['mine', 'Ansök om ersättning', 60]),
]
