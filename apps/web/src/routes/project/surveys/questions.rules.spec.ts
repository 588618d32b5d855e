import type { Survey, SurveyPageSection } from '../../../api/types';
import { beginQuestions, followed, isUnsaved, metBy, moved, savedAs, sentOf, typedOf } from './questions.rules';

const SECTIONS: SurveyPageSection[] = [
  {
    ...{ id: 's', title: '整體', titleEn: 'Overall' },
    questions: [
      { id: 'q', kind: 'scale', text: '滿意嗎？', textEn: null, required: true, choices: [] },
      {
        ...{ id: 'c', kind: 'single', text: '會再來嗎？', textEn: 'Again?', required: false },
        choices: [
          { id: 'yes', text: '會', textEn: 'Yes' },
          { id: 'no', text: '不會', textEn: null },
        ],
      },
    ],
  },
];

describe('the questions of a survey as they are typed', () => {
  it('are the same again where nothing was typed', () => {
    expect(sentOf(typedOf(SECTIONS), SECTIONS)).toEqual(SECTIONS);
  });

  it('keep the id of a choice for as long as it says the same, with either bar', () => {
    const [section] = typedOf(SECTIONS);
    const questions = section!.questions.map((question) => ({ ...question, choices: '也許 | Maybe\n\n會｜Sure' }));
    const [sent] = sentOf([{ ...section!, questions }], SECTIONS);
    expect(sent!.questions[0]!.choices).toEqual([]);
    expect(sent!.questions[1]!.choices).toEqual([
      { text: '也許', textEn: 'Maybe' },
      { id: 'yes', text: '會', textEn: 'Sure' },
    ]);
  });

  it('move by one place and no farther than the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('questions that are typed while the survey changes', () => {
  const seen = { version: 3, state: 'draft', sections: SECTIONS } as unknown as Survey;
  const typed = typedOf(SECTIONS).map((section) => ({ ...section, title: '我打的' }));
  const edit = { ...beginQuestions(seen), typed };
  const other = { ...seen, version: 4, sections: [{ ...SECTIONS[0]!, title: '別人的' }] };

  it('are unsaved from the first letter on', () => {
    expect(isUnsaved(beginQuestions(seen))).toBe(false);
    expect(isUnsaved(edit)).toBe(true);
  });

  it('go on from settings that were saved, or from its opening: that is no reason to refuse them', () => {
    const opened = { ...seen, version: 5, state: 'open' as const };
    expect(followed(edit, opened)).toEqual({ seen: opened, typed, moved: false });
  });

  it('do not pass over questions of somebody else, nor back to an older state', () => {
    expect(followed(edit, other)).toBe(edit);
    expect(followed({ ...edit, seen: { ...seen, version: 9 } }, seen).seen.version).toBe(9);
  });

  it('stay after a refusal, and can be saved over the state that came with it', () => {
    expect(metBy(edit, { ...seen, version: 4 })).toMatchObject({ seen: { version: 4 }, typed, moved: false });
    const met = metBy(edit, other);
    expect(met).toEqual({ seen: other, typed, moved: true });
    expect(metBy(met, { ...other, version: 5 }).moved).toBe(true);
  });

  it('end with their save, unless somebody typed on meanwhile', () => {
    const after = { ...seen, version: 4 };
    expect(savedAs(edit, typed, after)).toBeNull();
    const on = { ...edit, typed: typed.map((section) => ({ ...section, title: '又打了' })) };
    expect(savedAs(on, typed, after)).toEqual({ seen: after, typed: on.typed, moved: false });
  });
});
