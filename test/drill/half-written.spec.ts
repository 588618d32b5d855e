import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, aStart, type Cast, type RunningProject } from '../support/builders';
import type { Answer } from '../support/client';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { dumpOf } from '../support/every-table';
import { FailingQueries } from '../support/failing-queries';

type Ask = () => Promise<Answer<unknown>>;

/** The first, the last (COMMIT) and some between; in the full drill every one. */
function places(last: number): number[] {
  const every = Array.from({ length: last }, (_, index) => index + 1);
  const some = new Set([1, Math.ceil(last / 2), last - 1, last]);
  return sized(
    every.filter((n) => some.has(n)),
    every,
  );
}

describe.each(databaseKinds())('a write that fails half-way on $name', ({ name, ...kind }) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let queries: FailingQueries;
  const figures = { requests: 0, statements: 0, failures: 0, 'half-written': 0 };

  beforeAll(async () => {
    app = await startTestApp({ database: { name, ...kind } });
    cast = await aCast(app);
    project = await aConference(app, { cast });
    queries = new FailingQueries(app.app.get(DataSource));
  });
  afterAll(async () => {
    tell(`half-written on ${name}`, figures);
    await app.close();
  });

  const dump = () => dumpOf(app.app.get(DataSource));
  const manager = () => cast.manager.client;

  /** Fails the request at one statement after the other, then lets it through. */
  async function failEverywhere(ask: Ask): Promise<void> {
    const before = await dump();
    const statements = await queries.count(ask);
    figures.requests += 1;
    figures.statements += statements;
    expect(statements).toBeGreaterThan(3);
    for (const n of places(statements)) {
      const { status } = await queries.nth(n, ask);
      expect([n, queries.failed, status]).toEqual([n, 1, 500]);
      figures.failures += 1;
      const after = await dump();
      if (JSON.stringify(after) !== JSON.stringify(before)) figures['half-written'] += 1;
      expect(after).toEqual(before);
    }
    ok(await ask());
    expect(await dump()).not.toEqual(before);
  }

  const teamId = async (key: string) => (await project.team(key)).id;

  it('starting a conference', async () => {
    const teams = [{ team: 'programme', leads: [cast.lead.id], members: [cast.member.id] }];
    await failEverywhere(() => manager().post('/api/projects', aStart({ name: '另一場年會', teams })));
  });

  it('handing out and moving the work of a sub-team', async () => {
    const body = { select: { teamId: await teamId('programme') }, set: { assigneeId: cast.member.id, shiftDays: 1 } };
    await failEverywhere(() => manager().post(`/api/projects/${project.id}/assignments`, body));
  });

  it('adding a workflow', async () => {
    const venue = { template: 'venue-search' };
    const shown = await manager().post(`/api/projects/${project.id}/workflows/preview`, venue);
    expect(shown.status).toBe(200);
    await failEverywhere(() => manager().post(`/api/projects/${project.id}/workflows`, venue));
  });

  it('adding an own work item with its parts', async () => {
    const body = {
      title: '自訂',
      stage: 'before',
      dueDay: '2028-05-02',
      deliverables: [{ title: '草案' }],
      checks: ['一'],
    };
    await failEverywhere(() => manager().post(`/api/projects/${project.id}/work-items`, body));
  });

  it('editing a work item', async () => {
    const { id, version } = await project.add({ assigneeId: cast.member.id, dueDay: '2028-05-02' });
    const seen = { 'if-match': `"${version}"` };
    await failEverywhere(() => manager().patch(`/api/work-items/${id}`, { title: '改過', dueDay: '2028-05-03' }, seen));
  });

  it('handing in a deliverable, and accepting it', async () => {
    const { id } = await project.addDeliverable({ accepter: 'manager', dueDay: '2028-05-02' });
    await failEverywhere(() => cast.member.client.post(`/api/deliverables/${id}/submit`, { note: '附件在資料夾' }));
    await failEverywhere(() => manager().post(`/api/deliverables/${id}/accept`));
  });

  it('ticking the last check of an item', async () => {
    const { id } = await project.addCheck({ dueDay: '2028-05-02' });
    await failEverywhere(() => cast.member.client.post(`/api/checks/${id}/tick`));
  });

  it('giving somebody a role, and taking them out', async () => {
    const teams = [{ teamId: await teamId('registration'), lead: true }];
    const path = `/api/projects/${project.id}/members/${cast.outsider.id}`;
    await failEverywhere(() => manager().put(path, { role: 'member', teams }));
    ok(await manager().post(`/api/projects/${project.id}/assignments`, await firstTo(cast.outsider.id)));
    await failEverywhere(() => manager().delete(path));
  });

  it('closing the project, and opening it again', async () => {
    await failEverywhere(() => manager().post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
    await failEverywhere(() => manager().post(`/api/projects/${project.id}/reopen`, { reason: '還有尾款' }));
  });

  async function firstTo(assigneeId: string) {
    const [first] = await project.rows(`team=${await teamId('registration')}`);
    return { select: { workItemIds: [first!.id] }, set: { assigneeId } };
  }
});
