import type { ProjectClosing } from '../../apps/api/closing/closing.dto';
import type { ProgressReport } from '../../apps/api/projects/projects.dto';
import type { Message } from '../../apps/api/inbox/inbox.dto';
import type { Deliverable, MyWork, WorkItem } from '../../apps/api/projects/work.dto';
import { type SignedInClient } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aStart, RunningProject, told } from '../support/builders';
import { Office } from '../support/builders.office';
import { databaseKinds, type DatabaseKind } from '../support/database';
import { redisUrl } from '../support/services';

jest.setTimeout(120_000);

/** The worker is a second process, for which SQLite is no database. */
const [sqlite, postgres] = databaseKinds() as [DatabaseKind, DatabaseKind?];
const redis = redisUrl();
const queues: { queue: string; database: DatabaseKind; url: string | null }[] = [
  { queue: 'the in-process queue', database: sqlite, url: null },
  ...(redis && postgres ? [{ queue: 'BullMQ and a worker', database: postgres, url: redis }] : []),
];
const TEAMS = [
  'programme',
  'registration',
  'lodging-transport',
  'sponsorship-outsourcing',
  'publicity',
  'secretariat',
].concat(['exhibition', 'tours-dinner', 'conference-marketing', 'on-site-staff']);

describe.each(queues)('a conference from kick-off to closed, with $queue', ({ database, url }) => {
  let office: Office;
  let project: RunningProject;
  /** Every message that anybody read, by person. */
  const read = new Map<string, Message[]>();
  /** Deliverables that their preparers put off until they are overdue. */
  const putOff = new Set<string>();
  beforeAll(async () => {
    office = await Office.open(database, url);
  });
  afterAll(() => office.close());

  const post = (who: SignedInClient, path: string, body: object = {}) => who.client.post(`/api/${path}`, body);
  const deliverable = async (id: string) => ok(await project.manager.get<Deliverable>(`/api/deliverables/${id}`)).body;
  const myWork = async (who: SignedInClient) =>
    ok(await who.client.get<MyWork>(`/api/me/work?project=${project.id}`)).body;
  const progress = async () =>
    ok(await project.manager.get<ProgressReport>(`/api/projects/${project.id}/progress`)).body.project;

  /** Enters a contract and has it signed. */
  async function sign(who: SignedInClient, id: string): Promise<void> {
    const { body } = ok(
      await post(who, `deliverables/${id}/contracts`, { party: '臺灣醫學資訊學會', amount: 3_800_000 }),
    );
    ok(await post(who, `contracts/${(body as { id: string }).id}/state`, { state: 'signed' }));
  }

  /** Hands in a deliverable, with evidence where it is asked for. */
  const handIn = async (who: SignedInClient, id: string) => {
    const { evidence, kind } = await deliverable(id);
    if (kind === 'contract') await sign(who, id);
    return ok(await post(who, `deliverables/${id}/submit`, evidence === 'required' ? { note: '見共用資料夾' } : {}));
  };

  /** What a diligent person does about one line of their morning message. */
  const workOn = async (who: SignedInClient, { subjectType, subjectId, when }: Message['projects'][0]['lines'][0]) => {
    if (subjectType === 'work-item') {
      const item = ok(await who.client.get<WorkItem>(`/api/work-items/${subjectId}`)).body;
      for (const { id, state } of item.checkList) if (state === 'open') ok(await post(who, `checks/${id}/tick`));
      if (item.checkList.length === 0)
        ok(await who.client.patch(`/api/work-items/${item.id}`, { status: 'done' }, ANY_VERSION));
      return;
    }
    const row = await deliverable(subjectId);
    if (row.status !== 'submitted' && (when === 'overdue' || !putOff.has(subjectId))) await handIn(who, subjectId);
    else if (row.status === 'submitted' && row.accepter !== 'client')
      ok(await post(who, `deliverables/${subjectId}/accept`));
  };

  const acceptAll = async (who: SignedInClient) => {
    for (const { deliverable: row } of (await myWork(who)).toAccept) {
      // The manager leaves to the client what is the client's.
      if (row.accepter === 'client' && who !== office.cast.client) continue;
      ok(await post(who, `deliverables/${row.id}/accept`));
    }
  };

  it('is shown and then started in time: nothing is late, nothing is overdue', async () => {
    const { manager, lead, member } = office.cast;
    const teams = TEAMS.map((team) => ({ team, leads: [lead.id], members: [member.id] }));
    const body = aStart({ name: '亞洲會展年會', client: '會展學會', teams, options: { oneClosingReport: true } });
    const shown = ok(
      await manager.client.post<{ late: unknown[]; counts: object }>('/api/projects/preview', body),
    ).body;
    expect(shown).toMatchObject({ late: [], counts: { workItems: 58, deliverables: 88, checks: 196 } });
    const { id, counts } = ok(await manager.client.post<{ id: string; counts: object }>('/api/projects', body)).body;
    expect(counts).toEqual(shown.counts);
    project = new RunningProject(id, office.cast);
    await project.setMember(office.cast.client, 'viewer');
  });

  it('the lead hands out the programme, the member claims registration, the manager says what is not needed', async () => {
    const { lead, member, manager } = office.cast;
    const select = { teamId: (await project.team('programme')).id };
    ok(await post(lead, `projects/${project.id}/assignments`, { select, set: { assigneeId: member.id } }));
    for (const { id } of await project.rows(`team=${(await project.team('registration')).id}`))
      ok(await post(member, `work-items/${id}/claim`));
    const tours = await project.at('conference-project-executive/T3.8');
    ok(
      await manager.client.patch(
        `/api/work-items/${tours.id}`,
        { status: 'not-applicable', reason: '今年不辦旅遊' },
        ANY_VERSION,
      ),
    );
    const [first, second] = (await project.at('conference-project-executive/T2.2')).deliverableList;
    for (const row of [first, second]) if (row) putOff.add(row.id);
    expect((await myWork(member)).items.filter(({ mine }) => mine).length).toBeGreaterThan(4);
    expect(await progress()).toMatchObject({ workItems: { total: 58, done: 0, notApplicable: 1 }, overdue: 0 });
  });

  it('one deliverable goes back and forth before it is accepted, and one is waived', async () => {
    const { lead, member, manager } = office.cast;
    const rows = (await project.rows(`team=${(await project.team('programme')).id}`)).map(({ id }) => project.item(id));
    const asked = (await Promise.all(rows))
      .flatMap((item) => item.deliverableList)
      .find(({ accepter }) => accepter === 'lead')!;
    await handIn(member, asked.id);
    expect(told(await post(member, `deliverables/${asked.id}/accept`))).toBe('403 forbidden');
    ok(await post(lead, `deliverables/${asked.id}/return`, { reason: '少了場次時間' }));
    await handIn(member, asked.id);
    ok(await post(lead, `deliverables/${asked.id}/accept`));
    const bill = (await project.at('conference-project-executive/T5.8')).deliverableList[0]!;
    ok(await post(manager, `deliverables/${bill.id}/waive`, { reason: '由旅行社直接請款' }));
  });

  it('morning by morning everybody gets one message, does what it says, and the clients accept what is theirs', async () => {
    const { manager, lead, member, client } = office.cast;
    for (let mornings = 0; ; mornings += 1) {
      const next = await office.nextReminder();
      if (next === null) break;
      expect(mornings).toBeLessThan(300);
      const sentBefore = office.app.mailer.sent.length;
      await office.morning(next);
      expect(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei', timeStyle: 'short' }).format(next)).toBe(
        '09:00',
      );
      const mails = office.app.mailer.sent.slice(sentBefore).map(({ to }) => to);
      expect(new Set(mails).size).toBe(mails.length);
      for (const who of [member, lead, manager]) {
        const messages = await office.read(who);
        expect(messages).toHaveLength(mails.filter((to) => to === who.email).length);
        read.set(who.id, [...(read.get(who.id) ?? []), ...messages]);
        for (const line of messages.flatMap(({ projects }) => projects.flatMap(({ lines }) => lines)))
          await workOn(who, line);
      }
      await acceptAll(client);
      if (mornings % 5 === 4) for (const who of [lead, manager]) await acceptAll(who);
    }
    for (const who of [lead, manager, client]) await acceptAll(who);
    expect(await project.rows('overdue=true')).toEqual([]);
  });

  it('the messages said what was due when, most urgent first, and linked to it', async () => {
    const { member, lead, manager, client } = office.cast;
    for (const who of [member, lead, manager]) expect(read.get(who.id)?.length).toBeGreaterThan(5);
    expect(await office.read(client)).toEqual([]);
    const lines = [...read.values()].flat().flatMap(({ projects }) => projects.map((one) => one.lines));
    for (const some of lines) expect(some.map(({ dueDay }) => dueDay)).toEqual(some.map(({ dueDay }) => dueDay).sort());
    for (const { link } of lines.flat())
      expect(link).toMatch(new RegExp(`^/projects/${project.id}/items/[0-9a-f-]{36}$`));
    expect(new Set(lines.flat().map(({ when }) => when))).toEqual(new Set(['soon', 'tomorrow', 'overdue']));
    const late = lines.flat().filter(({ when }) => when === 'overdue');
    expect(late.filter(({ subjectId }) => putOff.has(subjectId)).length).toBe(putOff.size);
    const mail = office.app.mailer.to(member.email)[0]!;
    expect(mail.text).toContain('http://convener.test/projects/');
    expect(office.app.mailer.sent).toHaveLength([...read.values()].flat().length);
    expect(new Set(office.app.mailer.sent.map(({ key }) => key)).size).toBe(office.app.mailer.sent.length);
  });

  it('everything is done in the end, and every step of it is in the log', async () => {
    expect(await progress()).toMatchObject({
      workItems: { total: 58, done: 57, notApplicable: 1 },
      overdue: 0,
      dueSoon: 0,
    });
    const { deliverables } = await progress();
    expect(deliverables).toMatchObject({ settled: deliverables.total, submitted: 0 });
    const report = await project.at('conference-project-executive/T6.3');
    expect(report.deliverableList[0]).toMatchObject({ status: 'accepted', sources: [{}, {}] });
    const log: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/api/projects/${project.id}/activity?limit=200${cursor && `&cursor=${cursor}`}`;
      const page: { items: { action: string }[]; next: string | null } = ok(
        await project.manager.get<{ items: { action: string }[]; next: string | null }>(path),
      ).body;
      log.push(...page.items.map(({ action }) => action));
      cursor = page.next;
    }
    const times = (action: string) => log.filter((entry) => entry === action).length;
    expect(log.at(-1)).toBe('project.started');
    expect(times('deliverable.returned')).toBe(1);
    expect(times('deliverable.waived')).toBe(1);
    expect(times('work-item.status')).toBeGreaterThanOrEqual(58);
    expect(times('deliverable.submitted')).toBeGreaterThanOrEqual(deliverables.total);
  });

  it('is closed by the manager once what is left over is waived with a reason, and nobody hears of it again', async () => {
    expect(told(await post(office.cast.lead, `projects/${project.id}/close`))).toBe('403 forbidden');
    const refused = await post(office.cast.manager, `projects/${project.id}/close`);
    expect(told(refused)).toBe('409 still-open');
    const open = ok(await office.cast.manager.client.get<ProjectClosing>(`/api/projects/${project.id}/closing`)).body;
    // All work is done; the indicators that nobody has decided are what is left.
    expect(open.counts).toMatchObject([{ kind: 'checks' }]);
    const things = open.groups.flatMap((group) => group.things.map(({ kind, id }) => ({ kind, id })));
    ok(
      await post(office.cast.manager, `projects/${project.id}/closing/waivers`, { things, reason: '檢討會已逐項確認' }),
    );
    expect(ok(await post(office.cast.manager, `projects/${project.id}/close`)).body).toMatchObject({
      status: 'closed',
    });
    expect((await myWork(office.cast.member)).items).toEqual([]);
    const sent = office.app.mailer.sent.length;
    await office.morning(office.app.clock.now() + 10 * 86_400_000);
    expect(office.app.mailer.sent).toHaveLength(sent);
    const all = ok(
      await office.cast.manager.client.get<{ items: { id: string; status: string }[] }>('/api/projects?status=closed'),
    ).body;
    expect(all.items.map(({ id }) => id)).toEqual([project.id]);
  });
});
