import { expect, test } from 'vitest'
import { contactsOf, sample } from './samples.ts'

test('VCARD-253 a BlackBerry export is read', () => {
  expect(contactsOf(sample('blackberry.vcf'))).toMatchObject([
    {
      organisation: 'Familjerätten Påhitt',
      person: 'Lena Exempelsson',
      phones: [
        { label: 'mobile', number: '+46701740618' },
        { label: 'work', number: '031-390 06 05' },
      ],
      note: '',
    },
    {
      person: 'Per Låtsasson',
      phones: [{ label: 'home', number: '0980-319205' }],
      note: 'Ring före lunch',
    },
  ])
})

test('VCARD-253 a Lotus Notes export is read', () => {
  expect(contactsOf(sample('lotus.vcf'))).toMatchObject([
    {
      organisation: 'Hyresnämnden i Exempelstad, Avdelning 2',
      person: 'Herr Påhittad Örjan Ö',
      role: 'Handläggare',
      phones: [
        { label: 'mobile', number: '070-174 06 19' },
        { label: 'fax', number: '08-465 004 05' },
        { label: 'AssistantPhone', number: '08-465 004 06' },
      ],
      emails: ['orjan@hyresnamnd.example', 'avdelning2@hyresnamnd.example'],
      addresses: ['Hus 6, plan 8, Påhittade gatan 4, 123 48 Exempelstad, Sverige'],
      web: 'http://www.hyresnamnd.example',
      note: 'Säg "ärende om överlåtelse" i växeln, annars hamnar samtalet hos en annan avdelning; de ringer själva upp',
    },
  ])
})

test('VCARD-254 an Evolution export is read', () => {
  expect(contactsOf(sample('evolution.vcf'))).toMatchObject([
    {
      organisation: 'CSN, Återbetalning, Plan 3',
      person: 'Fru Märta Karin, Åsa Exempelsson',
      role: 'Utredare',
      phones: [
        { label: 'mobile', number: '070-174 06 20' },
        { label: 'work', number: '0980-319206' },
      ],
      emails: ['marta@csn.example'],
      addresses: ['Box 1, Låtsasvägen 5, 123 49 Exempelstad, Län, Sverige'],
      web: 'http://www.csn.example/studiemedel',
      note: 'Betalningen kan vila "så länge" som ansökan prövas, om den kommer in före förfallodagen; be om det skriftligt',
    },
  ])
})

test('VCARD-254 cards as Thunderbird attaches them to mail are read', () => {
  expect(contactsOf(sample('thunderbird.vcf'))).toMatchObject([
    {
      organisation: 'Budget- och skuldrådgivningen, Påhitt',
      person: 'Bo Testsson',
      phones: [
        { label: 'fax', number: '040/628-0405' },
        { label: 'work', number: '+46 (40) 628 04 06 #3663' },
      ],
      emails: ['bo@budget.example'],
      addresses: ['Låtsasgatan 56, Uppgång A, 123 50 Exempelstad, Sverige'],
      web: 'https://www.budget.example',
      note: 'Ta med breven',
    },
    {
      organisation: 'Kvinnojouren Påhitt',
      person: '',
      phones: [{ label: 'mobile', number: '070-1740621' }],
      emails: ['jour@jouren.example'],
      addresses: [],
    },
  ])
})
