import { addDays, type Day, dayAt, instantAt } from '@convener/kernel';
import { WorkingCalendar } from '@convener/schedule';
import type { Recipient } from '@convener/templates';
import fc from 'fast-check';
import type { PlannedReminder } from './diff';
import { type AppliedRule, isOwnKey, ownKey, type RuleSet, rulesOfTemplate } from './rule-set';
import type { FiredReminder, SubjectFacts, SubjectPlan } from './subjects';
import { type AnchorDays, receiverNow, remindersFor } from './wanted';

const policy: RuleSet = {
  at: '09:00',
  rules: [
    { key: '7d-before', days: -7 },
    { key: '1d-before', days: -1 },
    { key: '1wd-after', workingDays: 1 },
  ],
};
const calendar = new WorkingCalendar(
  [{ year: 2026, status: 'official', daysOff: [{ date: '2026-10-09', name: '補假(國慶日 10-10)' }] }],
  [],
);
const ZONES = ['Asia/Taipei', 'America/New_York', 'Pacific/Apia'] as const;
const NOBODY = { assignee: null, preparer: null, accepter: null, lead: null, manager: null, client: null };
const PEOPLE: Record<Recipient, string | null> = {
  ...{ assignee: 'an', preparer: 'an', accepter: 'bo', lead: 'bo', manager: 'cy', client: 'di' },
};
const morning = (day: string, zone: string) => instantAt(day, '09:00', zone);

function work(change: Partial<SubjectPlan> = {}, facts: Partial<SubjectFacts> = {}): SubjectPlan {
  const all = { startDay: null, outstanding: true, status: 'doing', statusSince: null, idleSince: null, ...facts };
  return {
    ...{ ref: { type: 'work-item' as const, id: 'item' }, dueDay: '2026-10-14', open: true, personId: 'an' },
    ...{ facts: { people: PEOPLE, ...all }, ...change },
  };
}

const set = (...rules: AppliedRule[]): RuleSet => ({ at: '09:00', rules });
const plan = (subject: SubjectPlan, rules: RuleSet, anchors: AnchorDays = new Map(), zone = 'Asia/Taipei', now = 0) =>
  remindersFor(subject, rules, anchors, calendar, zone, now);
const told = (rows: readonly PlannedReminder[], zone = 'Asia/Taipei') =>
  rows.map(({ fireAt, personId, recipient }) => `${dayAt(fireAt, zone)} ${personId} as ${recipient}`);

describe.each(ZONES)('reminders of a due day in %s', (zone) => {
  const nudges = (dueDay: string, now = 0) =>
    plan(work({ dueDay }), policy, new Map(), zone, now).map(({ rule, fireAt }) => ({ rule, fireAt }));

  it('come at nine: seven days and one day before, and one working day after', () => {
    expect(nudges('2026-10-14')).toEqual([
      { rule: '7d-before', fireAt: morning('2026-10-07', zone) },
      { rule: '1d-before', fireAt: morning('2026-10-13', zone) },
      { rule: '1wd-after', fireAt: morning('2026-10-15', zone) },
    ]);
  });

  it('skip the weekend and the day off after a due day', () => {
    const after = nudges('2026-10-08').find(({ rule }) => rule === '1wd-after');
    expect(after && dayAt(after.fireAt, zone)).toBe('2026-10-12');
  });

  it('are never planned for an instant that has come', () => {
    const now = morning('2026-10-13', zone);
    expect(nudges('2026-10-14', now).map(({ rule }) => rule)).toEqual(['1wd-after']);
    expect(nudges('2026-10-14', now - 1).map(({ rule }) => rule)).toEqual(['1d-before', '1wd-after']);
    expect(nudges('2026-10-14', morning('2026-10-15', zone))).toEqual([]);
  });
});

it('a morning in Apia comes a day before the same morning in New York', () => {
  const at = (zone: string) => plan(work(), policy, new Map(), zone)[1]?.fireAt ?? 0;
  expect((at('America/New_York') - at('Pacific/Apia')) / 3_600_000).toBe(17);
});

