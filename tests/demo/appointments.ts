/** A meeting, counted from today: negative days have been. `who` is a place in the list of
 * authorities. */
export type Meeting = {
  readonly title: string
  readonly away: number
  /** "10:00"; empty for a whole day. */
  readonly clock: string
  /** Minutes; 0 when the end is open. */
  readonly lasts: number
  readonly who: number | null
  readonly place: string
  readonly bring: string
}

const meeting = (
  title: string,
  [away, clock, lasts]: readonly [away: number, clock: string, lasts: number],
  who: number | null,
  [place, bring]: readonly [place: string, bring: string] = ['', ''],
): Meeting => ({ title, away, clock, lasts, who, place, bring })

export const meetings: readonly Meeting[] = [
  meeting('Första mötet', [-34, '10:00', 60], 0),
  meeting('Anmälan', [-33, '13:30', 90], 10, ['Polishuset', '']),
  meeting('Läkarbesök', [-32, '09:15', 30], 21),
  meeting('Samtal', [-20, '15:00', 45], 4),
  meeting('Förhör', [-14, '09:00', 120], 10, ['Polishuset', 'Legitimation']),
  meeting('Möte om ekonomin', [-8, '11:00', 30], 2),
  meeting('Samtal på jouren', [1, '14:00', 60], 18),
  meeting('Telefontid', [2, '08:30', 0], 21, ['', 'Fråga efter intyget']),
  meeting('Genomgång inför förhöret', [3, '16:00', 60], 15),
  meeting('Förhör', [4, '09:00', 120], 10, ['Polishuset', 'Legitimation, sparade meddelanden']),
  meeting('Möte på skolan', [4, '15:30', 45], 30, ['Rektors rum', 'Beslutet om kontaktförbud']),
  meeting('Möte om barnen', [5, '10:00', 60], 1, ['', 'Barnens teckningar']),
  meeting('Samtal', [6, '15:00', 45], 4),
  meeting('Genomgång av skydd', [7, '13:00', 60], 11),
  meeting('Samordningsmöte', [9, '09:30', 90], 5, ['Rum 3', 'Listan över alla kontakter']),
  meeting('Informationssamtal', [12, '11:00', 60], 6),
  meeting('Skuldrådgivning', [14, '10:00', 60], 7, ['', 'Alla brev, även oöppnade']),
  meeting('Första besöket', [25, '13:15', 60], 24),
  meeting('Muntlig förberedelse', [30, '09:00', 180], 13, ['Sal 2', 'Kallelsen']),
  meeting('Barnens lov', [31, '', 0], null),
]
