import { useState } from 'preact/hooks'
import { Card } from '../../src/app/parts/Card.tsx'
import { Check } from '../../src/app/parts/Check.tsx'
import { Choice } from '../../src/app/parts/Choice.tsx'
import { Field } from '../../src/app/parts/Field.tsx'
import { Search } from '../../src/app/parts/Search.tsx'
import { When } from '../../src/app/parts/When.tsx'
import type { Sample } from './words.ts'

type Props = { readonly words: Sample }

const options = (labels: readonly string[]) =>
  labels.map((label, index) => ({ value: String(index), label }))

const Texts = ({ words }: Props) => {
  const [name, setName] = useState(words.nameValue)
  const [phone, setPhone] = useState(words.phoneValue)
  const [mail, setMail] = useState(words.mailValue)
  const [story, setStory] = useState(words.storyValue)
  return (
    <>
      <Field label={words.name} value={name} onInput={setName} required />
      <Field
        label={words.phone}
        hint={words.phoneHint}
        value={phone}
        onInput={setPhone}
        inputMode="tel"
        dir="ltr"
      />
      <Field
        label={words.mail}
        error={words.mailError}
        value={mail}
        onInput={setMail}
        inputMode="email"
        dir="ltr"
      />
      <Field
        label={words.story}
        hint={words.storyHint}
        value={story}
        onInput={setStory}
        lines={3}
      />
    </>
  )
}

const Choices = ({ words }: Props) => {
  const [side, setSide] = useState('1')
  const [need, setNeed] = useState('1')
  const [turn, setTurn] = useState('1')
  const turns = options(words.turn).map((option) =>
    option.value === '1' ? { ...option, hint: words.turnHint } : option,
  )
  return (
    <>
      <Choice
        label={words.sideLabel}
        options={options(words.side)}
        value={side}
        onChange={setSide}
      />
      <Choice label={words.need} options={options(words.needs)} value={need} onChange={setNeed} />
      <Choice label={words.turnLabel} options={turns} value={turn} onChange={setTurn} />
    </>
  )
}

export const Entering = ({ words }: Props) => {
  const [found, setFound] = useState('')
  const [allDay, setAllDay] = useState(false)
  const [place, setPlace] = useState(true)
  const [when, setWhen] = useState({ date: '2026-11-24', time: '10:00' })
  return (
    <Card title={words.entering}>
      <Search label={words.search} value={found} onInput={setFound} clearLabel={words.clear} />
      <Search label={words.contacts} value="Norr" onInput={() => {}} clearLabel={words.clear} />
      <Texts words={words} />
      <When
        label={words.day}
        timeLabel={words.time}
        {...when}
        allDay={allDay}
        onChange={(date, time) => setWhen({ date, time })}
      />
      <When label={words.day} timeLabel={words.time} date="" time="" onChange={() => {}} />
      <Check label={words.allDay} hint={words.allDayHint} checked={allDay} onChange={setAllDay} />
      <Check label={words.place} checked={place} onChange={setPlace} />
      <Choices words={words} />
    </Card>
  )
}
