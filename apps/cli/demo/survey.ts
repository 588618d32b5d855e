import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '@convener/kernel';
import {
  type GivenAnswer,
  type GivenSection,
  type NewSurvey,
  type Question,
  SurveyAnswersService,
  type SurveyEdit,
  SurveyLinksService,
  SurveysService,
  SurveysQueries,
} from '@convener/surveys';
import type { INestApplicationContext } from '@nestjs/common';
import type { Cast } from './cast';
import { chance, pick } from './chance';
import { PRAISE, WISHES } from './words';

/** What registered people expect, asked before the event. */
const SECTIONS: GivenSection[] = [
  {
    ...{ title: '報名', titleEn: 'Registration' },
    questions: [
      { kind: 'scale', text: '線上報名與繳費流程', textEn: 'Registering and paying online', required: true },
      { kind: 'scale', text: '會議網站的資訊', textEn: 'What the website says' },
      { kind: 'scale', text: '詢問時的回覆速度', textEn: 'How fast questions were answered' },
    ],
  },
  {
    ...{ title: '期待', titleEn: 'What you expect' },
    questions: [
      {
        ...{ kind: 'several', text: '最想參加哪些活動？', textEn: 'What will you come for?' },
        choices: [
          { text: '專題演講', textEn: 'Keynotes' },
          { text: '分場論文發表', textEn: 'Paper sessions' },
          { text: '展覽', textEn: 'Exhibition' },
          { text: '晚宴', textEn: 'Dinner' },
        ],
      },
      {
        ...{ kind: 'single', text: '會怎麼來會場？', textEn: 'How will you come?' },
        choices: [
          { text: '捷運', textEn: 'Metro' },
          { text: '高鐵轉乘', textEn: 'High-speed rail' },
          { text: '自行開車', textEn: 'By car' },
        ],
      },
      {
        kind: 'nps',
        text: '您有多願意推薦同事報名？',
        textEn: 'Would you tell a colleague to register?',
        required: true,
      },
      { kind: 'long-text', text: '想告訴我們的事', textEn: 'Anything you would tell us' },
    ],
  },
];

interface Asked {
  about: NewSurvey;
  edit: SurveyEdit;
  invited: number;
  answered: number;
}

/** What those who have registered expect; answered by most of them. */
export const beforehand = (opening: Day): Asked => ({
  about: { title: '會前期待調查', titleEn: 'Before the conference' },
  edit: {
    ...{ intro: '約需 2 分鐘，您的回答會用來安排動線與議程。', introEn: 'Two minutes that help us plan.' },
    ...{ closesDay: addDays(opening, -7), sections: SECTIONS },
  },
  ...{ invited: 160, answered: 120 },
});

/** How those who came found it. */
export const afterwards = (opening: Day): Asked => ({
  about: { title: '與會者滿意度調查', titleEn: 'How you found the conference', ready: 'attendees' },
  edit: { closesDay: addDays(opening, 24) },
  ...{ invited: 280, answered: 194 },
});

/** A survey, opened and answered. */
export async function askGuests(
  app: INestApplicationContext,
  { manager }: Cast,
  projectId: string,
  { about, edit, invited, answered }: Asked,
): Promise<void> {
  const surveys = app.get(SurveysService);
  const { id } = await surveys.make(manager, projectId, about);
  await surveys.edit(manager, id, edit, null);
  await surveys.open(manager, id);
  const links = app.get(SurveyLinksService);
  await links.make(manager, id, { count: invited });
  const { items } = await links.handOut(manager, id);
  const { sections, named } = await app.get(SurveysQueries).one(manager, id);
  const questions = sections.flatMap((section) => section.questions);
  const guest = { address: '127.0.0.1', device: 'demo' };
  for (const { number, link } of items.slice(0, answered)) {
    const answers = questions.flatMap((question, at) => answerTo(question, `${number} ${at}`));
    const locale = chance(`locale ${number}`) < 0.15 ? ('en' as const) : ('zh-TW' as const);
    const submission = { submissionId: randomUUID(), consent: true, named, locale, answers };
    await app.get(SurveyAnswersService).submit(link.split('/').at(-1)!, guest, submission);
  }
}

const SCALE = [5, 5, 4, 4, 4, 4, 3, 3, 2, 5];
const NPS = [10, 9, 9, 8, 8, 7, 10, 9, 6, 4];

function answerTo({ id: questionId, kind, text, choices, required }: Question, name: string): GivenAnswer[] {
  if (!required && chance(`skips ${name}`) < 0.1) return [];
  if (kind === 'scale') return [{ questionId, number: pick(SCALE, name) }];
  if (kind === 'nps') return [{ questionId, number: pick(NPS, name) }];
  if (kind === 'single') return [{ questionId, choices: [pick(choices, name).id] }];
  if (kind === 'several') {
    const chosen = choices.filter((choice) => chance(`${choice.text} ${name}`) < 0.55);
    return chosen.length === 0 ? [] : [{ questionId, choices: chosen.map((choice) => choice.id) }];
  }
  const comment = commentOf(text, Number(name.split(' ')[0]));
  return comment === undefined ? [] : [{ questionId, text: comment }];
}

/** Every ninth guest writes something, as long as there is something that nobody has written yet. */
function commentOf(question: string, number: number): string | undefined {
  const comments = /收穫/.test(question) ? PRAISE : WISHES;
  return number % 9 === 0 ? comments[number / 9 - 1] : undefined;
}