describe('a rule', () => {
  const anchors = new Map([['opening', '2026-10-20']]);

  it('counts from a start', () => {
    const rule: AppliedRule = { key: 's', when: 'start', days: -2 };
    expect(told(plan(work({}, { startDay: '2026-10-10' }), set(rule)))).toEqual(['2026-10-08 an as null']);
    expect(plan(work(), set(rule))).toEqual([]);
  });

  it('counts from an anchor, about what should be done by then', () => {
    const rule: AppliedRule = { key: 'a', when: 'anchor', anchor: 'opening', workingDays: -3 };
    expect(told(plan(work(), set(rule), anchors))).toEqual(['2026-10-15 an as null']);
    expect(plan(work({ dueDay: '2026-10-21' }), set(rule), anchors)).toEqual([]);
    expect(told(plan(work({ dueDay: null }), set({ ...rule, ofItem: true }), anchors))).toHaveLength(1);
    expect(plan(work(), set({ ...rule, anchor: 'moveIn' }), anchors)).toEqual([]);
  });

  it('counts from the change into a status: at once means the next nine o’clock', () => {
    const since = (time: string) => ({ status: 'waiting', statusSince: instantAt('2026-10-10', time, 'Asia/Taipei') });
    const rule: AppliedRule = { key: 'w', when: 'status', status: 'waiting' };
    expect(told(plan(work({}, since('08:00')), set(rule)))).toEqual(['2026-10-10 an as null']);
    expect(told(plan(work({}, since('15:00')), set(rule)))).toEqual(['2026-10-11 an as null']);
    expect(told(plan(work({}, since('15:00')), set({ ...rule, days: 3 })))).toEqual(['2026-10-13 an as null']);
    expect(plan(work({}, { ...since('08:00'), status: 'doing' }), set(rule))).toEqual([]);
  });

  it('has its own time of day, and its own end', () => {
    const [row] = plan(work(), set({ key: 'x', days: -1, at: '16:30', expiresAfterDays: 2 }));
    expect(row?.fireAt).toBe(instantAt('2026-10-13', '16:30', 'Asia/Taipei'));
    expect(row?.expiresAt).toBe(instantAt('2026-10-16', '00:00', 'Asia/Taipei'));
  });

  it('tells each of its recipients, nobody twice and nobody who is not there', () => {
    const to: Recipient[] = ['assignee', 'preparer', 'lead', 'manager', 'client'];
    const rows = (people: SubjectFacts['people']) => told(plan(work({}, { people }), set({ key: 'x', to })));
    const day = '2026-10-14';
    const told4 = [`${day} an as assignee`, `${day} bo as lead`, `${day} cy as manager`, `${day} di as client`];
    expect(rows(PEOPLE)).toEqual(told4);
    expect(rows({ ...NOBODY, manager: 'cy', lead: 'cy' })).toEqual([`${day} cy as lead`]);
  });

  it('of a person is about that person’s own work alone', () => {
    expect(plan(work(), set({ key: 'own-1', personId: 'an' }))).toHaveLength(1);
    expect(plan(work(), set({ key: 'own-1', personId: 'bo' }))).toEqual([]);
  });

  it('is about deliverables, work items, or whichever carries the reminders', () => {
    const deliverable = work({ ref: { type: 'deliverable', id: 'part' } });
    const around = work({ open: false });
    const counts = (rule: AppliedRule) => [deliverable, around].map((subject) => plan(subject, set(rule)).length);
    expect(counts({ key: 'x' })).toEqual([1, 0]);
    expect(counts({ key: 'x', subjects: 'deliverables' })).toEqual([1, 0]);
    expect(counts({ key: 'x', subjects: 'work-items' })).toEqual([0, 1]);
  });
});

