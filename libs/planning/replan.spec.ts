import { addDays, type Day } from '@convener/kernel';
import { planProject } from '@convener/templates';
import fc from 'fast-check';
import { aReplanWorld, EARLY, replanned, withRow } from '../../test/support/builders.replan';
import { answers, realSeeds } from '../../test/support/builders.templates';
import { replanOf } from './replan';
import { replanProblems } from './replan-answers';
import type { ReplanAnswers, ReplanRow, ReplanWorld } from './replan.types';

const { template, calendar } = realSeeds();
const conference = template('conference');
const world = (given = {}, today = EARLY) => aReplanWorld(conference, calendar, given, today);
const later = { opening: '2027-11-17', closing: '2027-11-19' };
const at = (rows: readonly ReplanRow[], place: string) => rows.find((row) => row.place === place)!;
const REGISTRATION = 'conference-project-executive/T2.2';
const PART = `${REGISTRATION}/O2.2.1`;
const itemAt = (where: ReplanWorld, place: string) => where.items.find((row) => row.place === place)!;
const partAt = (where: ReplanWorld, place: string) => where.deliverables.find((row) => row.place === place)!;
const kinds = (rows: readonly ReplanRow[]) => [...new Set(rows.map(({ kind }) => kind))].sort();

describe('a re-plan', () => {
  it('moves every row that counts from a day that moved, and says which', () => {
    const replan = replanOf(world(), later);
    expect(kinds(replan.rows)).toEqual(['moves']);
    expect(replan.rows.every(({ why }) => why.length > 0)).toBe(true);
    expect(at(replan.rows, REGISTRATION).why).toContainEqual(
      expect.objectContaining({ code: 'anchor', zh: expect.stringContaining('由 2027-') }),
    );
  });

  it('brings rows exactly where a start with the new answers would have put them', () => {
    const start = world();
    const after = replanned(start, replanOf(start, later));
    const fresh = world(later);
    const days = ({ items, deliverables }: ReplanWorld) =>
      [...items, ...deliverables].map(({ place, startDay, dueDay }) => [place, startDay, dueDay]);
    expect(days(after)).toEqual(days(fresh));
  });

  it('moves only what counts from an anchor that is given a day of its own', () => {
    const replan = replanOf(world(), { anchors: { earlyBirdEnd: '2027-08-02' } });
    expect(replan.rows.length).toBeGreaterThan(0);
    expect(replan.rows.length).toBeLessThan(20);
    expect(replan.rows.flatMap(({ why }) => why.map(({ key }) => key))).toContain('earlyBirdEnd');
  });

  it('goes back to an anchor’s own rule, and to no answer, where null is given', () => {
    const given = world({ anchors: { earlyBirdEnd: '2027-08-02' }, options: { alreadyAwarded: true } });
    const { answers: next, anchors } = replanOf(given, {
      anchors: { earlyBirdEnd: null },
      options: { alreadyAwarded: null },
    });
    expect(next).toMatchObject({ anchors: {}, options: {} });
    expect(anchors).toEqual(world().project.anchors);
  });

  it('finds the rows that a changed calendar alone moves', () => {
    const off = itemAt(world(), REGISTRATION).dueDay!;
    const changed = {
      ...world(),
      calendar: calendar.withOwnDays([{ day: off, kind: 'off' as const, name: '颱風假' }]),
    };
    const { rows } = replanOf(changed, {});
    expect(at(rows, REGISTRATION)).toMatchObject({
      kind: 'moves',
      before: { dueDay: off },
      why: [{ code: 'calendar' }],
    });
  });

  it('leaves done work and days set by hand, says so, and moves them where that is chosen', () => {
    const done = withRow(world(), 'deliverables', PART, { status: 'accepted' });
    expect(at(replanOf(done, later).rows, PART)).toMatchObject({ kind: 'stays', wants: 'moves', kept: 'done' });
    expect(at(replanOf(done, later, { alsoDone: true }).rows, PART)).toMatchObject({ kind: 'moves', kept: null });
    const byHand = withRow(world(), 'deliverables', PART, { handSet: true });
    expect(at(replanOf(byHand, later).rows, PART)).toMatchObject({ kind: 'stays', kept: 'hand-set' });
    const { id } = partAt(byHand, PART);
    expect(at(replanOf(byHand, later, { move: [id] }).rows, PART)).toMatchObject({ kind: 'moves', kept: null });
    expect(at(replanOf(byHand, later, { alsoHandSet: true }).rows, PART)).toMatchObject({ kind: 'moves' });
  });

  it('keeps a row that is chosen to stay, from then on as one set by hand', () => {
    const { id } = partAt(world(), PART);
    const start = world();
    const own = partAt(start, PART);
    const replan = replanOf(start, later, { keep: [own.id] });
    expect(at(replan.rows, PART)).toMatchObject({ kind: 'stays', kept: 'chosen' });
    const after = partAt(replanned(start, replan), PART);
    expect(after).toMatchObject({ dueDay: own.dueDay, handSet: true });
    expect(id).not.toBe(own.id);
  });
});

