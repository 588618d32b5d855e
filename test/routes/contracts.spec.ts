import type { Contract, ContractList } from '../../apps/api/contracts/contracts.dto';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('contracts as deliverables on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let deliverable: string;

  const path = () => `/api/deliverables/${deliverable}/contracts`;
  const list = async (as: Client) => ok(await as.get<ContractList>(path())).body;
  const add = async (party: string, more: object = {}) =>
    ok(await project.cast.member.client.post<Contract>(path(), { party, ...more })).body;
  const move = (id: string, state: string, more: object = {}) =>
    project.cast.member.client.post<Contract>(`/api/contracts/${id}/state`, { state, ...more });
  const submit = () => project.cast.member.client.post<Deliverable>(`/api/deliverables/${deliverable}/submit`);

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
  });
  beforeEach(async () => {
    deliverable = (await project.addDeliverable({ kind: 'contract' })).id;
  });
  afterAll(() => app.close());

  it('say with whom, about how much and until when, and go from draft to signed', async () => {
    const days = { startsOn: '2028-05-01', endsOn: '2028-05-03' };
    const { id } = await add('圓山大飯店', { amount: 1_250_000.5, note: '含早餐', ...days });
    ok(await move(id, 'sent', { day: '2027-12-01' }));
    const { body } = ok(await move(id, 'signed', { day: '2027-12-20' }));
    expect(body).toMatchObject({
      ...{ party: '圓山大飯店', amount: 1_250_000.5, currency: 'TWD', note: '含早餐', state: 'signed' },
      ...{ sentOn: '2027-12-01', signedOn: '2027-12-20', ...days, addedBy: { name: '組員 王' } },
      next: [
        { state: 'sent', reason: true },
        { state: 'ended', reason: true },
      ],
    });
  });

  it('stand several under one deliverable, which can be handed in when none is left unsigned', async () => {
    expect(told(await submit())).toBe('409 not-complete');
    const [hotel, bus] = [await add('甲飯店'), await add('乙客運')];
    ok(await move(hotel.id, 'signed'));
    const refused = await submit();
    expect(told(refused)).toBe('409 not-complete');
    expect(JSON.stringify(refused.body)).toContain('乙客運');
    ok(await move(bus.id, 'dropped', { reason: '改由飯店接送' }));
    expect(ok(await submit()).body.status).toBe('delivered');
  });

  it('take today in the project’s zone where no day is given', async () => {
    const { id } = await add('甲');
    const { sentOn } = ok(await move(id, 'sent')).body;
    expect(sentOn).toBe(new Date(app.clock.now()).toLocaleDateString('sv-SE', { timeZone: 'Asia/Taipei' }));
  });

  it('ask why where a signature is taken back, and keep the reason', async () => {
    const { id } = await add('甲');
    ok(await move(id, 'signed', { day: '2027-12-20' }));
    expect(told(await move(id, 'sent'))).toBe('400 validation /reason');
    const { body } = ok(await move(id, 'sent', { reason: '對方改了條款' }));
    expect(body).toMatchObject({ state: 'sent', signedOn: null, reason: '對方改了條款' });
  });

  it('go only where they can from where they are, and twice to one place changes nothing', async () => {
    const { id } = await add('甲');
    expect(told(await move(id, 'ended', { reason: '結束' }))).toBe('409 not-from-here');
    ok(await move(id, 'signed'));
    const again = ok(await move(id, 'signed')).body;
    expect(again.version).toBe(2);
  });

  it('are refused at the field where a day comes before what precedes it, and nothing is kept', async () => {
    const { id } = await add('甲', { sentOn: '2027-12-10' });
    const refused = await move(id, 'signed', { day: '2027-12-01' });
    expect(told(refused)).toBe('400 validation /signedOn');
    const turned = await project.cast.member.client.post(path(), {
      ...{ party: '乙', startsOn: '2028-05-03', endsOn: '2028-05-01' },
    });
    expect(told(turned)).toBe('400 validation /endsOn');
    expect((await list(project.cast.member.client)).items.map(({ state }) => state)).toEqual(['drafted']);
  });

  it.each([
    { amount: -1 },
    { amount: 1.234 },
    { amount: 1e15 },
    { currency: 'twd' },
    { party: ' ' },
    { party: undefined },
    { signedOn: '12/1' },
  ])('refuse %j', async (wrong) => {
    const refused = await project.cast.member.client.post(path(), { party: '甲', ...wrong });
    expect(told(refused)).toBe(`400 validation /${Object.keys(wrong)[0]}`);
  });

  it('tell whoever edits an older state what stands there now', async () => {
    const { id } = await add('甲');
    const edit = (body: object, version: Record<string, string>) =>
      project.cast.member.client.patch<Contract>(`/api/contracts/${id}`, body, version);
    ok(await edit({ amount: 500 }, seen(1)));
    const late = await edit({ amount: 600 }, seen(1));
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { amount: 500, version: 2 } });
    expect(ok(await edit({ amount: null }, ANY_VERSION)).body.amount).toBeNull();
  });

  it('are the crew’s alone: the client sees neither parties nor sums, another project nothing', async () => {
    const { id } = await add('甲', { amount: 100 });
    const { client, outsider, lead } = project.cast;
    expect((await list(lead.client)).mayAdd).toBe(true);
    expect(told(await client.client.get(path()))).toBe('403 forbidden');
    expect(told(await client.client.get(`/api/contracts/${id}`))).toBe('403 forbidden');
    expect(told(await outsider.client.get(`/api/contracts/${id}`))).toBe('404 not-found');
  });

  it('belong to deliverables of their kind only', async () => {
    const { id } = await project.addDeliverable();
    expect(told(await project.cast.member.client.post(`/api/deliverables/${id}/contracts`, { party: '甲' }))).toBe(
      '409 no-contract',
    );
  });

  it('leave what was done with them in the activity, the party among what can be erased', async () => {
    const { id } = await add('某某有限公司');
    ok(await move(id, 'sent'));
    const { items } = ok(
      await project.cast.manager.client.get<{ items: { action: string; after: object | null }[] }>(
        `/api/projects/${project.id}/activity?limit=5`,
      ),
    ).body;
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'contract.moved', after: { state: 'sent', party: '某某有限公司' } },
      { action: 'contract.added', after: { party: '某某有限公司' } },
    ]);
  });
});
