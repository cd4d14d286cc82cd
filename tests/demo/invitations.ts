import type { Time } from '../../src/record/types.ts'

const stamp = (now: Time, away: number): string =>
  new Date(Date.parse(now) + away * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

const calendar = (...lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Exempel//Kalender//SV',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** Invitations as agencies send them, by file name: from Exchange, in UTC, and in a zone that no
 * phone knows. */
export const demoInvitations = (now: Time): ReadonlyMap<string, string> =>
  new Map([
    [
      'meeting.ics',
      calendar(
        'UID:demo-1@kommun.example',
        'SUMMARY;LANGUAGE=sv-SE:Uppföljning',
        `DTSTART;TZID=W. Europe Standard Time:${stamp(now, 16)}T100000`,
        `DTEND;TZID=W. Europe Standard Time:${stamp(now, 16)}T110000`,
        'LOCATION:Rum 2',
        'DESCRIPTION:Ta med legitimation\\noch beslutet.',
      ),
    ],
    [
      'call.ics',
      calendar(
        'UID:demo-2@vard.example',
        'SUMMARY:Telefontid',
        `DTSTART:${stamp(now, 17)}T073000Z`,
        'DURATION:PT15M',
      ),
    ],
    [
      'unknown-zone.ics',
      calendar(
        'UID:demo-3@skola.example',
        'SUMMARY:Utvecklingssamtal',
        `DTSTART;TZID=Skolans tid:${stamp(now, 19)}T150000`,
        `DTEND;TZID=Skolans tid:${stamp(now, 19)}T153000`,
      ),
    ],
  ])
