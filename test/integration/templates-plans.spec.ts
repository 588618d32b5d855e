import fc from 'fast-check';
import { addDays, type Day, daysBetween, yearOf } from '@convener/kernel';
import {
  answerProblems,
  type PlannedDays,
  planProject,
  type ProjectPlan,
  type StartAnswers,
} from '@convener/templates';
import { answers, realSeeds } from '../support/builders.templates';

const { templates, template, calendar } = realSeeds();
const LONG_AGO = '2020-01-01';
const RUNS = { numRuns: 60 };

const plan = (slug: string, given: Partial<StartAnswers> = {}, today: Day = LONG_AGO) =>
  planProject(template(slug), answers(given), calendar, today);
const rowsOf = ({ items }: ProjectPlan) => items.flatMap((item) => [item, ...item.deliverables]);

const aTemplate = fc.constantFrom(...templates.map(({ slug }) => slug));
const anEvent = fc
  .record({ after: fc.integer({ min: 0, max: 1500 }), length: fc.integer({ min: 0, max: 9 }) })
  .map(({ after, length }) => {
    const opening = addDays('2025-12-01', after);
    return { opening, closing: addDays(opening, length) };
  });

describe('a plan', () => {
  it('is the same for the same answers', () => {
    fc.assert(
      fc.property(aTemplate, anEvent, (slug, event) => {
        expect(plan(slug, event)).toEqual(plan(slug, event));
      }),
      RUNS,
    );
  });

  it('is due on working days, except while the event runs; nearer the start before it, later after it', () => {
    fc.assert(
      fc.property(aTemplate, anEvent, (slug, { opening, closing }) => {
        for (const { dueDay } of rowsOf(plan(slug, { opening, closing }))) {
          if (dueDay < opening || dueDay > closing)
            expect([dueDay, calendar.isWorkingDay(dueDay)]).toEqual([dueDay, true]);
        }
      }),
      RUNS,
    );
  });

  it('starts everything before it is due and keeps deliverables inside their work item, late start or not', () => {
    fc.assert(
      fc.property(aTemplate, anEvent, fc.integer({ min: -30, max: 700 }), (slug, event, ahead) => {
        for (const item of plan(slug, event, addDays(event.opening, -ahead)).items) {
          for (const { startDay, dueDay } of [item, ...item.deliverables]) expect(startDay <= dueDay).toBe(true);
          for (const { place, startDay, dueDay } of item.deliverables) {
            expect([place, startDay >= item.startDay, dueDay <= item.dueDay]).toEqual([place, true, true]);
          }
        }
      }),
      RUNS,
    );
  });

  it('says for each row what the days of its year rest on', () => {
    fc.assert(
      fc.property(aTemplate, anEvent, (slug, event) => {
        for (const { dueDay, dayBasis } of rowsOf(plan(slug, event)))
          expect(dayBasis).toBe(calendar.basis(yearOf(dueDay)));
      }),
      RUNS,
    );
  });

  it('moves a due day on a day off back before opening and on after closing', () => {
    // 2026-10-09 … 10-11 is a long weekend; the event opens on the Monday after the next one.
    const { items } = plan('conference-project-manager', { opening: '2026-10-19', closing: '2026-10-20' });
    const report = items.find(({ code }) => code === 'T6.2');
    expect(
      rowsOf(plan('conference', { opening: '2026-10-25', closing: '2026-10-25' })).map(({ dueDay }) => dueDay),
    ).toContain('2026-10-25');
    expect(report && calendar.isWorkingDay(report.dueDay)).toBe(true);
    const due = (opening: Day, rule: string) =>
      rowsOf(plan('conference', { opening, closing: opening })).find(({ dueRule }) => dueRule === rule)?.dueDay;
    const before = rowsOf(plan('conference')).find(({ dueRule }) => dueRule === 'opening - 7 days')?.dueRule;
    expect(before && due('2026-10-17', before)).toBe('2026-10-08');
    expect(due('2026-09-25', 'closing + 30 days') ?? '2026-10-27').toBe('2026-10-27');
  });

  it('says which years it knows officially, by the rule, or only by weekends and fixed dates', () => {
    expect(plan('event', { opening: '2027-03-10', closing: '2027-03-10' }).calendar).toEqual([
      { year: 2026, status: 'official' },
      { year: 2027, status: 'provisional' },
    ]);
    expect(plan('event', { opening: '2031-06-10', closing: '2031-06-10' }).calendar).toEqual([
      { year: 2030, status: 'weekends-only' },
      { year: 2031, status: 'weekends-only' },
    ]);
    const national = rowsOf(plan('conference', { opening: '2031-10-20', closing: '2031-10-20' }));
    expect(national.filter(({ dueDay }) => dueDay === '2031-10-10')).toEqual([]);
  });
});

