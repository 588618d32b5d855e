import { Database, plainChange } from '@convener/platform';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import type { DocumentList, MadeDocument } from '../../apps/api/reports/documents.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { aConference, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';
import { unzipped } from '../support/unzip';
import { DocumentsWorld } from './documents.world';

const NAME = '王小明';
const SHIFT = { place: '大廳', shift: '2028-06-12 08:00~12:00', work: '報到', needed: 2 };
const INCIDENT = { problem: '投影機故障', day: '2028-06-12', handling: '換一部', owner: NAME, solved: 'yes' };

describe.each(databaseKinds())('documents that hold cells about people on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: DocumentsWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app, { cast: project?.cast });
    world = new DocumentsWorld(app, project);
  });
  afterAll(() => app.close());

  const path = () => `/api/projects/${project.id}/documents`;
  const lead = () => project.cast.lead.client;
  const member = () => project.cast.member.client;

  /** A list that another sub-team keeps, so that the member doesn't see who is in it. */
  const filled = async (preset: string, cells: object) => {
    const { id: teamId } = (await project.view()).teams.find(({ key }) => key !== 'programme')!;
    const list = await world.list(preset, { teamId });
    await world.rows(list, cells);
    return list;
  };
  const made = async (kind: string, as: Client = project.manager, more: object = {}) => {
    const asked = { kind, language: 'zh-TW', format: 'docx', ...more };
    const { id } = ok(await as.post<MadeDocument>(path(), asked)).body;
    return (await until(async () => {
      const document = ok(await as.get<MadeDocument>(`/api/documents/${id}`)).body;
      return ['waiting', 'making'].includes(document.state) ? undefined : document;
    }, 'a document')) as MadeDocument;
  };
  const listed = async (as: Client) => ok(await as.get<DocumentList>(path())).body.made.map(({ id }) => id);
  const words = async (id: string, as: Client) => {
    const { status, content } = await as.download(`/api/documents/${id}/file`);
    return status === 200 ? unzipped(content).get('word/document.xml')!.toString('utf8') : status;
  };
  const LISTS = [
    ['staffing', 'staffing', { ...SHIFT, people: NAME }],
    ['expenses', 'reimbursements', { speaker: NAME, flight: 20_000, subsidy: 25_000, settled: 'yes' }],
  ] as const;

  it.each(LISTS)('are for leads once they show them, and the crew is told so: %s', async (kind, preset, cells) => {
    await filled(preset, cells);
    const { id, forLeads } = await made(kind);
    expect(forLeads).toBe(true);
    expect(await words(id, lead())).toContain(NAME);
    expect(await listed(lead())).toEqual([id]);
    expect(await listed(member())).toEqual([]);
    for (const refused of [
      await member().get<Refusal>(`/api/documents/${id}`),
      await member().delete<Refusal>(`/api/documents/${id}`),
    ]) {
      expect(told(refused)).toBe('403 forbidden');
      expect(refused.body.title).toContain('只有專案經理、組長');
    }
    expect(await words(id, member())).toBe(403);
  });

  it.each(LISTS)('are the whole crew’s where they were made without: %s', async (kind, preset, cells) => {
    await filled(preset, cells);
    const { id, forLeads } = await made(kind, member());
    expect(forLeads).toBe(false);
    const text = await words(id, project.cast.other.client);
    expect(text).toContain('個人資料');
    expect(text).not.toContain(NAME);
    expect(await listed(project.cast.other.client)).toEqual([id]);
  });

  it('stay the crew’s where a list has such cells and the document leaves them out', async () => {
    await filled('reimbursements', LISTS[1][2]);
    await filled('incidents', { ...INCIDENT, reporter: NAME, owner: '組長' });
    for (const kind of ['budget', 'budget-progress', 'publicity-spending', 'issue-log', 'staffing'])
      expect([kind, (await made(kind)).forLeads]).toEqual([kind, false]);
  });

  /** Answers the list as it then is. */
  const makePersonal = async ({ id, columns }: Register, key: string) => {
    const changed = columns.map(({ masked: _, ...one }) => (one.key === key ? { ...one, personal: true } : one));
    const path = `/api/registers/${id}/columns`;
    return ok(await project.manager.put<Register>(path, { columns: changed }, ANY_VERSION)).body;
  };

  it('are for leads also where the project itself has made a column personal', async () => {
    const list = await filled('incidents', INCIDENT);
    expect((await made('issue-log')).forLeads).toBe(false);
    await makePersonal(list, 'owner');
    expect((await made('issue-log')).forLeads).toBe(true);
    expect((await made('issue-log', member())).forLeads).toBe(false);
  });

  it('are for leads from then on where they were made before, as files and as evidence, and no others', async () => {
    const list = await filled('incidents', INCIDENT);
    const deliverable = await project.addDeliverable({
      title: '問題紀錄與處理表',
      kind: 'generated',
      accepter: 'manager',
    });
    const log = await made('issue-log', project.manager, { deliverableId: deliverable.id, handIn: true });
    const budget = await made('budget');
    const opens = async (as: Client) => [
      (await as.download(`/api/documents/${log.id}/file`)).status,
      (await as.download(`/api/evidence/${log.evidenceId}/file`)).status,
      (await as.download(`/api/documents/${budget.id}/file`)).status,
    ];
    expect(await opens(member())).toEqual([200, 200, 200]);
    // No row says where it was.
    const changed = await makePersonal(list, 'place');
    expect(await opens(member())).toEqual([200, 200, 200]);
    await makePersonal(changed, 'owner');
    expect(await opens(member())).toEqual([403, 403, 200]);
    expect(await opens(lead())).toEqual([200, 200, 200]);
    expect(await listed(member())).toEqual([budget.id]);
  });

  it('are for leads where nobody knows what they show: made before that was written down, or still being made', async () => {
    const list = await filled('incidents', INCIDENT);
    const budget = await made('budget');
    const forget = 'UPDATE made_documents SET shown_columns = NULL WHERE id = ?';
    await app.app.get(Database).write((em) => plainChange(em, forget, [budget.id]));
    await makePersonal(list, 'place');
    expect(await words(budget.id, member())).toBe(403);
  });

  describe('handed in', () => {
    const handedIn = async (accepter: 'client' | 'manager') => {
      await filled('staffing', LISTS[0][2]);
      const { id } = await project.addDeliverable({ title: '人力配置表', kind: 'generated', accepter });
      const { evidenceId, fault } = await made('staffing', lead(), { deliverableId: id, handIn: true });
      expect(fault).toBeNull();
      return { id, evidenceId: evidenceId! };
    };
    const opens = async (evidenceId: string, as: Client) =>
      (await as.download(`/api/evidence/${evidenceId}/file`)).status;

    it('open to leads and to whoever accepts them; the rest sees that they are there', async () => {
      const { id, evidenceId } = await handedIn('client');
      const file = async (as: Client) =>
        ok(await as.get<Deliverable>(`/api/deliverables/${id}`)).body.evidenceList[0]!.file;
      for (const as of [project.manager, lead(), project.cast.client.client]) {
        expect(await opens(evidenceId, as)).toBe(200);
        expect((await file(as))!.mayOpen).toBe(true);
      }
      expect(await opens(evidenceId, member())).toBe(403);
      expect(await file(member())).toMatchObject({ mayOpen: false, name: expect.stringContaining('人力配置表') });
      const refused = await member().get<Refusal>(`/api/evidence/${evidenceId}/file`);
      expect(refused.body.title).toContain('個人資料');
    });

    it('stay closed to a client who only looks on, and to the run sheet’s readers', async () => {
      const { evidenceId } = await handedIn('manager');
      expect(await opens(evidenceId, project.cast.client.client)).toBe(403);
      const cue = { day: '2028-06-12', minute: 480, minutes: 30, place: '大廳', title: '報到' };
      const cues = [{ ...cue, files: [{ name: '人力配置', evidenceId }] }];
      ok(await project.manager.post(`/api/projects/${project.id}/run-sheet/cues`, { cues }));
      const linked = async (as: Client) => {
        const sheet = await as.get<{ cues: { files: { isFile: boolean }[] }[] }>(
          `/api/projects/${project.id}/run-sheet`,
        );
        return ok(sheet).body.cues[0]!.files[0]!.isFile;
      };
      expect([await linked(lead()), await linked(member())]).toEqual([true, false]);
    });

    it('open to everybody where that is what they are for: the operations manual, which only leads make', async () => {
      const { id } = await project.addDeliverable({ title: '工作手冊', kind: 'generated', accepter: 'manager' });
      const manual = await made('work-handbook', lead(), { deliverableId: id, handIn: true });
      expect(await opens(manual.evidenceId!, member())).toBe(200);
      expect(await words(manual.id, member())).toBe(403);
    });

    it('leave other files open to everybody in the project', async () => {
      await filled('staffing', LISTS[0][2]);
      const { id } = await project.addDeliverable({ title: '人力配置表', kind: 'generated', accepter: 'manager' });
      const { evidenceId } = await made('staffing', member(), { deliverableId: id, handIn: true });
      expect(await opens(evidenceId!, project.cast.client.client)).toBe(200);
    });
  });
});
