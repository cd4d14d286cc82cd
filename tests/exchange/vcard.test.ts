import { expect, test } from 'vitest'
import { readVcards } from '../../src/exchange/vcard.ts'
import { bytesOf, card, contactsOf, sample } from './samples.ts'

test('VCARD-1 an Android export is read', () => {
  const [first, nameless, police] = contactsOf(sample('android.vcf'))
  expect(first).toEqual({
    organisation: 'Socialtjänsten, Vuxen',
    person: 'Åsa Exempelsson',
    role: 'Socialsekreterare',
    phones: [
      { label: 'mobile', number: '0701740605' },
      { label: 'work', number: '031-390 06 00' },
    ],
    emails: ['asa@kommun.example'],
    addresses: ['Påhittade gatan 1, 123 45 Exempelstad, Sverige'],
    web: '',
    hours: '',
    note: 'Ring före 10\nFråga om tolk',
    source: 'phone',
  })
  expect(nameless).toMatchObject({ organisation: '070-1740606', person: '' })
  expect(police).toMatchObject({ organisation: 'Polisen', phones: [{ number: '11414' }] })
  expect(readVcards(sample('android.vcf'))).toMatchObject({ skipped: 1 })
})

test('VCARD-2 an iPhone export is read', () => {
  const [first, company, ...others] = contactsOf(sample('iphone.vcf'))
  expect(first).toMatchObject({
    organisation: 'Exempelskolan, elevhälsan',
    person: 'Maja Påhittad',
    phones: [
      { label: 'mobile', number: '070-174 06 07' },
      { label: 'fax', number: '040-628 04 00' },
      { label: 'Reception', number: '040-628 04 01' },
    ],
    web: 'https://skola.example/elevhalsa',
    addresses: ['Skolgatan 1, Port B, 123 46 Exempelstad, Sverige'],
    note: 'Första raden\nAndra raden; med semikolon',
  })
  expect(company).toMatchObject({ organisation: 'Försäkringskassan', person: '' })
  expect(company?.phones).toEqual([{ label: 'main', number: '0980-319200' }])
  expect(others).toEqual([])
})

test('VCARD-3 an Outlook export is read', () => {
  expect(contactsOf(sample('outlook.vcf'))).toMatchObject([
    {
      organisation: 'Åklagarmyndigheten, Område Väst',
      person: 'Örjan Testsson',
      role: 'Åklagare',
      phones: [
        { label: 'work', number: '08-465 004 00' },
        { label: 'fax', number: '08-465 004 01' },
      ],
      addresses: ['Påhittade vägen 2, Vån 3, 123 47 Exempelstad, Sverige'],
      web: 'https://www.aklagare.example',
      note: 'Första raden\nAndra raden så här lång att den bryts mitt i ett ord',
    },
  ])
})

test('VCARD-4 mixed line ends are read', () => {
  expect(contactsOf(sample('macos.vcf'))).toMatchObject([
    {
      organisation: 'Tingsrätten i Exempelstad',
      person: 'Börje Exempelsson',
      phones: [{ label: 'work', number: '031-3900601' }],
      note: 'En lång anteckning som bryts här på ett sätt som är vanligt i gamla filer',
    },
  ])
})

test('VCARD-4 a fold inside a letter, and one number written twice, are read', () => {
  expect(contactsOf(sample('gmail.vcf'))).toMatchObject([
    {
      organisation: 'Kvinnojouren Påhittet',
      phones: [
        { label: 'Dygnet runt', number: '+46 (0)8 465 004 02' },
        { label: 'mobile', number: '+46701740608' },
      ],
      note: 'Ring jouren före lördag, då är det öppet även på kvällen för råd',
    },
  ])
})

test('VCARD-5 vCard 4.0 is read', () => {
  expect(contactsOf(sample('version4.vcf'))).toMatchObject([
    {
      organisation: 'Vårdcentralen Nord',
      person: 'Hanna Påhittad',
      role: 'Läkare',
      phones: [
        { label: 'work', number: '+46-8-465-004-03' },
        { label: 'mobile', number: '+46701740609' },
      ],
      web: 'https://vard.example/nord?a=1;b=2',
      note: 'Rad ett\nRad två',
    },
  ])
})

test('VCARD-6 Latin-1 is read, with and without its name', () => {
  expect(contactsOf(sample('latin1.vcf'))).toMatchObject([
    {
      organisation: 'Kronofogden i Växjö',
      person: 'Gösta Söderexempel',
      note: 'Ingen teckenuppgift: åäö',
    },
  ])
})

