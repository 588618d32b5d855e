import type { Block, Card } from '@convener/papers';
import type { About } from '@convener/reports';
import { type Addressee, eventDays, issuer, longDay, republicDay } from './letter-facts';

/** In millimetres. */
const A4 = { width: 210, height: 297, sheet: 'card' } as const;

/** 與會證明: one on each page, to be sealed. */
export function certificates(people: readonly Addressee[], about: About): Block[] {
  if (people.length === 0) return [];
  return [{ type: 'cards', ...A4, frame: true, items: people.map((person) => certificate(person, about)) }];
}

function certificate({ name, organisation, credits }: Addressee, about: About): Card {
  const { say, project, language, today } = about;
  const points = say(`共計 ${credits} 學分`, `Continuing-education credits: ${credits}`);
  return {
    align: 'center',
    lines: [
      { text: say('與會證明', 'Certificate of Attendance'), size: language === 'zh-TW' ? 40 : 32, bold: true },
      { text: ' ', size: 30 },
      { text: say('茲證明', 'This is to certify that'), size: 18 },
      { text: ' ', size: 10 },
      { text: name, size: 34, bold: true },
      ...(organisation ? [{ text: organisation, size: 16, tone: 'quiet' as const }] : []),
      { text: ' ', size: 10 },
      { text: say('參加', 'attended'), size: 18 },
      { text: say(`「${project.name}」`, project.name), size: 22, bold: true },
      { text: eventDays(about), size: 16 },
      ...(project.venue ? [{ text: project.venue, size: 16 }] : []),
      ...(credits === null ? [] : [{ text: points, size: 16 }]),
      { text: ' ', size: 12 },
      ...(language === 'zh-TW' ? [{ text: '特此證明', size: 18 }] : []),
      { text: ' ', size: 40 },
      ...(issuer(about) ? [{ text: issuer(about), size: 18, bold: true }] : []),
      { text: say('（主辦單位用印）', '(seal or signature)'), size: 11, tone: 'quiet' },
      { text: ' ', size: 24 },
      { text: language === 'zh-TW' ? republicDay(today) : longDay(today, about), size: 16 },
    ],
  };
}

/** 感謝函: a letter on each page. */
export function thankYouLetters(people: readonly Addressee[], about: About, given: Given = 'part'): Block[] {
  const { say } = about;
  return people.flatMap(({ name, organisation }, at): Block[] => [
    ...(at === 0 ? [] : [{ type: 'break' } as const]),
    { type: 'heading', level: 1, text: say('感謝函', 'Letter of thanks') },
    {
      type: 'text',
      tone: 'strong',
      text: [organisation, say(`${name}　鈞鑒：`, `Dear ${name},`)].filter(Boolean).join('\n'),
    },
    { type: 'text', text: thanks(about, given).replace(/^/gm, say('　　', '')) },
    { type: 'text', text: say('　　敬祝\n順心如意', 'With our best wishes,') },
    { type: 'text', text: ' ' },
    {
      type: 'text',
      tone: 'strong',
      text: [issuer(about), say('　敬上', '')].join('').trim() || say('敬上', '') || ' ',
    },
    { type: 'text', tone: 'note', text: say('（用印／簽名）', '(seal or signature)') },
    // Room for the seal.
    { type: 'text', text: ' \n \n ' },
    { type: 'text', text: about.language === 'zh-TW' ? republicDay(about.today) : longDay(about.today, about) },
  ]);
}

/** What somebody is thanked for: money or goods, or having taken part. */
export type Given = 'support' | 'part';

/** Before the event is over, nothing is said of how it went. */
function thanks(about: About, given: Given): string {
  const { say, project, today } = about;
  const where = project.venue ? say(`於${project.venue}`, ` at ${project.venue}`) : '';
  const when = eventDays(about);
  const over = today > project.closingDay;
  const zh = over
    ? `「${project.name}」已於 ${when}${where}圓滿完成。`
    : `「${project.name}」訂於 ${when}${where}舉行。`;
  const en = `${project.name} ${over ? 'took place' : 'takes place'} on ${when}${where}.`;
  const [thanksZh, thanksEn] = THANKS[given];
  return say(
    `${zh}${thanksZh}\n您的支持與指教，是我們持續前進的力量。期盼未來仍有機會與您再次合作。`,
    `${en} It ${over ? 'was' : 'is'} possible ${thanksEn}\nWe hope to have the pleasure of working with you again.`,
  );
}

const THANKS = {
  support: [
    '承蒙惠予贊助、鼎力支持，活動得以順利推展，謹致最誠摯的謝意。',
    'because of your support, for which we thank you sincerely.',
  ],
  part: [
    '承蒙您撥冗參與、鼎力相助，活動得以順利推展，謹致最誠摯的謝意。',
    'because of your part in it, for which we thank you sincerely.',
  ],
} as const;
