import { type GivenAnswer, readAnswers } from './answers.rules';
import type { Question, QuestionKind, Section } from './questions.rules';

const CHOICES = ['a', 'b'].map((id) => ({ id, text: id, textEn: null }));
const asked = (kind: QuestionKind, required = false): Question => ({
  ...{ id: kind, kind, text: `題目 ${kind}`, textEn: `Question ${kind}`, required },
  choices: kind === 'single' || kind === 'several' ? CHOICES : [],
});
const KINDS = ['scale', 'single', 'several', 'nps', 'short-text', 'long-text'] as const;
const sections = (...required: QuestionKind[]): Section[] => [
  { id: 's', title: '一', titleEn: null, questions: KINDS.map((kind) => asked(kind, required.includes(kind))) },
];
const read = (...given: GivenAnswer[]) => readAnswers(sections(), given);

describe('what somebody answers', () => {
  it('is kept by question, each in the way of its kind, and what was left open is not there', () => {
    const { answers, problems } = read(
      { questionId: 'scale', notApplicable: true },
      { questionId: 'single', choices: ['b'] },
      { questionId: 'several', choices: ['b', 'a'] },
      { questionId: 'nps', number: 0 },
      { questionId: 'short-text', text: '  ' },
      { questionId: 'long-text', text: ' 很好 ' },
    );
    expect(problems).toEqual([]);
    expect(answers).toEqual({ scale: 'na', single: 'b', several: ['a', 'b'], nps: 0, 'long-text': '很好' });
  });

  it.each<GivenAnswer>([
    { questionId: 'scale', number: 0 },
    { questionId: 'scale', number: 6 },
    { questionId: 'scale', number: 2.5 },
    { questionId: 'nps', number: 11 },
    { questionId: 'single', choices: ['a', 'b'] },
    { questionId: 'single', choices: ['z'] },
    { questionId: 'several', choices: ['a', 'a'] },
    { questionId: 'short-text', text: '字'.repeat(201) },
    { questionId: 'of-another-survey', number: 3 },
  ])('is refused at its place: %j', (wrong) => {
    const { problems } = read({ questionId: 'nps', number: 9 }, wrong);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/answers/1']);
  });

  it('is refused where one question is answered twice', () => {
    const twice = { questionId: 'nps', number: 9 };
    expect(read(twice, twice).problems.map(({ pointer }) => pointer)).toEqual(['/answers/1']);
  });

  it('must hold what is required, by name', () => {
    const { problems } = readAnswers(sections('scale', 'nps'), [{ questionId: 'nps', number: 7 }]);
    expect(problems).toEqual([
      { pointer: '/answers', zh: '「題目 scale」必填。', en: '"Question scale" needs an answer.' },
    ]);
    expect(readAnswers(sections('scale'), [{ questionId: 'scale', notApplicable: true }]).problems).toEqual([]);
  });
});