describe('standstill', () => {
  const rules = rulesOfTemplate({ at: '09:00', rules: [] });
  const idle = (change: Partial<SubjectPlan> = {}, facts: Partial<SubjectFacts> = {}) =>
    told(plan(work(change, { idleSince: '2026-10-07', ...facts }), rules));

  it('is told to the lead after two working days, and to the manager after three more', () => {
    // 10-09 is a day off before a weekend.
    expect(idle()).toEqual(['2026-10-12 bo as lead', '2026-10-15 cy as manager']);
  });

  it('is told to nobody of their own work, and to nobody twice', () => {
    expect(idle({ personId: 'bo' })).toEqual(['2026-10-15 cy as manager']);
    expect(idle({}, { people: { ...PEOPLE, lead: 'cy' } })).toEqual(['2026-10-12 cy as lead']);
    expect(idle({}, { people: { ...PEOPLE, lead: null } })).toEqual(['2026-10-15 cy as manager']);
  });

  it('is told to nobody where that is switched off, or nothing stands still', () => {
    expect(idle({}, { idleSince: null })).toEqual([]);
    expect(plan(work({}, { idleSince: '2026-10-07' }), { ...rules, escalation: null })).toEqual([]);
  });
});

describe('when it fires', () => {
  const fired = (change: Partial<FiredReminder> = {}): FiredReminder => ({
    ...{ kind: 'due' as const, rule: '1d-before', recipient: null, dueDay: '2026-10-14', personId: 'an' },
    ...{ fireAt: morning('2026-10-13', 'Asia/Taipei'), ...change },
  });
  const goesTo = (row: FiredReminder, subject = work(), rules = policy, anchors: AnchorDays = new Map()) =>
    receiverNow(row, subject, rules, anchors, calendar, 'Asia/Taipei');

  it('it goes to whoever is what it was planned for', () => {
    expect(goesTo(fired(), work({ personId: 'bo' }))).toBe('bo');
    const toLead = set({ key: 'x', days: -1, to: ['lead'] });
    const leads = work({}, { people: { ...PEOPLE, lead: 'di' } });
    expect(goesTo(fired({ rule: 'x', recipient: 'lead' }), leads, toLead)).toBe('di');
    expect(goesTo(fired({ rule: 'x', recipient: 'client' }), leads, toLead)).toBeNull();
  });

  it.each<[string, SubjectPlan]>([
    ['done', work({ open: false })],
    ['due on another day', work({ dueDay: '2026-10-15' })],
    ['nobody’s', work({ personId: null })],
  ])('it is dropped about what is %s', (_what, subject) => {
    expect(goesTo(fired(), subject)).toBeNull();
  });

  it('it is dropped where its rule was switched off, removed, or put later', () => {
    expect(goesTo(fired(), work(), { ...set(), off: new Set(['1d-before']) })).toBeNull();
    expect(goesTo(fired({ rule: ownKey('1') }), work(), set())).toBeNull();
    expect(goesTo(fired(), work(), set({ key: '1d-before', days: 1 }))).toBeNull();
    expect(isOwnKey(ownKey('1'))).toBe(true);
  });

  it('it holds by its due day where its rule is of another version of the template', () => {
    expect(goesTo(fired({ rule: 'of-old' }), work(), set())).toBe('an');
  });

  it('it is dropped where its anchor has moved', () => {
    const rules = set({ key: 'a', when: 'anchor', anchor: 'opening', days: -5 });
    const row = fired({ kind: 'anchor', rule: 'a', dueDay: '2026-10-18' });
    expect(goesTo(row, work(), rules, new Map([['opening', '2026-10-18']]))).toBe('an');
    expect(goesTo(row, work(), rules, new Map([['opening', '2026-10-19']]))).toBeNull();
  });

  it('a standstill is dropped after progress', () => {
    const row = fired({ kind: 'escalation', rule: 'escalation', recipient: 'lead', dueDay: '2026-10-07' });
    const rules = rulesOfTemplate({ at: '09:00', rules: [] });
    expect(goesTo(row, work({}, { idleSince: '2026-10-07' }), rules)).toBe('bo');
    expect(goesTo(row, work({}, { idleSince: '2026-10-08' }), rules)).toBeNull();
    expect(goesTo(row, work({}, { idleSince: null }), rules)).toBeNull();
  });

  it('what somebody asked for by hand needs only that the work is open', () => {
    const row = fired({ kind: 'manual', rule: 'manual', personId: 'di', dueDay: '2026-01-01' });
    expect(goesTo(row, work({ open: false }))).toBe('di');
    expect(goesTo({ ...row, recipient: 'lead' })).toBe('bo');
    expect(goesTo(row, work({}, { outstanding: false }))).toBeNull();
  });
});

