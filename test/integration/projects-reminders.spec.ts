import { Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, signInAgain } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('the reminders of a project on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+08:00');
    project = await aConference(app, { cast });
  });

  /** The planned nudges about the due days of some rows, as `day of nudge, whose`. */
  const planned = async (...ids: string[]) => {
    const rows = await app.app.get(Database).read((em) =>
      em.find(Reminder, {
        where: { projectId: project.id, status: 'planned', kind: 'due' },
        order: { fireAt: 'ASC' },
      }),
    );
    const names = new Map((Object.entries(cast) as [string, SignedInClient][]).map(([name, { id }]) => [id, name]));
    const day = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format(at);
    return rows
      .filter(({ subjectId }) => ids.includes(subjectId))
      .map(({ fireAt, personId }) => `${day(fireAt)} ${names.get(personId ?? '') ?? personId}`);
  };
  const patch = (id: string, body: object) =>
    project.manager.patch(`/api/work-items/${id}`, body, ANY_VERSION).then(ok);
  const post = (who: SignedInClient, path: string, body: object = {}) => who.client.post(`/api/${path}`, body).then(ok);

  it('are there from the start: a week and a day before and a working day after, to the lead or else the manager', async () => {
    const own = await project.add({ dueDay: '2026-12-24' });
    const others = await project.add({ dueDay: '2026-12-24' }, 'registration');
    // 2026-12-25 is a day off, a Friday.
    expect(await planned(own.id)).toEqual(['2026-12-17 lead', '2026-12-23 lead', '2026-12-28 lead']);
    expect(await planned(others.id)).toEqual(['2026-12-17 manager', '2026-12-23 manager', '2026-12-28 manager']);
    const rows = (await project.rows()).filter(({ source }) => source === 'standard');
    const parts = (await Promise.all(rows.slice(0, 5).map(({ id }) => project.item(id)))).flatMap(
      (item) => item.deliverableList,
    );
    expect(await planned(...parts.map(({ id }) => id))).toHaveLength(3 * parts.length);
  });

  it('go to the assignee, and follow when somebody else gets it, leaves, or leads', async () => {
    const { id } = await project.add({ dueDay: '2026-12-24', assigneeId: cast.member.id });
    const whose = async () => [...new Set((await planned(id)).map((row) => row.split(' ')[1]))];
    expect(await whose()).toEqual(['member']);
    await patch(id, { assigneeId: cast.other.id });
    expect(await whose()).toEqual(['other']);
    ok(await project.manager.delete(`/api/projects/${project.id}/members/${cast.other.id}`));
    expect(await whose()).toEqual(['lead']);
    await project.setMember(cast.lead, 'member', []);
    expect(await whose()).toEqual(['manager']);
    await project.setMember(cast.member, 'member', [{ key: 'programme', lead: true }]);
    expect(await whose()).toEqual(['member']);
    const select = { workItemIds: [id] };
    await post(cast.manager, `projects/${project.id}/assignments`, {
      select,
      set: { assigneeId: cast.lead.id, shiftDays: 7 },
    });
    expect(await planned(id)).toEqual(['2026-12-24 lead', '2026-12-30 lead', '2027-01-04 lead']);
  });

  it('move with the date, and none is planned for a morning that has passed', async () => {
    const { id } = await project.add({ dueDay: '2026-12-24' });
    await patch(id, { dueDay: '2026-11-25' });
    expect(await planned(id)).toEqual(['2026-11-24 lead', '2026-11-26 lead']);
    await patch(id, { dueDay: '2026-11-20' });
    expect(await planned(id)).toEqual([]);
    await patch(id, { dueDay: null });
    expect(await planned(id)).toEqual([]);
  });

  it('end when work is done, waived or not applicable, and come back when it is opened again', async () => {
    const { id, deliverableList } = await project.add({
      dueDay: '2026-12-24',
      deliverables: [{ title: '一' }, { title: '二' }],
    });
    const [one, two] = deliverableList.map((row) => row.id) as [string, string];
    expect(await planned(id, one, two)).toHaveLength(6);
    await post(cast.member, `deliverables/${one}/submit`);
    expect(await planned(id, one)).toEqual([]);
    await post(cast.lead, `deliverables/${two}/waive`, { reason: '免' });
    expect(await planned(id, one, two)).toEqual([]);
    await post(cast.manager, `deliverables/${two}/reopen`, { reason: '還是要' });
    expect(await planned(two)).toHaveLength(3);
    await patch(id, { status: 'not-applicable', reason: '取消' });
    expect(await planned(id, one, two)).toEqual([]);
    await post(cast.manager, `work-items/${id}/reopen`, { reason: '恢復' });
    expect(await planned(two)).toHaveLength(3);
  });

  it('about something handed in go to whoever is to accept it, never to whoever handed it in', async () => {
    const { id } = await project.addDeliverable({ accepter: 'lead', dueDay: '2026-12-24' });
    const whose = async () => [...new Set((await planned(id)).map((row) => row.split(' ')[1]))];
    await post(cast.member, `deliverables/${id}/submit`);
    expect(await whose()).toEqual(['lead']);
    await post(cast.lead, `deliverables/${id}/return`, { reason: '再改' });
    await patch((await project.rows('q=自訂工作')).at(-1)!.id, { assigneeId: cast.member.id });
    expect(await whose()).toEqual(['member']);
    await post(cast.lead, `deliverables/${id}/submit`);
    expect(await whose()).toEqual(['manager']);
  });

  it('stand for nine in the zone of the project', async () => {
    for (const [zone, hour] of [
      ['Asia/Taipei', '09:00:00+08:00'],
      ['America/New_York', '09:00:00-05:00'],
      ['Pacific/Apia', '09:00:00+13:00'],
    ]) {
      const there = await aConference(app, { cast, zone });
      const { id } = await there.add({ dueDay: '2026-12-18' });
      const rows = await app.app.get(Database).read((em) => em.findBy(Reminder, { subjectId: id, status: 'planned' }));
      expect(rows.map(({ fireAt }) => fireAt)).toContain(Date.parse(`2026-12-17T${hour}`));
    }
  });

  it('bring no flood at a late start', async () => {
    await signInAgain(app, cast);
    const late = await aConference(app, { cast, opening: '2027-01-15', closing: '2027-01-16' });
    const rows = await app.app
      .get(Database)
      .read((em) => em.findBy(Reminder, { projectId: late.id, status: 'planned' }));
    expect(rows.every(({ fireAt }) => fireAt > app.clock.now())).toBe(true);
    expect(await late.rows('overdue=true')).toEqual([]);
  });
});
