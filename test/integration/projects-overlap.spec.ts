import { ActivityLog } from '@convener/activity';
import { Database } from '@convener/platform';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, aStart, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const TABLES = [
  ...['projects', 'teams', 'team_members', 'project_members', 'work_items', 'work_item_predecessors'],
  ...['deliverables', 'checks', 'reminders', 'activity'],
];

describe.each(databaseKinds())('requests at the same moment on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    project = await aConference(app, { cast });
  });
  afterEach(() => jest.restoreAllMocks());

  const post = (who: SignedInClient, path: string, body: object = {}) => who.client.post(`/api/${path}`, body);
  const together = (...asked: Promise<{ status: number; body: unknown }>[]) =>
    Promise.all(asked).then((answers) => answers.map((answer) => told({ headers: {}, ...answer })).sort());
  /** Rows in every table of projects. */
  const rows = () =>
    app.app.get(Database).read(async (em) => {
      const counts: Record<string, number> = {};
      for (const table of TABLES) {
        const [row] = await em.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${table}`);
        counts[table] = Number(row?.n);
      }
      return counts;
    });

  it('two people finish the last two checks of one item: it is done, once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, checkList } = await project.add({ checks: ['一', '二'] });
      const [one, two] = checkList;
      expect(
        await together(post(cast.member, `checks/${one!.id}/tick`), post(cast.other, `checks/${two!.id}/tick`)),
      ).toEqual(['200', '200']);
      expect((await project.item(id)).status).toBe('done');
      const changes = await project.changes(id);
      expect(changes.filter(({ after }) => (after as { status?: string } | null)?.status === 'done')).toHaveLength(1);
    }
  });

  it('the last deliverable is accepted while the last check is ticked in a strict project: it is done', async () => {
    const strict = await aConference(app, { cast, strictChecks: true });
    const { id, checkList, deliverableList } = await strict.add({
      deliverables: [{ title: '名單', accepter: 'lead' }],
      checks: ['一'],
    });
    const deliverable = deliverableList[0]!.id;
    ok(await post(cast.member, `deliverables/${deliverable}/submit`));
    expect(
      await together(
        post(cast.lead, `deliverables/${deliverable}/accept`),
        post(cast.member, `checks/${checkList[0]!.id}/tick`),
      ),
    ).toEqual(['200', '200']);
    expect((await strict.item(id)).status).toBe('done');
  });

  it('one check is ticked by everybody at once: one entry, one version', async () => {
    const check = await project.addCheck({ checks: ['一', '二'] });
    const people = [cast.member, cast.other, cast.lead, cast.manager];
    const ticks = Array.from({ length: 20 }, (_, index) => post(people[index % 4]!, `checks/${check.id}/tick`));
    expect(await together(...ticks)).toEqual(ticks.map(() => '200'));
    expect(await project.changes(check.id)).toHaveLength(1);
    expect((await project.item(check.workItemId)).checkList[0]?.version).toBe(2);
  });

  it('a deliverable is accepted and returned at once: one of the two, and the other is told', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await project.addDeliverable({ accepter: 'lead' }, { checks: [] });
      ok(await post(cast.member, `deliverables/${id}/submit`));
      const answers = await together(
        post(cast.lead, `deliverables/${id}/accept`),
        post(cast.manager, `deliverables/${id}/return`, { reason: '再改' }),
      );
      expect([
        ['200', '409 item-not-open'],
        ['200', '409 not-from-here'],
      ]).toContainEqual(answers);
      expect(await project.changes(id)).toHaveLength(2);
    }
  });

  it('fifty people claim one item: one has it, the others are told who', async () => {
    const crew = [cast.member, cast.other, cast.lead, cast.manager];
    const { id } = await project.add();
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, index) => post(crew[index % 4]!, `work-items/${id}/claim`)),
    );
    const { assignee } = await project.item(id);
    const own = crew.findIndex((person) => person.id === assignee?.id);
    expect(own).toBeGreaterThanOrEqual(0);
    for (const [index, claim] of claims.entries())
      expect(told(claim)).toBe(index % 4 === own ? '200' : '409 already-claimed');
    expect((await project.changes(id)).filter(({ action }) => action === 'work-item.claimed')).toHaveLength(1);
  });

  it('a title is edited from one version by many: one wins, the others are told', async () => {
    const { id } = await project.add();
    const edit = (title: string) => cast.manager.client.patch(`/api/work-items/${id}`, { title }, seen(1));
    const answers = await together(...['甲', '乙', '丙', '丁', '戊'].map(edit));
    expect(answers).toEqual(['200', ...Array.from({ length: 4 }, () => '412 version-moved')]);
    expect((await project.item(id)).version).toBe(2);
  });

  it('twenty projects start, nine of which fail at the very end: eleven are whole and of the nine nothing is left', async () => {
    const before = await rows();
    const original = ActivityLog.prototype.record;
    jest.spyOn(ActivityLog.prototype, 'record').mockImplementation(async function (this: ActivityLog, em, ...changes) {
      if (changes.some(({ subject }) => subject.title.startsWith('會失敗')))
        throw new Error('the disk is full (by order of the test)');
      await original.call(this, em, ...changes);
    });
    const starts = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        post(cast.manager, 'projects', aStart({ name: index < 9 ? `會失敗 ${index}` : `會成功 ${index}` })),
      ),
    );
    expect(starts.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, index) => (index < 9 ? 500 : 201)),
    );
    jest.restoreAllMocks();
    const after = await rows();
    const whole = await rowsOfOneStart();
    for (const table of TABLES) expect([table, after[table]! - before[table]!]).toEqual([table, 11 * whole[table]!]);
    const { items } = ok(await cast.manager.client.get<{ items: { name: string }[] }>('/api/projects?limit=200')).body;
    expect(items.filter(({ name }) => name.startsWith('會失敗'))).toEqual([]);
  });

  async function rowsOfOneStart(): Promise<Record<string, number>> {
    const before = await rows();
    ok(await post(cast.manager, 'projects', aStart()));
    const after = await rows();
    return Object.fromEntries(TABLES.map((table) => [table, after[table]! - before[table]!]));
  }

  it('the same workflow is added by two: its places come once', async () => {
    const add = () => post(cast.manager, `projects/${project.id}/workflows`, { template: 'venue-search' });
    expect(await together(add(), add(), add())).toEqual(['201', '201', '201']);
    expect((await project.view()).counts).toEqual({ workItems: 60, deliverables: 92, checks: 202 });
    expect((await project.view()).teams.filter(({ key }) => key === 'event-planning')).toHaveLength(1);
  });

  it('two managers remove each other: one of them stays', async () => {
    for (let round = 0; round < 4; round += 1) {
      const pair = await aConference(app, { cast });
      await pair.setMember(cast.other, 'manager');
      const remove = (who: SignedInClient, whom: SignedInClient) =>
        who.client.delete(`/api/projects/${pair.id}/members/${whom.id}`);
      const answers = await together(remove(cast.manager, cast.other), remove(cast.other, cast.manager));
      expect(answers[0]).toBe('204');
      expect(['404 not-found', '409 last-manager']).toContain(answers[1]);
      const { members } = await pair.view((await app.setUpAdmin()).client);
      expect(members.filter(({ role }) => role === 'manager')).toHaveLength(1);
    }
  });

  it('a project is closed while people work: what was answered ok is there, the rest was refused', async () => {
    const items = await Promise.all(Array.from({ length: 8 }, () => project.addCheck({ checks: ['一', '二'] })));
    const ticks = items.map(({ id }) => post(cast.member, `checks/${id}/tick`));
    const close = post(cast.manager, `projects/${project.id}/close`, { waiveRest: '提前結案' });
    const answers = (await Promise.all(ticks)).map(told);
    expect(told(await close)).toBe('200');
    for (const [index, { workItemId }] of items.entries()) {
      const state = (await project.item(workItemId)).checkList[0]?.state;
      expect([answers[index], state]).toEqual(
        answers[index] === '200' ? ['200', 'ticked'] : ['409 project-closed', 'open'],
      );
    }
  });

  it('a sub-team is handed out in bulk by two while its items are edited: nothing is lost and nothing hangs', async () => {
    const teamId = (await project.team('programme')).id;
    const target = await project.rows(`team=${teamId}`);
    const bulk = (assigneeId: string) =>
      post(cast.manager, `projects/${project.id}/assignments`, { select: { teamId }, set: { assigneeId } });
    const edits = target.map(({ id }) =>
      cast.lead.client.patch(`/api/work-items/${id}`, { titleEn: 'Edited' }, ANY_VERSION),
    );
    expect(await together(bulk(cast.member.id), bulk(cast.other.id), ...edits)).toEqual([
      '200',
      '200',
      ...edits.map(() => '200'),
    ]);
    const after = await project.rows(`team=${teamId}`);
    expect(after.every(({ titleEn }) => titleEn === 'Edited')).toBe(true);
    expect(new Set(after.map(({ assignee }) => assignee?.id)).size).toBe(1);
  });
});
