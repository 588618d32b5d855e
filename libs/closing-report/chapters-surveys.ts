import { percentCell, percentOf } from '@convener/documents';
import type { Bars, Block } from '@convener/papers';
import type { About } from '@convener/reports';
import type { ReportBook, SurveyResult } from './report-book';
import { column, heading, missing } from './words';

export function surveysChapter({ surveys }: ReportBook, about: About): Block[] {
  const { project } = about;
  if (surveys.length === 0)
    return [
      missing(
        about,
        ['沒有滿意度調查的結果。', 'There are no results of a satisfaction survey.'],
        [
          '在「調查」開放一份問卷；在別處做過的，可以把結果寫在這一章的文字裡。',
          'Open a survey; of one that was made elsewhere, write the results into this chapter’s own text.',
        ],
        `/projects/${project.id}/surveys`,
      ),
    ];
  return surveys.flatMap((survey) => surveyBlocks(survey, about));
}

function surveyBlocks(survey: SurveyResult, about: About): Block[] {
  const { say } = about;
  const { answers, invited, responded, rate, tooFew, sections } = survey;
  const percent = rate === null ? '—' : `${Math.round(rate * 1000) / 10}%`;
  const few = say('回覆太少，為保護填答者不顯示結果。', 'Too few have answered: results would betray who said what.');
  return [
    heading(about, survey.title, survey.titleEn ?? survey.title),
    {
      type: 'facts',
      rows: [
        { label: say('回覆數', 'Answers'), value: String(answers) },
        ...(invited > 0
          ? [
              {
                label: say('個人連結回覆率', 'Response to personal links'),
                value: say(`${responded}／${invited}（${percent}）`, `${responded}/${invited} (${percent})`),
              },
            ]
          : []),
      ],
    },
    ...(tooFew ? [{ type: 'text' as const, tone: 'note' as const, text: few }] : []),
    ...sections.flatMap((section) => sectionBlocks(section, about)),
  ];
}

type Section = SurveyResult['sections'][number];
type Question = Section['questions'][number];

function sectionBlocks(section: Section, about: About): Block[] {
  const { say } = about;
  const scales = section.questions.filter(({ kind }) => kind === 'scale');
  const means: Bars['items'] = scales.flatMap((one) =>
    one.mean === null
      ? []
      : [{ label: about.name(named(one)), value: one.mean, shown: `${one.mean}${ofAnswers(one, about)}` }],
  );
  const title = about.name(section);
  const mean = section.mean === null ? '' : say(`（平均 ${section.mean}）`, ` (mean ${section.mean})`);
  return [
    { type: 'heading', level: 3, text: `${title}${mean}` },
    ...(means.length > 0
      ? [{ type: 'bars' as const, caption: say('平均（滿分 5）', 'Mean (of 5)'), of: 5, items: means }]
      : []),
    ...section.questions.filter(({ kind }) => kind !== 'scale').flatMap((one) => questionBlocks(one, about)),
  ];
}

const ofAnswers = ({ answered }: Question, { say }: About) => say(`（n=${answered}）`, ` (n=${answered})`);
const named = ({ text, textEn }: { text: string; textEn: string | null }) => ({ title: text, titleEn: textEn });

function questionBlocks(question: Question, about: About): Block[] {
  const { say } = about;
  const title = about.name(named(question));
  if (question.nps)
    return [
      { type: 'facts', rows: [{ label: title, value: `NPS ${question.nps.score}${ofAnswers(question, about)}` }] },
    ];
  if (question.counts.length > 0)
    return [
      {
        type: 'table',
        caption: title,
        columns: [
          column(about, 'text', ['選項', 'Choice'], 2),
          column(about, 'number', ['人數', 'Answers']),
          column(about, 'number', ['比例', 'Share']),
        ],
        rows: question.counts.map(({ value, text, textEn, count }) => ({
          cells: [
            text === null ? value : about.name({ title: text, titleEn: textEn }),
            count,
            percentCell(percentOf(count, question.answered)),
          ],
        })),
        empty: '',
      },
    ];
  if (question.texts.length === 0)
    return [{ type: 'text', tone: 'note', text: `${title}${say('：沒有人填寫。', ': nobody wrote anything.')}` }];
  return [
    { type: 'text', tone: 'strong', text: title },
    { type: 'items', items: question.texts },
  ];
}
