import { csvOf } from '@convener/register-files';
import type { Section } from './questions.rules';
import { answersTable, countsTable } from './results-table.rules';
import { resultsOf } from './results.rules';
import type { SurveyAnswer } from './survey.entity';

const CHOICES = ['a', 'b'].map((id) => ({ id, text: `選項 ${id}`, textEn: null }));
const SECTIONS: Section[] = [
  {
    ...{ id: 's', title: '整體', titleEn: null },
    questions: [
      { id: 'q', kind: 'scale', text: '滿意嗎？', textEn: null, required: true, choices: [] },
      { id: 'm', kind: 'several', text: '哪些？', textEn: null, required: false, choices: CHOICES },
      { id: 't', kind: 'long-text', text: '=建議', textEn: null, required: false, choices: [] },
    ],
  },
];
const answer = (answers: SurveyAnswer['answers'], more: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  ...{ id: 'x', surveyId: 'y', linkKind: 'personal', day: '2028-06-15', locale: 'zh-TW', answers, rowId: null },
  ...more,
});
const ANSWERS = [answer({ q: 5, m: ['a', 'b'], t: '=HYPERLINK("x")' }), answer({ q: 'na', t: 'na' }, { locale: 'en' })];

describe('results that are taken away', () => {
  it('have a row for each answer, which says neither who nor how they came unless that may be told', () => {
    const { headings, rows } = answersTable(SECTIONS, ANSWERS, { names: null, kinds: false });
    expect(headings).toEqual(['填答日', '語言', '滿意嗎？', '哪些？', '=建議']);
    expect(rows[0]!.slice(1)).toEqual(['中文', 5, '選項 a、選項 b', '=HYPERLINK("x")']);
    expect(rows[1]!.slice(1)).toEqual(['English', '不適用', null, 'na']);
  });

  it('name those who answered a named survey', () => {
    const named = [answer({ q: 4 }, { rowId: 'r' }), answer({ q: 3 }, { rowId: 'erased', linkKind: 'hall' })];
    const { headings, rows } = answersTable(SECTIONS, named, { names: new Map([['r', '王小明']]), kinds: true });
    expect(headings.slice(0, 4)).toEqual(['填答日', '填答人', '連結', '語言']);
    expect(rows.map((row) => row.slice(1, 3))).toEqual([
      ['王小明', '個人連結'],
      [null, '現場連結'],
    ]);
  });

  it('run no formula where they are opened', () => {
    const csv = csvOf(answersTable(SECTIONS, ANSWERS, { names: null, kinds: false }));
    expect(csv).toContain(`'=建議`);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('have a row for each value that could be chosen, with its share, and the mean', () => {
    const { rows } = countsTable(resultsOf(SECTIONS, ANSWERS));
    expect(rows).toContainEqual(['整體', '滿意嗎？', 5, 1, 100]);
    expect(rows).toContainEqual(['整體', '滿意嗎？', '不適用', 1, null]);
    expect(rows).toContainEqual(['整體', '滿意嗎？', '平均', 5, null]);
    expect(rows).toContainEqual(['整體', '哪些？', '選項 b', 1, 100]);
  });
});
