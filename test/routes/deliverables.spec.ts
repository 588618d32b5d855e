import type { AcceptedDeliverable, Deliverable } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

type Move = 'submit' | 'accept' | 'return' | 'waive' | 'reopen' | 'withdraw';
const REASONED: Move[] = ['return', 'waive', 'reopen'];

describe.each(databaseKinds())('a deliverable on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  const move = (id: string, what: Move, as: SignedInClient, body?: object) =>
    as.client.post<AcceptedDeliverable>(
      `/api/deliverables/${id}/${what}`,
      body ?? (REASONED.includes(what) ? { reason: '日期有誤' } : {}),
    );
  const look = async (id: string, as = cast.manager) =>
    ok(await as.client.get<Deliverable>(`/api/deliverables/${id}`)).body;

  it('that somebody else handed in meanwhile keeps theirs, and says so to the phone that comes later', async () => {
    const { id, version } = await project.addDeliverable({ accepter: 'lead' });
    ok(await move(id, 'submit', cast.manager));
    const late = await cast.member.client.post(`/api/deliverables/${id}/submit`, { note: '離線寫的' }, seen(version));
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { status: 'submitted', submittedBy: { id: cast.manager.id } } });
    expect((await look(id)).evidenceList).toEqual([]);
  });

  it('that asks neither evidence nor acceptance is delivered with one tap, and with it its work item done', async () => {
    const { id, workItemId } = await project.addDeliverable();
    const tapped = ok(await move(id, 'submit', cast.member)).body;
    const now = app.clock.now();
    const by = { id: cast.member.id, name: '組員 王' };
    expect(tapped).toMatchObject({
      status: 'delivered',
      submittedBy: by,
      submittedAt: now,
      settledBy: by,
      settledAt: now,
    });
    expect((await project.item(workItemId)).status).toBe('done');
    expect(ok(await move(id, 'submit', cast.member)).body.version).toBe(tapped.version);
    expect(await project.changes(id)).toEqual([
      { action: 'deliverable.submitted', before: { status: 'open' }, after: { status: 'delivered' } },
    ]);
  });

  it('that asks for evidence is refused without and taken with a note or a link', async () => {
    const { id } = await project.addDeliverable({ evidence: 'required' });
    const refused = await move(id, 'submit', cast.member);
    expect(told(refused)).toBe('409 evidence-missing');
    expect(refused.body.title).toContain('佐證');
    expect((await look(id)).status).toBe('open');
    expect(told(await move(id, 'submit', cast.member, { link: 'javascript:alert(1)' }))).toBe('400 validation /link');
    const done = ok(
      await move(id, 'submit', cast.member, { link: 'https://example.test/agenda.pdf', note: '第一版' }),
    ).body;
    expect(done).toMatchObject({
      status: 'delivered',
      evidenceList: [{ note: '第一版', link: 'https://example.test/agenda.pdf', addedBy: { id: cast.member.id } }],
    });
    const second = await project.addDeliverable({ evidence: 'required' });
    expect(told(await cast.member.client.post(`/api/deliverables/${second.id}/evidence`, {}))).toBe(
      '400 validation /note',
    );
    ok(await cast.member.client.post(`/api/deliverables/${second.id}/evidence`, { note: '先放上' }));
    expect(ok(await move(second.id, 'submit', cast.member)).body.status).toBe('delivered');
  });

  it('goes to its accepter, back with a reason, and in again', async () => {
    const { id, workItemId } = await project.addDeliverable({ accepter: 'lead' }, { checks: ['校對'] });
    expect(ok(await move(id, 'submit', cast.member)).body.status).toBe('submitted');
    expect(told(await move(id, 'return', cast.lead, {}))).toBe('400 validation /reason');
    expect(ok(await move(id, 'return', cast.lead)).body).toMatchObject({ status: 'returned', reason: '日期有誤' });
    expect((await project.item(workItemId)).status).toBe('doing');
    expect(ok(await move(id, 'submit', cast.member)).body).toMatchObject({ status: 'submitted', reason: null });
    const accepted = ok(await move(id, 'accept', cast.lead)).body;
    expect(accepted).toMatchObject({ status: 'accepted', settledBy: { id: cast.lead.id }, selfAccepted: false });
    expect(accepted.warnings).toEqual([{ zh: '驗收要點未確認：校對', en: 'Check still open: 校對' }]);
    expect((await project.item(workItemId)).status).toBe('done');
    expect((await project.changes(id)).map(({ action, after }) => [action, after])).toEqual([
      ['deliverable.accepted', { status: 'accepted' }],
      ['deliverable.submitted', { status: 'submitted' }],
      ['deliverable.returned', { status: 'returned', reason: '日期有誤' }],
      ['deliverable.submitted', { status: 'submitted' }],
    ]);
  });

  it.each([
    ['lead', ['lead', 'manager'], ['member', 'other', 'client']],
    ['manager', ['manager'], ['lead', 'other', 'client']],
    ['client', ['client', 'manager'], ['lead', 'other']],
  ] as const)('for the %s is accepted by %j and nobody else', async (accepter, may, mayNot) => {
    for (const who of may) {
      const { id } = await project.addDeliverable({ accepter });
      ok(await move(id, 'submit', cast.member));
      for (const other of mayNot) expect(told(await move(id, 'accept', cast[other]))).toBe('403 forbidden');
      expect((await look(id, cast[who])).may).toContain('accept');
      expect(ok(await move(id, 'accept', cast[who])).body.status).toBe('accepted');
    }
  });

  it('is never accepted by whoever handed it in, except a manager who has no other beside them', async () => {
    const own = await project.addDeliverable({ accepter: 'lead' });
    ok(await move(own.id, 'submit', cast.lead));
    const refused = await move(own.id, 'accept', cast.lead);
    expect(told(refused)).toBe('403 forbidden');
    expect(refused.body.title).toContain('不能驗收自己');
    expect((await look(own.id, cast.lead)).may).not.toContain('accept');
    ok(await move(own.id, 'accept', cast.manager));

    const [sole, beside] = [
      await project.addDeliverable({ accepter: 'manager' }),
      await project.addDeliverable({ accepter: 'manager' }),
    ];
    ok(await move(sole.id, 'submit', cast.manager));
    ok(await move(beside.id, 'submit', cast.manager));
    expect(ok(await move(sole.id, 'accept', cast.manager)).body.selfAccepted).toBe(true);
    expect((await project.changes(sole.id))[0]).toMatchObject({ after: { status: 'accepted', selfAccepted: true } });
    await project.setMember(cast.outsider, 'manager');
    expect(told(await move(beside.id, 'accept', cast.manager))).toBe('403 forbidden');
    expect(ok(await move(beside.id, 'accept', cast.outsider)).body.selfAccepted).toBe(false);
    ok(await project.manager.delete(`/api/projects/${project.id}/members/${cast.outsider.id}`));
  });

  it('is waived with a reason by lead or manager, and opened again by a manager with a reason', async () => {
    const { id, workItemId } = await project.addDeliverable({ accepter: 'manager', evidence: 'required' });
    expect(told(await move(id, 'waive', cast.member))).toBe('403 forbidden');
    expect(told(await move(id, 'waive', cast.lead, { reason: '  ' }))).toBe('400 validation /reason');
    expect(ok(await move(id, 'waive', cast.lead)).body).toMatchObject({ status: 'waived', reason: '日期有誤' });
    expect((await project.item(workItemId)).status).toBe('done');
    expect(told(await move(id, 'reopen', cast.lead))).toBe('403 forbidden');
    expect(told(await move(id, 'reopen', cast.manager, {}))).toBe('400 validation /reason');
    expect(ok(await move(id, 'reopen', cast.manager)).body).toMatchObject({
      status: 'open',
      settledBy: null,
      settledAt: null,
    });
    expect((await project.item(workItemId)).status).toBe('doing');
  });

  it('can be taken back by whoever handed it in: until it is accepted, or for ten minutes where nobody accepts', async () => {
    const [asked, free] = [await project.addDeliverable({ accepter: 'lead' }), await project.addDeliverable()];
    for (const { id } of [asked, free]) ok(await move(id, 'submit', cast.member));
    expect(told(await move(asked.id, 'withdraw', cast.other))).toBe('409 too-late-to-withdraw');
    app.clock.advance(11 * 60_000);
    expect(told(await move(free.id, 'withdraw', cast.member))).toBe('409 too-late-to-withdraw');
    expect(ok(await move(asked.id, 'withdraw', cast.member)).body).toMatchObject({ status: 'open', submittedBy: null });
    const slip = await project.addDeliverable();
    ok(await move(slip.id, 'submit', cast.member));
    expect(ok(await move(slip.id, 'withdraw', cast.member)).body.status).toBe('open');
    expect((await project.item(slip.workItemId)).status).toBe('doing');
  });

  /** Each state, and every move that it refuses. The work item has a second deliverable, so it stays open. */
  const WAYS: Record<string, [Move, SignedInName][]> = {
    open: [],
    submitted: [['submit', 'member']],
    returned: [
      ['submit', 'member'],
      ['return', 'lead'],
    ],
    accepted: [
      ['submit', 'member'],
      ['accept', 'lead'],
    ],
    waived: [['waive', 'lead']],
  };
  type SignedInName = keyof Cast;
  it.each([
    ['open', 'accept'],
    ['open', 'return'],
    ['submitted', 'reopen'],
    ['returned', 'accept'],
    ['returned', 'return'],
    ['returned', 'reopen'],
    ['accepted', 'submit'],
    ['accepted', 'return'],
    ['accepted', 'waive'],
    ['waived', 'submit'],
    ['waived', 'accept'],
    ['waived', 'return'],
  ] as const)('that is %s refuses to %s and says what it is', async (state, refused) => {
    const item = await project.add({ deliverables: [{ title: '議程', accepter: 'lead' }, { title: '另一件' }] });
    const id = item.deliverableList[0]!.id;
    for (const [what, who] of WAYS[state]!) ok(await move(id, what, cast[who]));
    const answer = await move(id, refused, cast.manager);
    expect(told(answer)).toBe('409 not-from-here');
    expect(answer.body).toMatchObject({ status: 409, state, title: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect((await look(id)).status).toBe(state);
  });

  it('of a finished work item refuses everything but being opened again', async () => {
    const { id } = await project.addDeliverable({ accepter: 'lead' });
    ok(await move(id, 'submit', cast.member));
    ok(await move(id, 'accept', cast.lead));
    for (const what of ['submit', 'return', 'waive'] as const)
      expect(told(await move(id, what, cast.manager))).toBe('409 item-not-open');
    expect(ok(await move(id, 'reopen', cast.manager)).body.status).toBe('open');
  });

  it('keeps its days in order and follows an edit with a version', async () => {
    const { id, version } = await project.addDeliverable(
      { dueDay: '2028-05-10' },
      { startDay: '2028-05-01', dueDay: '2028-05-20' },
    );
    const edit = (body: object, version?: number) =>
      cast.lead.client.patch<Deliverable>(
        `/api/deliverables/${id}`,
        body,
        version === undefined ? ANY_VERSION : seen(version),
      );
    expect(told(await edit({ dueDay: '2028-04-01' }))).toBe('400 validation /dueDay');
    expect(told(await edit({ startDay: '2028-05-11' }))).toBe('400 validation /startDay');
    expect(ok(await edit({ dueDay: '2028-05-12', evidence: 'required' }, version)).body.dueDay).toBe('2028-05-12');
    expect(told(await edit({ title: 'x' }, version))).toBe('412 version-moved');
    expect(told(await cast.member.client.patch(`/api/deliverables/${id}`, { title: 'x' }, ANY_VERSION))).toBe(
      '403 forbidden',
    );
    expect(await project.changes(id)).toMatchObject([
      { before: { dueDay: '2028-05-10', evidence: 'no' }, after: { dueDay: '2028-05-12', evidence: 'required' } },
    ]);
  });
});