describe('a re-plan to other answers', () => {
  const awarded = { options: { alreadyAwarded: true } };
  const LEFT_OUT = 'conference-project-manager/T1.1';

  it('takes away what the answer leaves out, naming the question, and never deletes it', () => {
    const replan = replanOf(world(), awarded);
    expect(at(replan.rows, LEFT_OUT)).toMatchObject({
      ...{ kind: 'falls-away', type: 'work-item' },
      why: [{ code: 'option', key: 'alreadyAwarded', zh: '「案子已經得標或簽約了嗎？」答「是」' }],
    });
    const change = replan.items.find(({ row }) => row.place === LEFT_OUT)!.changes;
    expect(change).toMatchObject({ status: 'not-applicable', reason: expect.stringContaining('得標') });
    expect(replan.leftOut.map(({ place }) => place)).toContain(LEFT_OUT);
  });

  it('lets what is begun stay unless it is chosen, and never takes away what is done', () => {
    const begun = withRow(world(), 'items', LEFT_OUT, { status: 'doing' });
    const stays = replanOf(begun, awarded);
    expect(at(stays.rows, LEFT_OUT)).toMatchObject({ kind: 'stays', wants: 'falls-away', kept: 'begun' });
    expect(stays.leftOut.map(({ place }) => place)).not.toContain(LEFT_OUT);
    const move = [itemAt(begun, LEFT_OUT).id];
    expect(at(replanOf(begun, awarded, { move }).rows, LEFT_OUT)).toMatchObject({ kind: 'falls-away' });
    const done = withRow(world(), 'items', LEFT_OUT, { status: 'done' });
    const all = { move: [itemAt(done, LEFT_OUT).id], alsoDone: true };
    expect(at(replanOf(done, awarded, all).rows, LEFT_OUT)).toMatchObject({ kind: 'stays', kept: 'done' });
  });

  it('keeps the parts of work that is chosen to stay', () => {
    const start = world();
    const { rows } = replanOf(start, awarded, { keep: [itemAt(start, LEFT_OUT).id] });
    expect(rows.filter(({ place }) => place?.startsWith(LEFT_OUT))).toMatchObject([
      { place: LEFT_OUT, kept: 'chosen' },
    ]);
  });

  it('brings back what an earlier one set aside, and leaves alone what a person closed', () => {
    const aside = replanned(world(), replanOf(world(), awarded));
    // The world is built anew each time, so its rows are looked up by place.
    const start = world();
    const without = replanned(start, replanOf(start, awarded));
    const back = replanOf(without, { options: { alreadyAwarded: false } });
    expect(at(back.rows, LEFT_OUT)).toMatchObject({
      kind: 'comes-back',
      why: [{ code: 'option', key: 'alreadyAwarded', zh: '「案子已經得標或簽約了嗎？」改答「否」' }],
    });
    const closed = withRow(without, 'items', LEFT_OUT, { setAsideBy: null });
    expect(at(replanOf(closed, { options: {} }).rows, LEFT_OUT)).toBeUndefined();
    expect(aside.items.length).toBe(start.items.length);
  });

  it('adds what the project never had', () => {
    const start = world(awarded);
    const replan = replanOf(start, { options: { alreadyAwarded: false } });
    expect(at(replan.rows, LEFT_OUT)).toMatchObject({ kind: 'appears', id: null, key: LEFT_OUT });
    expect(at(replan.rows, LEFT_OUT).after?.dueDay).toBe(itemAt(world(), LEFT_OUT).dueDay);
    const declined = replanned(start, replanOf(start, { options: { alreadyAwarded: false } }, { keep: [LEFT_OUT] }));
    expect(at(replanOf(declined, {}).rows, LEFT_OUT)).toMatchObject({ kind: 'appears', why: [{ code: 'rule' }] });
  });

  it('lets a merge’s sources fall into their target, and apart again', () => {
    const start = world();
    const merge = conference.merges.find(({ option }) => option === 'oneClosingReport')!;
    const replan = replanOf(start, { options: { oneClosingReport: true } });
    expect(at(replan.rows, merge.from[0]!)).toMatchObject({
      kind: 'falls-away',
      why: [{ code: 'merge', key: 'oneClosingReport' }],
    });
    const merged = replanned(start, replan);
    const target = partAt(merged, merge.into);
    expect(target.sources.map(({ place }) => place)).toEqual([merge.into, ...merge.from]);
    expect(target.accepter).toBe(merge.accepter);
    const apart = replanned(merged, replanOf(merged, { options: { oneClosingReport: false } }));
    expect(partAt(apart, merge.into)).toMatchObject({
      sources: [{ place: merge.into }],
      accepter: partAt(start, merge.into).accepter,
    });
    expect(partAt(apart, merge.from[0]!)).toMatchObject({ status: 'open', reason: null });
  });

  it('lets no deliverable fall into one that is settled already', () => {
    const merge = conference.merges.find(({ option }) => option === 'oneClosingReport')!;
    const done = withRow(world(), 'deliverables', merge.into, { status: 'accepted' });
    const { rows } = replanOf(done, { options: { oneClosingReport: true } });
    expect(at(rows, merge.from[0]!)).toMatchObject({ kind: 'stays', kept: 'done' });
  });
});