for (const name of ['utf8-mark.vcf', 'utf16le.vcf', 'utf16be-unmarked.vcf'])
  test(`VCARD-6 ${name} is read`, () => {
    const phones = [{ label: 'mobile', number: '070-1740611' }]
    expect(contactsOf(sample(name))).toMatchObject([{ person: 'Åsa Östexempel', phones }])
  })

test('VCARD-7 a torn file gives its whole lines', () => {
  expect(contactsOf(sample('truncated.vcf'))).toMatchObject([
    { person: 'Hel Exempelsson', phones: [{ number: '070-1740612' }] },
    { person: 'Halv Exempelsson', phones: [{ number: '031-3900602' }] },
  ])
})

test('VCARD-7 wherever a file is torn, no number is cut', () => {
  const whole = sample('iphone.vcf')
  const numbers = contactsOf(whole).flatMap(({ phones }) => phones.map(({ number }) => number))
  for (let length = 20; length < whole.length; length += 3)
    for (const { phones } of contactsOf(whole.subarray(0, length)))
      expect(numbers).toEqual(expect.arrayContaining(phones.map(({ number }) => number)))
})

test('VCARD-8 an assistant is passed over', () => {
  expect(contactsOf(sample('agent.vcf'))).toMatchObject([
    { person: 'Chefen Exempelsson', phones: [{ number: '070-1740614' }] },
    { person: 'Andra Chefen', phones: [{ number: '070-1740616' }] },
  ])
})

test('VCARD-9 a photo of 5 MB is left behind', () => {
  const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${`${'QUJD'.repeat(18)}\r\n `.repeat(70_000)}`
  const contact = card('FN:Åsa Exempelsson', photo, 'BDAY:1980-01-01', 'X-A:b', 'TEL:070-1740605')
  expect(contact).toMatchObject({ person: 'Åsa Exempelsson', phones: [{ number: '070-1740605' }] })
  expect(JSON.stringify(contact)).not.toMatch(/QUJD|1980/)
})

test('VCARD-10 what is no contact file says why', () => {
  expect(readVcards(new Uint8Array())).toEqual({ ok: false, why: 'empty' })
  expect(readVcards(bytesOf(' \r\n\r\n'))).toEqual({ ok: false, why: 'empty' })
  expect(readVcards(bytesOf('%PDF-1.7\n'))).toEqual({ ok: false, why: 'unreadable' })
})

test('VCARD-10 a file of 50 MB is not read', () => {
  const length = (_: Uint8Array, name: string | symbol): number => {
    if (name === 'length') return 50_000_000
    throw new Error(`${String(name)} was asked for`)
  }
  const unread = new Proxy(new Uint8Array(), { get: length })
  expect(readVcards(unread)).toEqual({ ok: false, why: 'large' })
})

test('VCARD-11 the cards after the limit are counted', () => {
  const text = 'BEGIN:VCARD\nFN:Åsa\nEND:VCARD\n'.repeat(2_345)
  const read = readVcards(bytesOf(text))
  expect(read).toMatchObject({ ok: true, skipped: 345 })
  expect(read.ok && read.contacts.length).toBe(2_000)
})

test('VCARD-14 only harmless web addresses are kept', () => {
  expect(card('FN:a', 'URL:javascript:alert(1)').web).toBe('')
  expect(card('FN:a', 'URL:data:text/html,a').web).toBe('')
  expect(card('FN:a', 'URL:https://a.example/"onclick="b').web).toBe('')
  expect(card('FN:a', 'URL:polisen.se').web).toBe('https://polisen.se')
  expect(card('FN:a', 'URL:https://a.example/b').web).toBe('https://a.example/b')
})

test('VCARD-15 authorities and people are told apart', () => {
  for (const name of ['Socialtjänsten Exempelstad', 'BUP Nord', 'Polisen', 'Exempels kommun'])
    expect(card(`FN:${name}`)).toMatchObject({ organisation: name, person: '' })
  for (const name of ['Åsa Exempelsson', 'Anna Halmstadius'])
    expect(card(`FN:${name}`)).toMatchObject({ organisation: '', person: name })
  expect(card('FN:Åsa Exempelsson', 'ORG:Bris')).toMatchObject({
    organisation: 'Bris',
    person: 'Åsa Exempelsson',
  })
})