describe('whatever the days, rules and zones', () => {
  /** Leap days, ends of years, changes of clocks in the three zones, and any other day. */
  const days = fc.oneof(
    fc.constantFrom('2028-02-28', '2028-02-29', '2028-03-01', '2026-12-31', '2027-01-01', '2026-10-09'),
    fc.constantFrom('2026-03-08', '2026-11-01', '2027-03-14', '2027-04-04', '2027-09-26', '2026-10-10'),
    fc.integer({ min: 0, max: 1200 }).map((count) => addDays('2026-01-01', count)),
  );
  const times = fc.constantFrom('00:00', '02:30', '08:59', '09:00', '23:59');
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const rule = fc
    .record(
      {
        when: fc.constantFrom('due', 'start', 'anchor', 'status'),
        days: fc.integer({ min: -365, max: 365 }),
        workingDays: fc.integer({ min: -30, max: 30 }),
        at: times,
        to: fc.uniqueArray(fc.constantFrom<Recipient>('assignee', 'preparer', 'accepter', 'lead', 'manager', 'client')),
        expiresAfterDays: fc.nat(30),
        ofItem: fc.constant(true as const),
      },
      { requiredKeys: [] },
    )
    .map(({ when, ...rest }) => ({
      ...rest,
      ...(when && { when: when as AppliedRule['when'] }),
      ...(when === 'anchor' && { anchor: 'opening' }),
      ...(when === 'status' && { status: 'doing' }),
    }));
  const world = fc.record({
    zone: fc.constantFrom(...ZONES),
    dueDay: maybe(days),
    startDay: maybe(days),
    opening: days,
    length: fc.constantFrom(0, 2, 19),
    idle: maybe(days),
    today: days,
    time: times,
    people: fc.record({
      assignee: fc.constantFrom('an', 'bo', null),
      preparer: fc.constantFrom('an', 'bo', null),
      accepter: fc.constantFrom('bo', 'cy', null),
      lead: fc.constantFrom('bo', 'cy', null),
      manager: fc.constantFrom('cy', 'an', null),
      client: fc.constantFrom('di', null),
    }),
    rules: fc.array(rule, { maxLength: 6 }).map((all) => all.map((one, index) => ({ ...one, key: `r${index}` }))),
  });
  type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

  function planned({ zone, dueDay, startDay, opening, length, idle, today, time, people, rules }: World) {
    const now = instantAt(today, time, zone);
    const facts = { startDay: startDay ?? null, people, idleSince: idle ?? null, statusSince: now - 86_400_000 };
    const subject = work({ dueDay: dueDay ?? null, personId: people.assignee ?? people.manager }, facts);
    const anchors = new Map<string, Day>([
      ['opening', opening],
      ['closing', addDays(opening, length)],
    ]);
    const all: RuleSet = { at: '09:00', rules, escalation: { leadAfter: 2, managerAfter: 3 } };
    return { subject, anchors, all, now, rows: remindersFor(subject, all, anchors, calendar, zone, now) };
  }

  it('nothing is wanted for an instant that has come, and nothing twice', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, now } = planned(given);
        expect(rows.filter(({ fireAt }) => fireAt <= now)).toEqual([]);
        const identities = rows.map(({ rule: key, personId }) => `${key} ${personId}`);
        expect(identities.filter((one, index) => identities.indexOf(one) !== index)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('each fires at the wall time of its rule, clocks changing or not, and ends after it fires', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, all } = planned(given);
        for (const { rule: key, fireAt, expiresAt } of rows) {
          const time = all.rules.find((one) => one.key === key)?.at ?? all.at;
          const day = dayAt(fireAt, given.zone);
          // 02:30 does not exist where clocks skip it: then the instant after the gap is as exact as it gets.
          expect(fireAt).toBe(instantAt(day, time, given.zone));
          if (expiresAt !== null) expect(expiresAt).toBeGreaterThan(fireAt);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('each still goes to the same person when nothing has changed by the time it fires', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, subject, all, anchors } = planned(given);
        for (const row of rows)
          expect(receiverNow(row, subject, all, anchors, calendar, given.zone)).toBe(row.personId);
      }),
      { numRuns: 500 },
    );
  });
});
