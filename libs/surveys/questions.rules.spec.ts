import { copied, type GivenSection, questionsOf, sectionsOf } from './questions.rules';
import { READY, READY_KEYS } from './ready-questionnaires';

let made = 0;
const newId = () => `new-${(made += 1)}`;
const GIVEN: GivenSection[] = [
  {
    title: '整體',
    questions: [
      { kind: 'scale', text: '滿意嗎？', choices: [{ text: '多餘的' }] },
      { kind: 'single', text: '會再來嗎？', choices: [{ text: '會' }, { text: '不會' }] },
    ],
  },
];

describe('the questions of a survey', () => {
  beforeEach(() => (made = 0));

  it('get ids that stay whatever becomes of their words', () => {
    const { sections } = sectionsOf(GIVEN, [], newId);
    expect(questionsOf(sections).map(({ choices }) => choices.length)).toEqual([0, 2]);
    const renamed = sections.map((section) => ({ ...section, title: '總評' }));
    expect(sectionsOf(renamed, sections, newId).sections).toEqual(renamed);
  });

  it('take no id that is not theirs, and none twice', () => {
    const { sections } = sectionsOf(GIVEN, [], newId);
    const twice = [sections[0]!, { ...sections[0]!, title: '再一次' }];
    const ids = sectionsOf(twice, sections, newId).sections.flatMap(({ id, questions }) => [
      id,
      ...questions.map((q) => q.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    const strange = [{ ...sections[0]!, id: 'strange', questions: [] }];
    expect(sectionsOf(strange, sections, newId).sections[0]!.id).toMatch(/^new-/);
  });

  it('have new ids in a copy', () => {
    const { sections } = sectionsOf(GIVEN, [], newId);
    const copy = copied(sections, newId);
    expect(copy).toMatchObject([{ title: '整體', questions: [{ text: '滿意嗎？' }, { text: '會再來嗎？' }] }]);
    expect(JSON.stringify(copy)).not.toContain(`"${sections[0]!.id}"`);
  });

  it('offer choices worth choosing between', () => {
    const choosing = (...choices: string[]): GivenSection[] => [
      { title: '一', questions: [{ kind: 'several', text: '哪些？', choices: choices.map((text) => ({ text })) }] },
    ];
    for (const wrong of [choosing(), choosing('一'), choosing('一', '一')])
      expect(sectionsOf(wrong, [], newId).problems[0]).toMatchObject({ pointer: '/sections/0/questions/0/choices' });
    expect(sectionsOf(choosing('一', '二'), [], newId).problems).toEqual([]);
  });

  it('are sixty at most', () => {
    const many = [{ title: '一', questions: Array.from({ length: 61 }, () => GIVEN[0]!.questions[0]!) }];
    expect(sectionsOf(many, [], newId).problems).toMatchObject([{ pointer: '/sections' }]);
  });
});

describe.each(READY_KEYS)('the ready questionnaire for %s', (key) => {
  const { name, nameEn, intro, introEn, sections: given } = READY[key];
  const { sections, problems } = sectionsOf(given, [], newId);
  const questions = questionsOf(sections);

  it('is sound, and complete in both languages', () => {
    expect(problems).toEqual([]);
    for (const text of [name, nameEn, intro, introEn]) expect(text).not.toBe('');
    for (const one of [...questions, ...questions.flatMap(({ choices }) => choices)]) {
      expect(one.text).toMatch(/[\u3400-\u9fff\d]/);
      expect(one.textEn).not.toMatch(/[\u3400-\u9fff]/);
    }
  });

  it('asks for satisfaction as a whole and for recommending, and takes minutes', () => {
    expect(questions.filter(({ kind, required }) => kind === 'scale' && required)).toHaveLength(1);
    expect(questions.filter(({ kind }) => kind === 'nps')).toHaveLength(1);
    expect(questions.length).toBeLessThanOrEqual(24);
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
  });
});
