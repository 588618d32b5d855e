import type {
  PastReplans,
  ReplanDone,
  ReplanPreview,
  ReplanRow,
  UndoneReplan,
} from '../../apps/api/planning/replan.dto';
import { Reminder } from '@convener/reminders';
import { Database } from '@convener/platform';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const LATER = { opening: '2028-07-12', closing: '2028-07-14' };
const REGISTRATION = 'conference-project-executive/T2.2';
const PROPOSAL = 'conference-project-manager/T1.1';
const awarded = (answer: boolean) => ({ options: { alreadyAwarded: answer } });

describe.each(databaseKinds())('a re-plan on $name', (database) => {
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

  const at = (path: string) => `/api/projects/${project.id}/${path}`;
  const preview = async (body: object = {}) =>
    ok(await project.manager.post<ReplanPreview>(at('replan/preview'), body)).body;
  const apply = async (body: object = {}) => {
    const headers = { 'if-match': `"${(await project.view()).version}"` };
    return ok(await project.manager.post<ReplanDone>(at('replan'), body, headers)).body;
  };
  const undo = async (id: string | null) => ok(await project.manager.post<UndoneReplan>(at(`replans/${id}/undo`))).body;
  const past = async () => ok(await project.manager.get<PastReplans>(at('replans'))).body.items;
  const days = async () =>
    (await project.rows()).map(({ id, startDay, dueDay, status }) => [id, startDay, dueDay, status]);
  const rowAt = (rows: ReplanRow[], place: string) => rows.find((row) => row.place === place)!;

  it('changes nothing and writes nothing while nothing has changed', async () => {
    expect((await preview()).rows).toEqual([]);
    expect(await apply()).toMatchObject({ replanId: null });
    expect(await past()).toEqual([]);
  });

  it('does what the preview has shown, in one go: days, reminders, the project, one entry a row', async () => {
    const { rows, counts, version } = await preview(LATER);
    expect(version).toBe((await project.view()).version);
    expect(counts.moves).toBe(rows.length);
    const done = await apply(LATER);
    expect(done.counts).toEqual(counts);
    const after = new Map((await project.rows()).map((row) => [row.id, row]));
    for (const row of rows.filter(({ type }) => type === 'work-item'))
      expect(after.get(row.id!)).toMatchObject({ startDay: row.after!.startDay, dueDay: row.after!.dueDay });
    expect(await project.view()).toMatchObject({ openingDay: '2028-07-12', closingDay: '2028-07-14' });
    expect((await preview()).rows).toEqual([]);
    const entries = await project.activity();
    expect(entries.filter(({ action }) => action === 'project.replanned')).toHaveLength(1);
    expect(
      new Set(entries.filter(({ action }) => action.endsWith('.replanned')).map(({ batchId }) => batchId)).size,
    ).toBe(1);
    const { id, dueDay } = (await project.at(REGISTRATION)).deliverableList[0]!;
    const reminders = await app.app
      .get(Database)
      .read((em) => em.findBy(Reminder, { subjectId: id, status: 'planned' }));
    expect(new Set(reminders.map((reminder) => reminder.dueDay))).toEqual(new Set([dueDay]));
  });

  it('leaves what people did and decided, unless it is chosen', async () => {
    const item = await project.at(REGISTRATION);
    const headers = { 'if-match': `"${item.version}"` };
    ok(await project.manager.patch(`/api/work-items/${item.id}`, { dueDay: '2028-03-01' }, headers));
    const { rows } = await preview(LATER);
    expect(rowAt(rows, REGISTRATION)).toMatchObject({
      kind: 'stays',
      wants: 'moves',
      kept: 'hand-set',
      before: { dueDay: '2028-03-01' },
    });
    await apply({ ...LATER, keep: [(await project.at(PROPOSAL)).id] });
    expect(await project.item(item.id)).toMatchObject({ dueDay: '2028-03-01', handSet: true });
    expect(rowAt((await preview({ opening: '2028-07-13' })).rows, PROPOSAL)).toMatchObject({ kept: 'hand-set' });
    await apply({ alsoHandSet: true });
    expect(await project.item(item.id)).toMatchObject({ handSet: false });
    expect((await preview()).rows).toEqual([]);
  });

  it('sets aside what an answer leaves out, and brings it back with the answer', async () => {
    const before = await project.at(PROPOSAL);
    await apply(awarded(true));
    expect(await project.item(before.id)).toMatchObject({
      status: 'not-applicable',
      reason: expect.stringContaining('得標'),
    });
    expect((await project.view()).leftOut.map(({ place }) => place)).toContain(PROPOSAL);
    const { rows } = await preview(awarded(false));
    expect(rowAt(rows, PROPOSAL)).toMatchObject({ kind: 'comes-back', id: before.id });
    await apply(awarded(false));
    expect(await project.item(before.id)).toMatchObject({ status: 'to-do', reason: null, dueDay: before.dueDay });
  });

  it('adds new work at its place, with its sub-team, its predecessors and its parts', async () => {
    const whole = await aConference(app, { cast });
    project = await aConference(app, { cast, ...awarded(true) });
    const done = await apply(awarded(false));
    expect(done.counts.appears).toBeGreaterThan(0);
    const order = async (one: RunningProject) =>
      (await one.rows()).map(({ title, standard, dueDay }) => [standard, title, dueDay]);
    expect(await order(project)).toEqual(await order(whole));
    expect((await project.view()).teams.map(({ key }) => key).sort()).toEqual(
      (await whole.view()).teams.map(({ key }) => key).sort(),
    );
    expect((await project.at('conference-project-manager/T1.2')).predecessors.map(({ title }) => title)).toEqual(
      (await whole.at('conference-project-manager/T1.2')).predecessors.map(({ title }) => title),
    );
    expect((await project.view()).counts).toEqual((await whole.view()).counts);
  });

  it('is taken back whole, and leaves what somebody has changed since', async () => {
    const before = await days();
    const { replanId } = await apply({ ...LATER, ...awarded(true) });
    expect(await past()).toMatchObject([{ id: replanId, by: { id: cast.manager.id }, undoneAt: null, mayUndo: true }]);
    const item = await project.at(REGISTRATION);
    const headers = { 'if-match': `"${item.version}"` };
    ok(await project.manager.patch(`/api/work-items/${item.id}`, { title: '報到（改）' }, headers));
    const undone = await undo(replanId);
    expect(undone.left).toEqual([{ type: 'work-item', id: item.id, title: '報到（改）', titleEn: item.titleEn }]);
    const after = await days();
    expect(after.filter(([id]) => id !== item.id)).toEqual(before.filter(([id]) => id !== item.id));
    expect(await project.view()).toMatchObject({ openingDay: '2028-06-12', options: {} });
    expect(await undo(replanId)).toMatchObject({ restored: 0 });
    expect(await past()).toMatchObject([{ undoneAt: app.clock.now(), mayUndo: false }]);
  });

  it('takes back what it had added where nobody touched it, and sets the rest aside', async () => {
    project = await aConference(app, { cast, ...awarded(true) });
    const { counts } = await project.view();
    const { replanId } = await apply(awarded(false));
    const begun = await project.at(PROPOSAL);
    const headers = { 'if-match': `"${begun.version}"` };
    ok(await project.manager.patch(`/api/work-items/${begun.id}`, { status: 'doing' }, headers));
    expect(await undo(replanId)).toMatchObject({ setAside: 1 });
    expect(await project.item(begun.id)).toMatchObject({ status: 'not-applicable' });
    expect((await project.view()).counts.workItems).toBe(counts.workItems + 1);
  });

  it('is undone only in order, the newest first, and then nothing is left of either', async () => {
    const before = await days();
    const first = await apply(LATER);
    const second = await apply(awarded(true));
    const early = await project.manager.post(at(`replans/${first.replanId}/undo`));
    expect(told(early)).toBe('409 not-the-last');
    await undo(second.replanId);
    expect(await undo(first.replanId)).toMatchObject({ left: [] });
    expect((await project.view()).openingDay).toBe('2028-06-12');
    expect(await days()).toEqual(before);
  });

  it('is refused where the project was changed since the preview, and without saying which version was seen', async () => {
    const { version } = await preview(LATER);
    ok(await project.manager.patch(`/api/projects/${project.id}`, { venue: '別處' }, { 'if-match': `"${version}"` }));
    expect(told(await project.manager.post(at('replan'), LATER, { 'if-match': `"${version}"` }))).toBe(
      '412 version-moved',
    );
    expect(told(await project.manager.post(at('replan'), LATER))).toBe('428 version-missing');
    expect((await project.view()).openingDay).toBe('2028-06-12');
  });

  it('tells each wrong answer at its field and changes nothing', async () => {
    const wrong = { closing: '2028-01-01', anchors: { nothing: '2028-01-01' }, options: { alreadyAwarded: 'x' } };
    expect(told(await project.manager.post(at('replan/preview'), wrong))).toBe(
      '400 validation /options/alreadyAwarded /closing',
    );
    expect(told(await project.manager.post(at('replan/preview'), { anchors: { kickoff: 'x' } }))).toBe(
      '400 validation /anchors',
    );
  });

  it('moves work that a workflow brought from another template', async () => {
    project = await aConference(app, { cast, template: 'venue-search' });
    ok(await project.manager.post(at('workflows'), { template: 'registration' }));
    expect((await preview()).rows).toEqual([]);
    const { rows } = await preview(LATER);
    expect(rows.filter(({ type }) => type === 'work-item')).toHaveLength((await project.rows()).length);
  });
});
