import type { Topic } from '../../src/record/types.ts'

export type Chapter = {
  readonly topic: Topic
  readonly title: string
  readonly text: string
}

const chapter = (topic: Topic, title: string, ...lines: readonly string[]): Chapter => ({
  topic,
  title,
  text: lines.join('\n\n'),
})

/** An invented case, told in Swedish. */
export const swedish: readonly Chapter[] = [
  chapter(
    'before',
    'Hur det var förut',
    'Vi träffades för elva år sedan och flyttade ihop efter ett halvt år. De första åren var lugna.',
    'När vårt första barn kom började det kännas som att allt jag gjorde var fel. Jag slutade ' +
      'träffa mina vänner, för det blev alltid bråk efteråt.',
  ),
  chapter(
    'happened',
    'Vad som har hänt',
    'Det har hänt fler gånger än jag kan räkna att jag har blivit knuffad och hållen fast. Tre ' +
      'gånger har jag sökt vård. Jag sa att jag hade ramlat.',
    'I våras slogs dörren till badrummet sönder medan jag och barnen var där inne.',
  ),
  chapter(
    'latest',
    'Senaste gången',
    'För fem veckor sedan, en söndag kväll. Barnen var vakna. Grannen ringde polisen. Jag och ' +
      'barnen åkte till en vän samma natt.',
  ),
  chapter(
    'control',
    'Kontroll',
    'Min telefon kontrollerades varje kväll. Lönen gick till ett konto som jag inte kom åt. Jag ' +
      'fick skriva upp vad jag köpte.',
  ),
  chapter(
    'threats',
    'Hot',
    'Det sägs ofta att jag aldrig kommer att få träffa barnen om jag går. I förra veckan kom nio ' +
      'samtal från dolt nummer. Meddelandena är sparade.',
  ),
  chapter(
    'children',
    'Barnen',
    'Barnen är nio och fyra år. Den äldsta sover dåligt och vill inte gå till skolan. Den yngsta ' +
      'frågar varje dag om vi ska hem.',
    'De ska bara hämtas av mig eller av min syster.',
  ),
  chapter(
    'need',
    'Vad jag behöver nu',
    'Någonstans att bo där vi inte kan hittas. Hjälp med pengar tills jag har ett eget konto. Att ' +
      'någon samordnar mötena, för de krockar med mitt arbete.',
  ),
  chapter(
    'again',
    'Det jag inte vill berätta igen',
    'Jag har berättat om natten i badrummet för sju olika personer. Läs gärna här i stället.',
  ),
]

/** Another invented case, told in Arabic. */
export const arabic: readonly Chapter[] = [
  chapter(
    'before',
    'كيف كان الوضع من قبل',
    'جئت إلى السويد قبل ست سنوات. في البداية كان كل شيء هادئًا، وكنت أدرس اللغة وأحب الدراسة.',
    'بعد سنة مُنعت من الذهاب إلى المدرسة، ولم يعد لديّ هاتف خاص بي.',
  ),
  chapter(
    'happened',
    'ما الذي حدث',
    'تعرّضت للدفع وللصراخ مرات كثيرة. اتصلت مرة بالرقم 1177 وذهبت إلى الطوارئ، لكنني لم أقل الحقيقة.',
  ),
  chapter(
    'latest',
    'آخر مرة',
    'قبل ثلاثة أسابيع، في المساء. سمعت الجارة الصوت وطرقت الباب. في صباح اليوم التالي خرجت مع ابنتي.',
  ),
  chapter(
    'children',
    'ابنتي',
    'عمرها سبع سنوات. تخاف من الأصوات العالية، ولا تنام إلا بجانبي. معلمتها تعرف أننا انتقلنا.',
  ),
  chapter(
    'need',
    'ما أحتاجه',
    'أحتاج إلى مترجمة، وأريد أن تكون امرأة. أحتاج إلى معرفة ما يحدث لإقامتي إذا انفصلت.',
  ),
]
