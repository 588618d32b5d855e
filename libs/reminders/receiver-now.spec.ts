import { aSubject, LONG_WEEKEND, morning, PEOPLE, ruleSet, THREE_NUDGES } from '../../test/support/builders.subjects';
import { isOwnKey, ownKey, type RuleSet, rulesOfTemplate } from './rule-set';
import type { FiredReminder, SubjectPlan } from './subjects';
import { type AnchorDays, receiverNow } from './wanted';

describe('when a reminder fires', () => {
  const fired = (change: Partial<FiredReminder> = {}): FiredReminder => ({
    ...{ kind: 'due' as const, rule: '1d-before', recipient: null, dueDay: '2026-10-14', personId: 'an' },
    ...{ fireAt: morning('2026-10-13', 'Asia/Taipei'), ...change },
  });
  const goesTo = (
    row: FiredReminder,
    subject = aSubject(),
    rules: RuleSet = THREE_NUDGES,
    anchors: AnchorDays = new Map(),
  ) => receiverNow(row, subject, rules, anchors, LONG_WEEKEND, 'Asia/Taipei');

  it('it goes to whoever is what it was planned for', () => {
    expect(goesTo(fired(), aSubject({ personId: 'bo' }))).toBe('bo');
    const toLead = ruleSet({ key: 'x', days: -1, to: ['lead'] });
    const leads = aSubject({}, { people: { ...PEOPLE, lead: 'di' } });
    expect(goesTo(fired({ rule: 'x', recipient: 'lead' }), leads, toLead)).toBe('di');
    expect(goesTo(fired({ rule: 'x', recipient: 'client' }), leads, toLead)).toBeNull();
  });

  it.each<[string, SubjectPlan]>([
    ['done', aSubject({ open: false })],
    ['due on another day', aSubject({ dueDay: '2026-10-15' })],
    ['nobody’s', aSubject({ personId: null })],
  ])('it is dropped about what is %s', (_what, subject) => {
    expect(goesTo(fired(), subject)).toBeNull();
  });

  it('it is dropped where its rule was switched off, removed, or put later', () => {
    expect(goesTo(fired(), aSubject(), { ...ruleSet(), off: new Set(['1d-before']) })).toBeNull();
    expect(goesTo(fired({ rule: ownKey('1') }), aSubject(), ruleSet())).toBeNull();
    expect(goesTo(fired(), aSubject(), ruleSet({ key: '1d-before', days: 1 }))).toBeNull();
    expect(isOwnKey(ownKey('1'))).toBe(true);
  });

  it('it holds by its due day where its rule is of another version of the template', () => {
    expect(goesTo(fired({ rule: 'of-old' }), aSubject(), ruleSet())).toBe('an');
  });

  it('it is dropped where its anchor has moved', () => {
    const rules = ruleSet({ key: 'a', when: 'anchor', anchor: 'opening', days: -5 });
    const row = fired({ kind: 'anchor', rule: 'a', dueDay: '2026-10-18' });
    expect(goesTo(row, aSubject(), rules, new Map([['opening', '2026-10-18']]))).toBe('an');
    expect(goesTo(row, aSubject(), rules, new Map([['opening', '2026-10-19']]))).toBeNull();
  });

  it('a standstill is dropped after progress', () => {
    const row = fired({ kind: 'escalation', rule: 'escalation', recipient: 'lead', dueDay: '2026-10-07' });
    const rules = rulesOfTemplate({ at: '09:00', rules: [] });
    expect(goesTo(row, aSubject({}, { idleSince: '2026-10-07' }), rules)).toBe('bo');
    expect(goesTo(row, aSubject({}, { idleSince: '2026-10-08' }), rules)).toBeNull();
    expect(goesTo(row, aSubject({}, { idleSince: null }), rules)).toBeNull();
  });

  it('what somebody asked for by hand needs only that the work is open', () => {
    const row = fired({ kind: 'manual', rule: 'manual', personId: 'di', dueDay: '2026-01-01' });
    expect(goesTo(row, aSubject({ open: false }))).toBe('di');
    expect(goesTo({ ...row, recipient: 'lead' })).toBe('bo');
    expect(goesTo(row, aSubject({}, { outstanding: false }))).toBeNull();
  });
});
