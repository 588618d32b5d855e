import type { Board, BoardCellContent } from '../../apps/api/planning/board.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

/** A Wednesday, eighteen months before the conference: nothing of the plan is overdue yet. */
const START = '2026-11-25T09:00:00+08:00';

describe.each(databaseKinds())('the board of sub-teams on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let programme: string;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await goTo(app, cast, START);
    project = await aConference(app, { cast });
    programme = (await project.team('programme')).id;
  });

  const board = async (as = cast.manager.client) => ok(await as.get<Board>(`/api/projects/${project.id}/board`)).body;
  const cell = async (stage: string, team?: string) => {
    const query = `stage=${stage}${team ? `&team=${team}` : ''}`;
    return ok(await cast.lead.client.get<BoardCellContent>(`/api/projects/${project.id}/board/cell?${query}`)).body;
  };
  const teamRow = async (id: string | null) => (await board()).teams.find(({ team }) => (team?.id ?? null) === id);
  const counts = async (stage: string, id: string | null = programme) =>
    (await teamRow(id))!.cells.find((one) => one.stage === stage)!;
  const assign = (select: object, set: object, as = cast.lead.client) =>
    as.post<{ changed: number }>(`/api/projects/${project.id}/assignments`, { select, set });

  it('counts what is open, overdue and unassigned by sub-team and stage, as the checklist lists it', async () => {
    await project.add({ dueDay: '2026-11-24', assigneeId: cast.member.id });
    await project.add({ dueDay: '2026-11-25' });
    const listed = await project.rows(`team=${programme}&stage=before`);
    expect(await counts('before')).toEqual({
      stage: 'before',
      open: listed.length,
      done: 0,
      overdue: 1,
      unassigned: listed.length - 1,
      toAccept: 0,
    });
    const { teams, all } = await board();
    expect(all.all.open).toBe((await project.rows()).length);
    expect(teams.reduce((sum, team) => sum + team.all.open, 0)).toBe(all.all.open);
    expect(teams.find(({ team }) => team?.id === programme)).toMatchObject({
      people: 3,
      leads: [{ id: cast.lead.id }],
    });
  });

  it('counts what is done and what was handed in, and leaves out what is not applicable', async () => {
    const before = await counts('before');
    const done = await project.add();
    ok(await project.manager.patch(`/api/work-items/${done.id}`, { status: 'done' }, ANY_VERSION));
    const aside = await project.add();
    const why = { status: 'not-applicable', reason: '不辦' };
    ok(await project.manager.patch(`/api/work-items/${aside.id}`, why, ANY_VERSION));
    const { id } = await project.addDeliverable({ accepter: 'manager' });
    ok(await cast.member.client.post(`/api/deliverables/${id}/submit`));
    expect(await counts('before')).toMatchObject({
      done: before.done + 1,
      open: before.open + 1,
      toAccept: before.toAccept + 1,
    });
  });

  it('has a row for work without a sub-team only where there is any', async () => {
    expect(await teamRow(null)).toBeUndefined();
    const { id } = await project.add({}, null);
    expect((await counts('before', null)).open).toBe(1);
    expect((await cell('before')).items.map((item) => item.id)).toEqual([id]);
  });

  it('shows the load of everybody of the crew by week, and of nobody who only looks on', async () => {
    for (const dueDay of ['2026-11-24', '2026-11-25', '2026-11-29', '2026-11-30', '2027-01-18'])
      await project.add({ dueDay, assigneeId: cast.member.id });
    await project.add({ assigneeId: cast.member.id });
    const { weeks, people } = await board();
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-11-23', '2027-01-11', 8]);
    expect(people.map(({ person }) => person.id).sort()).toEqual(
      [cast.manager.id, cast.lead.id, cast.member.id, cast.other.id].sort(),
    );
    expect(people[0]).toMatchObject({
      person: { id: cast.member.id },
      teamIds: [programme],
      open: 6,
      past: 1,
      weeks: [2, 1, 0, 0, 0, 0, 0, 0],
      later: 1,
      undated: 1,
      heavyWeeks: [],
    });
  });

  it('says in which weeks somebody has much more to finish than the others', async () => {
    for (let made = 0; made < 5; made += 1) await project.add({ dueDay: '2026-12-02', assigneeId: cast.member.id });
    const { people } = await board();
    expect(people.map(({ heavyWeeks }) => heavyWeeks)).toEqual([[1], [], [], []]);
  });

  it('counts what nobody has by sub-team', async () => {
    const before = (await board()).pools.find(({ team }) => team?.id === programme)!;
    await project.add({ dueDay: '2026-11-26' });
    const after = (await board()).pools.find(({ team }) => team?.id === programme)!;
    expect([after.open, after.weeks[0]]).toEqual([before.open + 1, before.weeks[0]! + 1]);
  });

  it('calls nothing overdue while the project rests', async () => {
    await project.add({ dueDay: '2026-11-24' });
    ok(await project.manager.post(`/api/projects/${project.id}/state`, { to: 'on-hold', reason: '日期未定' }));
    const { today, all, teams } = await board();
    expect([today, all.all.overdue]).toEqual([null, 0]);
    expect(teams.some(({ mayAssign }) => mayAssign)).toBe(false);
  });

  it('opens a cell: its open work, the next due first, and what the standards ask of whoever does it', async () => {
    const first = await project.add({ stage: 'preparation', dueDay: '2026-11-26' });
    const { items, asks } = await cell('preparation', programme);
    expect(items[0]).toMatchObject({ id: first.id, level: null });
    const listed = await project.rows(`team=${programme}&stage=preparation`);
    expect(items.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    const planned = await project.item(items.find(({ source }) => source === 'standard')!.id);
    const standard = asks.find(({ slug }) => slug === planned.standard)!;
    expect(standard).toMatchObject({ name: planned.standardName, edition: planned.edition });
    const asked = standard.knowledge.filter(({ workItemIds }) => workItemIds.includes(planned.id));
    expect(asked.map(({ code, text }) => ({ code, text }))).toEqual(
      expect.arrayContaining(planned.knowledge) as unknown,
    );
    expect(items.find(({ id }) => id === planned.id)!.level).toBe(planned.level);
  });

  it('a lead sees the whole board and hands out only what is the own sub-team’s', async () => {
    const { teams } = await board(cast.lead.client);
    expect(teams.length).toBeGreaterThan(1);
    expect(teams.filter(({ mayAssign }) => mayAssign).map(({ team }) => team?.id)).toEqual([programme]);
    const other = teams.find(({ team, all }) => team?.id !== programme && all.open > 0)!;
    const { stage } = other.cells.find(({ open }) => open > 0)!;
    const select = { teamId: other.team!.id, stage };
    expect(told(await assign(select, { assigneeId: cast.member.id }))).toBe('403 forbidden');
  });

  it('a whole cell is handed out in one go, or only what nobody has yet', async () => {
    const taken = await project.add({ assigneeId: cast.other.id });
    await project.add();
    const { open } = await counts('before');
    const elsewhere = await project.add({ stage: 'closing' });
    const rest = { teamId: programme, stage: 'before', unassigned: true };
    expect(ok(await assign(rest, { assigneeId: cast.member.id })).body.changed).toBe(open - 1);
    expect((await project.item(taken.id)).assignee?.id).toBe(cast.other.id);
    expect((await counts('before')).unassigned).toBe(0);
    expect((await project.item(elsewhere.id)).assignee).toBeNull();
    const whole = { teamId: programme, stage: 'before' };
    expect(ok(await assign(whole, { assigneeId: null })).body.changed).toBe(open);
    expect((await counts('before')).unassigned).toBe(open);
  });

  it('a manager gives what no sub-team has to one; a lead may not reach for it', async () => {
    const { id } = await project.add({}, null);
    const select = { teamId: null, stage: 'before' };
    expect(told(await assign(select, { assigneeId: cast.member.id }))).toBe('403 forbidden');
    expect(ok(await assign(select, { teamId: programme }, cast.manager.client)).body.changed).toBe(1);
    expect((await project.item(id)).team?.id).toBe(programme);
  });

  it('is for the crew: a member reads it, a client is refused, an outsider finds nothing', async () => {
    const path = `/api/projects/${project.id}/board`;
    expect(told(await cast.member.client.get(path))).toBe('200');
    expect(told(await cast.client.client.get(path))).toBe('403 forbidden');
    expect(told(await cast.client.client.get(`${path}/cell?stage=before`))).toBe('403 forbidden');
    expect(told(await cast.outsider.client.get(path))).toBe('404 not-found');
    expect((await project.view(cast.client.client)).may).not.toContain('read-board');
    expect((await project.view(cast.member.client)).may).toContain('read-board');
  });
});