describe('a re-plan in which days would already be past', () => {
  const today = '2027-06-01';
  const sooner = { opening: '2027-07-05', closing: '2027-07-07' };
  const near = () => ({ ...world(), today });

  it('squeezes them into what is left, none behind today, in their order', () => {
    const { rows } = replanOf(near(), sooner);
    const dues = rows.map(({ after }) => after!.dueDay!);
    expect(dues.every((day) => day >= today)).toBe(true);
  });

  it('leaves them where they are where that is chosen', () => {
    const { rows } = replanOf(near(), sooner, { lateStart: 'keep' });
    expect(rows.filter(({ kept }) => kept === 'late').length).toBeGreaterThan(20);
  });
});

describe('what is wrong in the answers of a re-plan', () => {
  it('is told at its field', () => {
    const body: ReplanAnswers = {
      opening: '2027-12-01',
      anchors: { nothing: null },
      options: { none: null, alreadyAwarded: 'x' },
    };
    const pointers = replanProblems(world(), body).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/anchors/nothing', '/options/none', '/options/alreadyAwarded', '/closing']);
  });
});

describe('whatever is re-planned', () => {
  const day = fc.integer({ min: 0, max: 1200 }).map((count) => addDays('2026-12-20', count));
  const event = fc
    .tuple(day, fc.nat(20))
    .map(([opening, length]): { opening: Day; closing: Day } => ({ opening, closing: addDays(opening, length) }));
  const options = fc.record(
    Object.fromEntries(
      conference.options.map(({ key, choices }) => [key, fc.constantFrom(...choices.map(({ value }) => value))]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string | boolean>>;
  const runs = { numRuns: 10 };

  it('asks for nothing while nothing has changed, also after a late start and on any day since', () => {
    fc.assert(
      fc.property(event, options, day, fc.nat(400), (days, given, today, passed) => {
        const start = world({ ...days, options: given }, today);
        expect(replanOf({ ...start, today: addDays(today, passed) }, {}).rows).toEqual([]);
      }),
      runs,
    );
  });

  it('asks for nothing more once it is done, and leaves no open deliverable outside of its work item', () => {
    fc.assert(
      fc.property(event, options, event, options, day, (before, first, after, second, today) => {
        const start = { ...world({ ...before, options: first }), today };
        const next = {
          ...after,
          options: { ...Object.fromEntries(Object.keys(first).map((key) => [key, null])), ...second },
        };
        const done = replanned(start, replanOf(start, next));
        expect(replanOf(done, {}).rows).toEqual([]);
        const items = new Map(done.items.map((item) => [item.id, item]));
        for (const row of done.deliverables.filter(({ status }) => status === 'open')) {
          const item = items.get(row.workItemId)!;
          if (item.status === 'not-applicable') continue;
          expect([row.place, row.startDay! <= row.dueDay!, row.dueDay! <= item.dueDay!]).toEqual([
            row.place,
            true,
            true,
          ]);
        }
      }),
      runs,
    );
  });

  it('ends with the work that a start with those answers has', () => {
    fc.assert(
      fc.property(event, options, event, options, (before, first, after, second) => {
        const start = world({ ...before, options: first });
        const next = {
          ...after,
          options: { ...Object.fromEntries(Object.keys(first).map((key) => [key, null])), ...second },
        };
        const done = replanned(start, replanOf(start, next));
        const plan = planProject(conference, answers({ ...after, options: second }), calendar, EARLY);
        const open = (rows: readonly { place: string | null; setAsideBy: string | null }[]) =>
          rows
            .filter(({ setAsideBy }) => setAsideBy === null)
            .map(({ place }) => place)
            .sort();
        expect(open(done.items)).toEqual(plan.items.map(({ place }) => place).sort());
        const alive = new Set(done.items.filter(({ setAsideBy }) => setAsideBy === null).map(({ id }) => id));
        const parts = done.deliverables.filter(({ workItemId }) => alive.has(workItemId));
        expect(open(parts)).toEqual(plan.items.flatMap((item) => item.deliverables.map(({ place }) => place)).sort());
      }),
      runs,
    );
  });
});
