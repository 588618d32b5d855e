import type { Inbox } from '../../apps/api/inbox/inbox.dto';
import type { AcceptanceQueue } from '../../apps/api/projects/my-work.dto';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type OwnItem, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';

describe.each(databaseKinds())('the queue of what waits for acceptance on $name', (database) => {
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

  const move = (id: string, what: string, as: SignedInClient, body: object = {}) =>
    as.client.post<Deliverable>(`/api/deliverables/${id}/${what}`, body);
  const queue = async (who: SignedInClient, of = project) =>
    ok(await who.client.get<AcceptanceQueue>(`/api/me/acceptances?project=${of.id}`)).body;
  const handedIn = async (accepter: 'lead' | 'manager' | 'client', item: OwnItem = {}, by = cast.member) => {
    const { id } = await project.addDeliverable({ accepter, title: `給${accepter}` }, item);
    app.clock.advance(1000);
    return ok(await move(id, 'submit', by, { note: '第一版' })).body;
  };
  const titles = async (who: SignedInClient) => (await queue(who)).items.map(({ deliverable }) => deliverable.title);

  it('shows each accepter what is theirs to accept, the oldest first, and nobody their own', async () => {
    await handedIn('client');
    await handedIn('lead');
    await handedIn('lead', {}, cast.lead);
    await handedIn('manager');
    expect(await titles(cast.manager)).toEqual(['給client', '給lead', '給lead', '給manager']);
    expect(await titles(cast.lead)).toEqual(['給lead']);
    expect(await titles(cast.client)).toEqual(['給client']);
    expect(await queue(cast.member)).toEqual({ items: [], total: 0, reasons: [] });
    expect(await queue(cast.outsider)).toEqual({ items: [], total: 0, reasons: [] });
  });

  it('brings the evidence, the indicators and what it was returned for before', async () => {
    const { id } = await handedIn('lead', { checks: ['人數已核對', '檔名正確'] });
    ok(await move(id, 'return', cast.lead, { reason: '少了國外與會者' }));
    ok(await move(id, 'submit', cast.member, { note: '第二版' }));
    const { items, total } = await queue(cast.lead);
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        deliverable: { id, submittedBy: { id: cast.member.id }, may: expect.arrayContaining(['accept', 'return']) },
        checks: [{ text: '人數已核對', state: 'open' }, { text: '檔名正確' }],
        returns: [{ by: { id: cast.lead.id, name: '組長 陳' }, reason: '少了國外與會者' }],
        standardName: null,
        zone: 'Asia/Taipei',
      },
    ]);
    expect(items[0]!.deliverable.evidenceList.map(({ note }) => note)).toEqual(['第一版', '第二版']);
  });

  it('names the standard whose words the indicators are', async () => {
    const [row] = await project.rows('q=T1.1');
    const { deliverableList, checkList } = await project.item(row!.id);
    const { id, title } = deliverableList[0]!;
    ok(await project.manager.post(`/api/deliverables/${id}/submit`, { note: '完成' }));
    const card = (await queue(cast.manager)).items.find(({ deliverable }) => deliverable.id === id)!;
    expect(card.standardName).toMatch(/[\u4e00-\u9fff]/);
    expect(card.checks.map(({ code, text }) => [code, text])).toEqual(checkList.map(({ code, text }) => [code, text]));
    expect(card.deliverable.sources[0]).toMatchObject({ title: expect.stringContaining(title.slice(0, 2)) });
  });

  it('offers the reasons lately given in the same projects', async () => {
    for (const reason of ['少了日期', '請附收據', '少了日期'])
      ok(await move((await handedIn('lead')).id, 'return', cast.lead, { reason }));
    expect((await queue(cast.lead)).reasons).toEqual(['少了日期', '請附收據']);
  });

  it('lets a slip be taken back for ten minutes by whoever accepted, and then no more', async () => {
    const { id, workItemId } = await handedIn('lead');
    ok(await move(id, 'accept', cast.lead));
    expect((await project.item(workItemId)).status).toBe('done');
    expect(told(await move(id, 'unaccept', cast.manager))).toBe('409 too-late-to-withdraw');
    const back = ok(await move(id, 'unaccept', cast.lead)).body;
    expect(back).toMatchObject({
      status: 'submitted',
      settledBy: null,
      settledAt: null,
      submittedBy: { name: '組員 王' },
    });
    expect((await project.item(workItemId)).status).toBe('doing');
    expect(ok(await move(id, 'unaccept', cast.lead)).body.version).toBe(back.version);
    expect((await project.changes(id))[0]).toMatchObject({
      action: 'deliverable.unaccepted',
      after: { status: 'submitted' },
    });

    expect(ok(await move(id, 'accept', cast.lead)).body.may).toContain('unaccept');
    app.clock.advance(11 * 60_000);
    expect(told(await move(id, 'unaccept', cast.lead))).toBe('409 too-late-to-withdraw');
  });

  it('accepts nothing else than what was seen', async () => {
    const { id, version } = await handedIn('lead');
    ok(await move(id, 'withdraw', cast.member));
    ok(await move(id, 'submit', cast.member, { note: '換了一份' }));
    const accept = () => cast.lead.client.post(`/api/deliverables/${id}/accept`, {}, seen(version));
    const late = await accept();
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { status: 'submitted' } });
    const back = await cast.lead.client.post(`/api/deliverables/${id}/return`, { reason: '再看看' }, seen(version));
    expect(told(back)).toBe('412 version-moved');
    ok(await move(id, 'withdraw', cast.member));
    expect(told(await accept())).toBe('409 not-from-here');
  });

  describe('returned work', () => {
    const messages = async (who: SignedInClient) =>
      ok(await who.client.get<Inbox>('/api/me/inbox?kind=returned')).body.items;
    const comes = (who: SignedInClient, count: number) =>
      until(async () => {
        app.clock.advance(10_000);
        return (await messages(who)).length === count;
      }, 'the message');

    it('comes back to whoever handed it in at once and with its reason, and once only', async () => {
      const before = (await messages(cast.member)).length;
      const { id, title } = await handedIn('lead');
      ok(await move(id, 'return', cast.lead, { reason: '請補上國外與會者' }));
      await comes(cast.member, before + 1);
      const [message] = await messages(cast.member);
      expect(message).toMatchObject({
        subject: `${title}：被退回：請補上國外與會者`,
        readAt: null,
        projects: [{ id: project.id, lines: [{ kind: 'returned', subjectId: id, note: '請補上國外與會者' }] }],
      });
      expect(await messages(cast.other)).toEqual([]);
    });

    it('is not told any more once it has been handed in again', async () => {
      const before = (await messages(cast.member)).length;
      const [again, other] = [await handedIn('lead'), await handedIn('lead')];
      ok(await move(again.id, 'return', cast.lead, { reason: '錯字' }));
      ok(await move(again.id, 'submit', cast.member));
      ok(await move(other.id, 'return', cast.lead, { reason: '少一頁' }));
      await comes(cast.member, before + 1);
      expect((await messages(cast.member))[0]!.subject).toContain('少一頁');
    });

    it('is no news to whoever returned it themselves', async () => {
      const { id } = await handedIn('lead', {}, cast.manager);
      ok(await move(id, 'return', cast.manager, { reason: '我再改' }));
      const { id: other } = await handedIn('lead');
      const before = (await messages(cast.member)).length;
      ok(await move(other, 'return', cast.lead, { reason: '少一頁' }));
      await comes(cast.member, before + 1);
      expect(await messages(cast.manager)).toEqual([]);
    });
  });
});
