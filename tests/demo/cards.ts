import { authorities, type Authority } from './authorities.ts'

// The forty authorities as a phone gives them out after years of moving between phones: five
// dialects in one file.

type Write = (authority: Authority) => string

const utf8 = new TextEncoder()

/** Quoted-printable, with a soft break in every long line. */
const quoted = (head: string, text: string): string => {
  const letters = [...utf8.encode(text)].map(
    (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  )
  const lines: string[] = []
  for (let at = 0; at < letters.length; at += 20) lines.push(letters.slice(at, at + 20).join(''))
  return `${head};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${lines.join('=\r\n')}`
}

const escaped = (text: string): string => text.replace(/([\\,;])/g, '\\$1')
const shown = ({ person, organisation }: Authority): string => person || organisation
const isMobile = (label: string): boolean => label === 'mobile'

const lines = (end: string, ...all: readonly (string | readonly string[])[]): string =>
  [...all.flat().filter(Boolean), ''].join(end)

const android: Write = (authority) =>
  lines(
    '\r\n',
    ['BEGIN:VCARD', 'VERSION:2.1', quoted('FN', shown(authority))],
    quoted('ORG', authority.organisation),
    authority.role && quoted('TITLE', authority.role),
    authority.phones.map(({ label, number }) =>
      isMobile(label) ? `TEL;CELL;PREF:${number}` : `TEL;WORK:${number}`,
    ),
    authority.emails.map((email) => `EMAIL;WORK:${email}`),
    'END:VCARD',
  )

const iphone: Write = (authority) =>
  lines(
    '\r\r\n',
    ['BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//Apple Inc.//iOS 17.0//EN'],
    `FN:${escaped(shown(authority))}`,
    `ORG:${escaped(authority.organisation)};`,
    authority.role && `TITLE:${escaped(authority.role)}`,
    authority.phones.map(({ label, number }) =>
      isMobile(label)
        ? `TEL;type=CELL;type=VOICE;type=pref:\u202a${number}\u202c`
        : `TEL;type=WORK;type=VOICE:${number}`,
    ),
    authority.emails.map((email) => `EMAIL;type=INTERNET;type=WORK:${email}`),
    authority.person ? 'BDAY:1604-01-01' : 'X-ABShowAs:COMPANY',
    'END:VCARD',
  )

const gmail: Write = (authority) =>
  lines(
    '\r\n',
    ['BEGIN:VCARD', 'VERSION:3.0', `FN:${escaped(shown(authority))}`],
    `item1.ORG:${escaped(authority.organisation)}`,
    authority.role && `item2.TITLE:${escaped(authority.role)}`,
    authority.phones.flatMap(({ label, number }, at) => [
      `item${at + 3}.TEL:${number}`,
      `item${at + 3}.X-ABLabel:${isMobile(label) ? 'Mobil' : '_$!<Work>!$_'}`,
    ]),
    authority.emails.map((email) => `EMAIL;TYPE=INTERNET:${email}`),
    ['CATEGORIES:myContacts', 'END:VCARD'],
  )

const mac: Write = (authority) =>
  lines(
    '\n',
    ['BEGIN:VCARD', 'VERSION:3.0', `FN:${escaped(shown(authority))}`],
    `ORG:${escaped(authority.organisation)};`,
    authority.role && `TITLE:${escaped(authority.role)}`,
    authority.phones.map(
      ({ label, number }) => `TEL;type=${isMobile(label) ? 'CELL' : 'WORK'}:${number}`,
    ),
    authority.emails.map((email) => `EMAIL:${email}`),
    `PHOTO;BASE64:\r\n  ${'QUJDREVG'.repeat(8)}\r\n  ${'QUJDREVG'.repeat(4)}`,
    'END:VCARD',
  )

const version4: Write = (authority) =>
  lines(
    '\n',
    ['BEGIN:VCARD', 'VERSION:4.0', `FN:${escaped(shown(authority))}`],
    `ORG:${escaped(authority.organisation)}`,
    authority.role && `TITLE:${escaped(authority.role)}`,
    authority.phones.map(
      ({ label, number }) =>
        `TEL;VALUE=uri;TYPE="${isMobile(label) ? 'cell' : 'work'},voice":tel:${number}`,
    ),
    authority.emails.map((email) => `EMAIL;TYPE=work:${email}`),
    'END:VCARD',
  )

const dialects: readonly Write[] = [android, iphone, gmail, mac, version4]

/** A phone's export of the forty authorities. */
export const demoCards = (): Uint8Array => {
  const cards = authorities.map((authority, at) => dialects[at % dialects.length]?.(authority))
  return utf8.encode(cards.join(''))
}