describe('a late start', () => {
  const lateEvent = fc.tuple(anEvent, fc.integer({ min: -40, max: 500 })).map(([event, ahead]) => ({
    event,
    today: addDays(event.opening, -ahead),
  }));

  it('squeezed puts nothing before today and keeps the order of due days', () => {
    fc.assert(
      fc.property(aTemplate, lateEvent, (slug, { event, today }) => {
        const squeezed = plan(slug, event, today);
        const rows = rowsOf(squeezed);
        if (squeezed.late.length > 0) {
          for (const row of rows) expect([row.startDay >= today, row.dueDay >= today]).toEqual([true, true]);
        }
        const byPlan = [...rows].sort((a, b) => (a.plannedDueDay < b.plannedDueDay ? -1 : 1));
        for (const [index, row] of byPlan.entries()) {
          const next = byPlan[index + 1];
          if (next && row.plannedDueDay < next.plannedDueDay) expect(row.dueDay <= next.dueDay).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('squeezed keeps everything, shows what would be past, and leaves the last half of the time alone', () => {
    const event = { opening: '2027-10-13', closing: '2027-10-15' };
    const squeezed = plan('conference', event, '2027-06-01');
    expect(squeezed.counts).toEqual({ workItems: 58, deliverables: 89, checks: 196 });
    expect(squeezed.leftOut).toEqual([]);
    expect(squeezed.late.length).toBeGreaterThan(15);
    for (const { plannedDue } of squeezed.late) expect(plannedDue < '2027-06-01').toBe(true);
    const unmoved = (row: PlannedDays) => row.dueDay === row.plannedDueDay;
    const last = rowsOf(squeezed).filter(({ plannedDueDay }) => daysBetween(plannedDueDay, event.opening) < 60);
    expect(last.length).toBeGreaterThan(30);
    expect(last.every(unmoved)).toBe(true);
  });

  it('in time changes nothing, whatever was chosen', () => {
    for (const lateStart of ['squeeze', 'already-done', 'leave-out'] as const) {
      expect(plan('conference', { lateStart })).toEqual(plan('conference', { lateStart: 'squeeze' }));
    }
    expect(rowsOf(plan('conference')).every((row) => row.dueDay === row.plannedDueDay && !row.settled)).toBe(true);
  });

  it('already done settles what would be past and what is whole by that, and keeps all days', () => {
    fc.assert(
      fc.property(aTemplate, lateEvent, (slug, { event, today }) => {
        const { items, counts } = plan(slug, { ...event, lateStart: 'already-done' }, today);
        expect(counts).toEqual(plan(slug, event).counts);
        for (const item of items) {
          expect(item.dueDay).toBe(item.plannedDueDay);
          for (const row of item.deliverables) expect(row.settled).toBe(row.dueDay < today);
          const whole = item.deliverables.length > 0 && item.deliverables.every(({ settled }) => settled);
          expect(item.settled).toBe(item.dueDay < today || whole);
        }
      }),
      RUNS,
    );
  });

  it('leave out leaves out what would be past, with the reason, and nothing else', () => {
    const today = '2027-06-01';
    const { items, leftOut, late, counts } = plan('conference', { lateStart: 'leave-out' }, today);
    expect(rowsOf({ items } as ProjectPlan).filter(({ dueDay }) => dueDay < today)).toEqual([]);
    expect(leftOut.map(({ place }) => place)).toEqual(late.map(({ place }) => place));
    expect(leftOut[0]?.reason).toEqual({
      code: 'late-start',
      zh: expect.stringMatching(/^原訂 \d{4}-\d{2}-\d{2} 前完成/),
      en: expect.stringMatching(/^Was due \d{4}/),
    });
    expect(counts.workItems + leftOut.filter(({ kind }) => kind === 'work-item').length).toBe(58);
  });

  it('after the event still plans, with everything from today on', () => {
    const { items } = plan('event', { opening: '2026-03-02', closing: '2026-03-03' }, '2026-11-21');
    expect(items).toHaveLength(31);
    for (const row of rowsOf({ items } as ProjectPlan)) expect(row.startDay >= '2026-11-21').toBe(true);
  });
});

describe('anchors', () => {
  const pointers = (anchors: Record<string, Day>, given: Partial<StartAnswers> = {}) =>
    answerProblems(template('conference'), answers({ anchors, ...given }), calendar).map(({ pointer }) => pointer);

  it.each<[string, Record<string, Day>, string]>([
    ['kick-off after opening', { kickoff: '2027-10-20' }, '/anchors/kickoff'],
    ['the paper deadline before the call', { paperDeadline: '2026-01-01' }, '/anchors/paperDeadline'],
    ['the call after the default deadline', { callForPapers: '2027-05-01' }, '/anchors/callForPapers'],
    [
      'deadline and notification the wrong way round',
      { paperDeadline: '2027-06-01', notification: '2027-05-01' },
      '/anchors/notification',
    ],
    ['move-out before closing', { moveOut: '2027-10-14' }, '/anchors/moveOut'],
    ['the report due before closing', { reportDue: '2027-10-01' }, '/anchors/reportDue'],
    ['the rehearsal after opening', { rehearsal: '2027-10-14' }, '/anchors/rehearsal'],
  ])('are refused at their field: %s', (_what, anchors, pointer) => expect(pointers(anchors)).toEqual([pointer]));

  it('are refused when the template does not have them, or when they are the event itself', () => {
    expect(pointers({ salesOpen: '2027-01-01' })).toEqual(['/anchors/salesOpen']);
    expect(pointers({ opening: '2027-01-01' })).toEqual(['/anchors/opening']);
    expect(pointers({}, { opening: '2027-10-16' })).toEqual(['/closing']);
  });

  it('that are given carry what counts from them, and stay where the manager put them', () => {
    const moved = plan('conference', { anchors: { paperDeadline: '2027-05-05' } });
    expect(moved.anchors.find(({ key }) => key === 'paperDeadline')).toMatchObject({ day: '2027-05-05', given: true });
    const days = (of: ProjectPlan) => rowsOf(of).filter(({ dueRule }) => dueRule.startsWith('paperDeadline'));
    expect(days(moved).length).toBeGreaterThan(0);
    expect(days(moved).map(({ dueDay }) => dueDay)).not.toEqual(days(plan('conference')).map(({ dueDay }) => dueDay));
  });
});
