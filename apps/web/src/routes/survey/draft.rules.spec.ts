import type { SurveyPageSection } from '../../api/types';
import { answersOf, hasConsent, missingIn, readDraft } from './draft.rules';

const CHOICES = ['a', 'b'].map((id) => ({ id, text: id, textEn: null }));
type Question = SurveyPageSection['questions'][number];
const question = (kind: Question['kind'], required = false): Question => ({
  ...{ id: kind, kind, text: kind, textEn: null, required },
  choices: kind === 'single' || kind === 'several' ? CHOICES : [],
});
const SECTIONS: SurveyPageSection[] = [
  {
    id: 's',
    title: '一',
    titleEn: null,
    questions: [question('scale', true), question('single'), question('several')],
  },
  { id: 't', title: '二', titleEn: null, questions: [question('nps', true), question('long-text', true)] },
];

describe('what somebody fills in', () => {
  it('is sent in the way of each question, without what was left open', () => {
    const values = { scale: 'na', single: 'b', several: [], nps: 0, 'long-text': ' 很好 ', gone: 3 };
    expect(answersOf(SECTIONS, { values })).toEqual([
      { questionId: 'scale', notApplicable: true },
      { questionId: 'single', choices: ['b'] },
      { questionId: 'nps', number: 0 },
      { questionId: 'long-text', text: '很好' },
    ]);
  });

  it('lacks what is required and blank; a zero is an answer', () => {
    const values = { nps: 0, 'long-text': '  ' };
    expect(missingIn(SECTIONS, { values }).map(({ id }) => id)).toEqual(['scale', 'long-text']);
  });

  it('comes back from the device as it was, and begins anew where that can’t be read', () => {
    const draft = { submissionId: 'x', values: { nps: 9 }, agreedTo: 'named' };
    expect(readDraft(JSON.stringify(draft), () => 'new')).toEqual(draft);
    for (const broken of [null, '{', 'null', '{"submissionId":3}'])
      expect(readDraft(broken, () => 'new')).toEqual({ submissionId: 'new', values: {}, agreedTo: null });
    const odd = { ...draft, agreedTo: true };
    expect(readDraft(JSON.stringify(odd), () => 'new')).toEqual({ ...draft, agreedTo: null });
  });

  it('is agreed to as it was told: to be anonymous is no consent to be named, nor the other way round', () => {
    expect(hasConsent({ agreedTo: 'anonymous' }, { named: false })).toBe(true);
    expect(hasConsent({ agreedTo: 'anonymous' }, { named: true })).toBe(false);
    expect(hasConsent({ agreedTo: 'named' }, { named: false })).toBe(false);
    expect(hasConsent({ agreedTo: null }, { named: false })).toBe(false);
  });
});
