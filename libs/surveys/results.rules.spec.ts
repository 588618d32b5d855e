import fc from 'fast-check';
import type { Question, QuestionKind, Section } from './questions.rules';
import { type Given, mayShow, npsOf, resultsOf } from './results.rules';

const CHOICES = ['a', 'b', 'c'].map((id) => ({ id, text: `選項${id}`, textEn: null }));
const asked = (kind: QuestionKind, id: string = kind): Question => ({
  ...{ id, kind, text: `題目 ${id}`, textEn: null, required: false },
  choices: kind === 'single' || kind === 'several' ? CHOICES : [],
});
const SECTIONS: Section[] = [
  {
    id: 's',
    title: '整體',
    titleEn: 'Overall',
    questions: (['scale', 'nps', 'single', 'several'] as const).map((kind) => asked(kind)),
  },
  { id: 't', title: '意見', titleEn: null, questions: [asked('short-text'), asked('long-text')] },
];
const given = (answers: Given['answers'], linkKind: Given['linkKind'] = 'personal'): Given => ({ linkKind, answers });
const of = (answers: Given[], id: string) =>
  resultsOf(SECTIONS, answers)
    .flatMap(({ questions }) => questions)
    .find((question) => question.id === id)!;

describe('the results of a survey', () => {
  it('count a scale, its mean, and those to whom it does not apply apart', () => {
    const { answered, notApplicable, mean, counts } = of(
      [5, 4, 4, 'na'].map((value) => given({ scale: value })),
      'scale',
    );
    expect({ answered, notApplicable, mean }).toEqual({ answered: 3, notApplicable: 1, mean: 4.33 });
    expect(counts.map(({ value, count }) => `${value}×${count}`)).toEqual(['1×0', '2×0', '3×0', '4×2', '5×1']);
  });

  it('say nothing of what nobody answered', () => {
    expect(of([given({})], 'scale')).toMatchObject({ answered: 0, mean: null });
    expect(of([given({})], 'nps').nps).toBeNull();
    expect(resultsOf(SECTIONS, [])[0]!.mean).toBeNull();
  });

  it.each([
    [[10, 9, 8, 7, 6, 0], { promoters: 2, passives: 2, detractors: 2, score: 0 }],
    [[9, 10, 10], { promoters: 3, passives: 0, detractors: 0, score: 100 }],
    [[0, 6], { promoters: 0, passives: 0, detractors: 2, score: -100 }],
    [[10, 8, 3], { promoters: 1, passives: 1, detractors: 1, score: 0 }],
    [[10, 10, 7, 2], { promoters: 2, passives: 1, detractors: 1, score: 25 }],
  ])('tell the net promoter score of %j', (numbers, expected) => {
    expect(npsOf(numbers)).toEqual(expected);
  });

  it('list what people wrote by its words, not as it came, and take "na" there for a word', () => {
    const texts = ['乙', '甲', 'na'].map((text) => given({ 'long-text': text }));
    expect(of(texts, 'long-text')).toMatchObject({ texts: ['na', '乙', '甲'], notApplicable: 0 });
  });

  it('count each choice of several, whose sum may exceed the answers', () => {
    const { answered, counts } = of([given({ several: ['a', 'c'] }), given({ several: ['a'] })], 'several');
    expect(answered).toBe(2);
    expect(counts.map(({ count }) => count)).toEqual([2, 0, 1]);
  });

  it('add up, whatever was answered', () => {
    const answers = fc.record(
      {
        scale: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('na')),
        nps: fc.integer({ min: 0, max: 10 }),
        single: fc.constantFrom('a', 'b', 'c'),
        several: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    const kind = fc.constantFrom('personal' as const, 'hall' as const);
    fc.assert(
      fc.property(fc.array(fc.record({ linkKind: kind, answers })), (all) => {
        const part = (of: Given['linkKind']) =>
          resultsOf(
            SECTIONS,
            all.filter(({ linkKind }) => linkKind === of),
          )[0]!;
        const [personal, hall] = [part('personal'), part('hall')];
        resultsOf(SECTIONS, all)[0]!.questions.forEach((result, at) => {
          const sum = result.counts.reduce((total, { count }) => total + count, 0);
          if (result.kind !== 'several') expect(sum).toBe(result.answered);
          else expect(sum).toBeGreaterThanOrEqual(result.answered);
          expect(result.answered + result.notApplicable).toBe(all.filter((one) => result.id in one.answers).length);
          if (result.nps)
            expect(result.nps.promoters + result.nps.passives + result.nps.detractors).toBe(result.answered);
          expect(personal.questions[at]!.answered + hall.questions[at]!.answered).toBe(result.answered);
          result.counts.forEach(({ count }, value) =>
            expect(personal.questions[at]!.counts[value]!.count + hall.questions[at]!.counts[value]!.count).toBe(count),
          );
        });
      }),
    );
  });
});

describe('what may be shown of an anonymous survey', () => {
  it.each([
    [0, 0, false, true],
    [2, 0, false, false],
    [3, 0, true, true],
    [2, 1, true, false],
    [40, 2, true, false],
    [40, 3, true, true],
  ])('of %i personal answers and %i of the hall: all %s, parts %s', (personal, hall, all, split) => {
    expect(mayShow({ personal, hall }, false)).toEqual({ all, split });
  });

  it('is everything where the survey says openly that it is not', () => {
    expect(mayShow({ personal: 1, hall: 0 }, true)).toEqual({ all: true, split: true });
  });
});
