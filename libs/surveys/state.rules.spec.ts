import { requireQuestions, requireUnanswered, standOf } from './state.rules';

const DAYS = { opensDay: '2028-06-12', closesDay: '2028-06-30' };

describe('a survey', () => {
  it.each([
    ['2028-06-11', 'waiting'],
    ['2028-06-12', 'collecting'],
    ['2028-06-30', 'collecting'],
    ['2028-07-01', 'over'],
  ])('that is open stands on %s as %s', (today, stand) => {
    expect(standOf({ state: 'open', ...DAYS }, today)).toBe(stand);
  });

  it('collects without days for as long as it is open', () => {
    expect(standOf({ state: 'open', opensDay: null, closesDay: null }, '2099-01-01')).toBe('collecting');
  });

  it.each(['draft', 'closed'] as const)('that is %s is answered on no day', (state) => {
    expect(standOf({ state, ...DAYS }, '2028-06-20')).toBe('over');
  });

  it('keeps its questions once somebody has answered, and says what to do instead', () => {
    expect(() => requireUnanswered(0)).not.toThrow();
    expect(() => requireUnanswered(7)).toThrow('copy it into a new one');
  });

  it('opens with questions alone', () => {
    expect(() => requireQuestions([{ questions: [] }])).toThrow('survey-empty');
    expect(() => requireQuestions([{ questions: [] }, { questions: [{}] }])).not.toThrow();
  });
});
