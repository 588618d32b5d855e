import { Database } from '@convener/platform';
import type { Deliverable, WorkItem } from '../../apps/api/projects/work.dto';
import type { WorkItemOrigin } from '../../apps/api/projects/origins.dto';
import type { RecordEntry, RecordEntryList } from '../../apps/api/records/records.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { formOf } from '../support/files';

const MEETING = { kind: 'meeting', day: '2028-03-01', title: '第一次籌備會' };

describe.each(databaseKinds())('records as deliverables on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let deliverable: string;

  const path = () => `/api/deliverables/${deliverable}/record-entries`;
  const member = () => project.cast.member.client;
  const list = async (as: Client) => ok(await as.get<RecordEntryList>(path())).body;
  const add = async (more: object = {}) => ok(await member().post<RecordEntry>(path(), { ...MEETING, ...more })).body;
  const make = ({ id, actions }: RecordEntry, at = 0, as = project.manager) =>
    as.post<RecordEntry>(`/api/record-entries/${id}/actions/${actions[at]!.id}/work-item`);
  const submit = () => member().post<Deliverable>(`/api/deliverables/${deliverable}/submit`);
  const work = async (id: string) => ok(await project.manager.get<WorkItem>(`/api/work-items/${id}`)).body;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
  });
  beforeEach(async () => {
    deliverable = (await project.addDeliverable({ kind: 'record' })).id;
  });
  afterAll(() => app.close());

  it('say when, where and who was there, what was decided and what is to be done, the latest first', async () => {
    const due = { dueDay: '2028-03-08', assigneeId: project.cast.lead.id };
    await add({ title: '晚的', day: '2028-04-01' });
    const facts = { place: '501 會議室', present: '林經理、王小姐', notes: '場地看過兩處。', decisions: ['採劇院型'] };
    await add({ ...facts, actions: [{ text: '訂場地', ...due }] });
    await add({ kind: 'rehearsal', title: '早的', day: '2028-02-01' });
    const { items, mayAdd } = await list(member());
    expect(mayAdd).toBe(true);
    expect(items.map(({ title }) => title)).toEqual(['晚的', '第一次籌備會', '早的']);
    expect(items[1]).toMatchObject({
      ...{ ...MEETING, ...facts, addedBy: { name: '組員 王' }, mayEdit: true, version: 1 },
      actions: [{ text: '訂場地', dueDay: '2028-03-08', assignee: { id: project.cast.lead.id }, work: null }],
    });
  });

  it('are evidence by themselves: minutes kept elsewhere are a file, as before', async () => {
    deliverable = (await project.addDeliverable({ kind: 'record', evidence: 'required' })).id;
    expect(told(await submit())).toBe('409 evidence-missing');
    await add();
    expect(ok(await submit()).body.status).toBe('delivered');
    deliverable = (await project.addDeliverable({ kind: 'record', evidence: 'required' })).id;
    ok(await member().post(`/api/deliverables/${deliverable}/files`, formOf('會議紀錄', '會議紀錄.txt')));
    expect(ok(await submit()).body.status).toBe('delivered');
  });

  it('are none for the client, who sees no entries and is to accept it', async () => {
    deliverable = (await project.addDeliverable({ kind: 'record', evidence: 'required', accepter: 'client' })).id;
    await add();
    expect(told(await submit())).toBe('409 evidence-missing');
    ok(await member().post(`/api/deliverables/${deliverable}/files`, formOf('會議紀錄', '會議紀錄.txt')));
    expect(ok(await submit()).body.status).toBe('submitted');
  });

  it('are kept in deliverables of that kind alone', async () => {
    deliverable = (await project.addDeliverable()).id;
    expect(told(await member().post(path(), MEETING))).toBe('409 no-record');
  });

  it.each([
    [{ day: '3/1' }, '/day'],
    [{ kind: 'party' }, '/kind'],
    [{ title: ' ' }, '/title'],
    [{ decisions: ['好', ''] }, '/decisions'],
    [{ actions: [{ text: '訂車' }, { text: '' }] }, '/actions/1/text'],
    [{ actions: [{ text: '訂車', dueDay: '2028-02-30' }] }, '/actions/0/dueDay'],
  ])('refuse %j', async (wrong, pointer) => {
    const refused = await member().post(path(), { ...MEETING, ...wrong });
    expect(told(refused)).toContain(`400 validation ${pointer}`);
  });

  it('give action items to people and sub-teams of the project alone', async () => {
    const { outsider, client } = project.cast;
    for (const assigneeId of [outsider.id, client.id]) {
      const refused = await member().post(path(), { ...MEETING, actions: [{ text: '訂車', assigneeId }] });
      expect(told(refused)).toBe('400 validation /actions/0/assigneeId');
    }
    const actions = [{ text: '訂車' }, { text: '訂餐', teamId: deliverable }];
    expect(told(await member().post(path(), { ...MEETING, actions }))).toBe('400 validation /actions/1/teamId');
  });

  it('tell whoever edits an older state what stands there now, and keep action items by their ids', async () => {
    const { id, actions } = await add({ actions: [{ text: '訂車' }, { text: '訂餐' }] });
    const edit = (body: object, version: Record<string, string>) =>
      member().patch<RecordEntry>(`/api/record-entries/${id}`, body, version);
    const kept = [{ id: actions[1]!.id, text: '訂素食便當' }, { text: '借麥克風' }];
    const edited = ok(await edit({ place: '線上', actions: kept }, seen(1))).body;
    expect(edited.actions.map(({ text }) => text)).toEqual(['訂素食便當', '借麥克風']);
    expect(edited.actions[0]!.id).toBe(actions[1]!.id);
    const late = await edit({ place: '館內' }, seen(1));
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { place: '線上', version: 2 } });
    expect(ok(await edit({ place: null }, ANY_VERSION)).body.place).toBeNull();
    const gone = [{ id: actions[0]!.id, text: '訂車' }];
    expect(told(await edit({ actions: gone }, ANY_VERSION))).toBe('400 validation /actions/0/id');
  });

  it('are the crew’s alone: the client sees no entry, another project nothing', async () => {
    const { id } = await add();
    const { client, outsider } = project.cast;
    expect(told(await client.client.get(path()))).toBe('403 forbidden');
    expect(told(await client.client.get(`/api/record-entries/${id}`))).toBe('403 forbidden');
    expect(told(await outsider.client.get(path()))).toBe('404 not-found');
    expect(told(await outsider.client.patch(`/api/record-entries/${id}`, {}, ANY_VERSION))).toBe('404 not-found');
  });

  it('keep the words of a meeting beside the chain of the activity, where they can be erased', async () => {
    await add({ title: '與陳小姐的會議' });
    await member().patch(`/api/record-entries/${(await list(member())).items[0]!.id}`, { notes: '機密' }, ANY_VERSION);
    const rows = await app.app
      .get(Database)
      .select<{ before: string | null; after: string | null }>(
        `SELECT before, after FROM activity WHERE subject_id = ? AND action LIKE 'record.%'`,
        [deliverable],
      );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/陳小姐|機密/);
  });

  describe('make work of their action items', () => {
    it('with one call, for whom, for which sub-team and until when it was said', async () => {
      const team = await project.team('registration');
      const action = { text: '補印名牌', assigneeId: project.cast.lead.id, teamId: team.id, dueDay: '2028-03-08' };
      const entry = await add({ actions: [{ text: '訂車' }, action] });
      const { actions } = ok(await make(entry, 1)).body;
      expect(actions[0]).toMatchObject({ work: null, mayMakeWork: true });
      expect(actions[1]).toMatchObject({ work: { title: '補印名牌', status: 'to-do' }, mayMakeWork: false });
      const made = await work(actions[1]!.work!.id);
      const record = await work(
        ok(await member().get<Deliverable>(`/api/deliverables/${deliverable}`)).body.workItemId,
      );
      expect(made).toMatchObject({
        ...{ title: '補印名牌', stage: record.stage, dueDay: '2028-03-08', source: 'own' },
        ...{ team: { id: team.id }, assignee: { id: project.cast.lead.id } },
      });
      const from = ok(await member().get<WorkItemOrigin>(`/api/work-items/${made.id}/origin`)).body.origin;
      expect(from).toMatchObject({ kind: 'record-action', title: '第一次籌備會', day: '2028-03-01' });
      expect(from!.workItemId).toBe(record.id);
    });

    it('once, however often it is asked for', async () => {
      const entry = await add({ actions: [{ text: '訂車' }] });
      const first = ok(await make(entry)).body.actions[0]!.work!.id;
      expect(ok(await make(entry)).body.actions[0]!.work!.id).toBe(first);
    });

    it('once, also where several people ask at the same moment', async () => {
      for (let round = 0; round < 5; round += 1) {
        const entry = await add({ actions: [{ text: `訂車 ${round}` }] });
        const edit = member().patch(`/api/record-entries/${entry.id}`, { place: '線上' }, ANY_VERSION);
        const answers = await Promise.all([make(entry), make(entry), make(entry)]);
        expect(told(await edit)).toBe('200');
        const made = new Set(answers.map((answer) => ok(answer).body.actions[0]!.work!.id));
        expect(made.size).toBe(1);
        const { items } = await project.view().then(async () => {
          const query = `q=${encodeURIComponent(`訂車 ${round}`)}`;
          return ok(await project.manager.get<{ items: unknown[] }>(`/api/projects/${project.id}/work-items?${query}`))
            .body;
        });
        expect(items).toHaveLength(1);
      }
    });

    it('show how it stands: done when somebody has done it, whoever looks', async () => {
      const entry = await add({ actions: [{ text: '訂車', assigneeId: project.cast.member.id }] });
      const { id } = ok(await make(entry)).body.actions[0]!.work!;
      ok(await member().patch(`/api/work-items/${id}`, { status: 'done' }, ANY_VERSION));
      expect((await list(project.cast.lead.client)).items[0]!.actions[0]!.work!.status).toBe('done');
    });

    it('are made by whoever may hand out that sub-team’s work', async () => {
      const teamId = (await project.team('registration')).id;
      const entry = await add({ actions: [{ text: '補印名牌', teamId }] });
      expect((await list(member())).items[0]!.actions[0]!.mayMakeWork).toBe(false);
      expect(told(await make(entry, 0, member()))).toBe('403 forbidden');
      expect(told(await make(entry, 0, project.cast.client.client))).toBe('403 forbidden');
      const strange = { ...entry, actions: [{ ...entry.actions[0]!, id: entry.id }] };
      expect(told(await make(strange))).toBe('404 not-found');
    });

    it('go to the sub-team where the person named has left since', async () => {
      const left = await app.addPerson('江', { projectId: project.id, projectRole: 'member' }, project.manager);
      const entry = await add({ actions: [{ text: '訂車', assigneeId: left.id }] });
      ok(await project.manager.delete(`/api/projects/${project.id}/members/${left.id}`));
      const { id } = ok(await make(entry)).body.actions[0]!.work!;
      expect((await work(id)).assignee).toBeNull();
    });

    it('leave it where it is when the entry goes, and say no more where it came from', async () => {
      const entry = await add({ actions: [{ text: '訂車' }] });
      const { id } = ok(await make(entry)).body.actions[0]!.work!;
      expect(told(await member().delete(`/api/record-entries/${entry.id}`, seen(3)))).toBe('412 version-moved');
      ok(await member().delete(`/api/record-entries/${entry.id}`, seen(1)));
      expect((await work(id)).title).toBe('訂車');
      expect(ok(await member().get<WorkItemOrigin>(`/api/work-items/${id}/origin`)).body.origin).toBeNull();
    });
  });
});
