import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import type { CheckIn } from '../../apps/api/check-in/check-in.dto';
import type { DeskList, OpenedDesk, TakenEntries, TakenEntry } from '../../apps/api/check-in/desks.dto';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import { ok, startTestApp, type TestApp } from '../support/app';
import { aConference, type RunningProject, told } from '../support/builders';
import { ANY_VERSION, type Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { GIVEN } from './join.world';

const PERSON = { kind: 'member', fee: 1200, paid: 'no', email: 'guest@example.test', phone: '0912-345-678' };

describe.each(databaseKinds())('the check-in on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let list: string;
  let desks: OpenedDesk[];

  const manager = () => project.manager;
  const member = () => project.cast.member.client;
  const path = () => `/api/registers/${list}/check-in`;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
  });
  beforeEach(async () => {
    const teamId = (await project.team('programme')).id;
    const body = { preset: 'registrations', teamId, deliverables: [] };
    list = ok(await manager().post<{ id: string }>(`/api/projects/${project.id}/registers`, body)).body.id;
    ok(await manager().post(path()));
    desks = [await openDesk('大門'), await openDesk('側門')];
  });
  afterAll(() => app.close());

  const openDesk = async (name: string, as = member()) =>
    ok(await as.post<OpenedDesk>(`${path()}/desks`, { name })).body;
  const register = async (number: string, more: object = {}) =>
    ok(
      await member().post<RegisterRow>(`/api/registers/${list}/rows`, {
        ...{ status: 'confirmed', cells: { number, name: `來賓 ${number}`, ...PERSON, ...more } },
      }),
    ).body;
  const entry = (kind: string, rowId: string, more: object = {}) => ({
    ...{ id: randomUUID(), kind, rowId, at: app.clock.now(), ...more },
  });
  const send = (entries: object[], desk = desks[0]!, as: Client = member()) =>
    as.post<TakenEntries>(`${path()}/entries`, { deskId: desk.id, entries });
  const take = async (given: object, desk = desks[0]!): Promise<TakenEntry> =>
    ok(await send([given], desk)).body.items[0]!;
  const look = async (as = manager()) => ok(await as.get<CheckIn>(path())).body;
  const listed = async (since?: number, as = member()) =>
    ok(await as.get<DeskList>(`${path()}/list${since === undefined ? '' : `?since=${since}`}`)).body;
  const rowOf = async (id: string) => ok(await manager().get<RegisterRow>(`/api/register-rows/${id}`)).body;

  it('uses the columns of the ready list, and gives desks letters of their own', async () => {
    expect(desks.map(({ code }) => code)).toEqual(['A', 'B']);
    expect((await look()).fields).toMatchObject({ name: 'name', number: 'number', fee: 'fee', receipt: 'receipt' });
  });

  it('works with a list of somebody’s own, of which it knows the names alone', async () => {
    const columns = [{ key: 'guest', name: '貴賓', type: 'person' }];
    const own = { name: '貴賓名單', columns };
    list = ok(await manager().post<{ id: string }>(`/api/projects/${project.id}/registers`, own)).body.id;
    ok(await manager().post(path()));
    const desk = await openDesk('紅毯');
    const added = { cells: { guest: '部長' } };
    const { id } = ok(await manager().post<RegisterRow>(`/api/registers/${list}/rows`, added)).body;
    await take(entry('arrival', id), desk);
    expect((await look()).counts).toEqual([{ kind: null, expected: 1, arrived: 1 }]);
    expect((await listed()).rows).toMatchObject([{ name: '部長', number: null, paid: null }]);
  });

  it('counts whoever arrives, by the kinds of registrations', async () => {
    const [first] = [await register('001'), await register('002'), await register('003', { kind: 'guest' })];
    expect(await take(entry('arrival', first!.id))).toMatchObject({ outcome: 'done', first: null });
    const { counts, desks: told } = await look();
    expect(counts).toEqual([
      { kind: 'member', expected: 2, arrived: 1 },
      { kind: 'guest', expected: 1, arrived: 0 },
    ]);
    expect(told.map(({ code, arrivals }) => [code, arrivals])).toEqual([
      ['A', 1],
      ['B', 0],
    ]);
  });

  it('counts an entry once, however often it comes', async () => {
    const { id } = await register('001');
    const arrival = entry('arrival', id);
    const answers = [await take(arrival), await take(arrival)];
    const [again] = ok(await send([arrival, arrival])).body.items;
    expect([...answers, again].map((answer) => answer!.outcome)).toEqual(['done', 'done', 'done']);
    expect((await look()).doubles).toEqual([]);
  });

  it('tells two desks that met the same person, and shows the manager who, where and when', async () => {
    const { id } = await register('001');
    const at = app.clock.now() - 60_000;
    await take(entry('arrival', id, { at }));
    const second = await take(entry('arrival', id), desks[1]!);
    expect(second).toMatchObject({ outcome: 'double', first: { deskId: desks[0]!.id } });
    const { doubles, counts } = await look();
    expect(counts[0]!.arrived).toBe(1);
    expect(doubles).toMatchObject([{ name: '來賓 001', deskId: desks[1]!.id, first: { deskId: desks[0]!.id } }]);
  });

  it('lets only one of four desks that check the same people in at once have each of them', async () => {
    const rows = await Promise.all(Array.from({ length: 5 }, (_, at) => register(`10${at}`)));
    const four = [...desks, await openDesk('三'), await openDesk('四')];
    const answers = await Promise.all(four.flatMap((desk) => rows.map(({ id }) => send([entry('arrival', id)], desk))));
    const outcomes = answers.map((answer) => ok(answer).body.items[0]!.outcome);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'double')).toHaveLength(15);
    expect((await look()).counts[0]).toEqual({ kind: 'member', expected: 5, arrived: 5 });
  });

  it('takes an arrival back', async () => {
    const { id } = await register('001');
    await take(entry('arrival', id));
    await take(entry('undo', id));
    expect((await listed()).rows).toMatchObject([{ id, arrivedAt: null }]);
    expect(await take(entry('arrival', id))).toMatchObject({ outcome: 'done' });
  });

  it('takes payments with receipt numbers of the desk, and says them in the list', async () => {
    const { id } = await register('001');
    ok(await manager().patch(path(), { receiptPrefix: '117-' }, ANY_VERSION));
    const payment = entry('payment', id, { receipt: '117-A-0001', amount: 1200 });
    expect(await take(payment)).toMatchObject({ outcome: 'done' });
    expect((await rowOf(id)).cells).toMatchObject({ paid: true, receipt: '117-A-0001' });
    expect((await look()).desks[0]).toMatchObject({ receipts: 1, amount: 1200 });
    const twice = await take(entry('payment', id, { receipt: '117-B-0001', amount: 1200 }), desks[1]!);
    expect(twice.outcome).toBe('double');
    expect((await rowOf(id)).cells.receipt).toBe('117-A-0001');
    expect((await look()).doubles).toMatchObject([{ kind: 'payment', receipt: '117-B-0001', amount: 1200 }]);
  });

  it('refuses receipts of another desk, those without an amount, and numbers that were given out', async () => {
    const [one, two] = [await register('001'), await register('002')];
    const paid = (rowId: string, receipt: string, more: object = { amount: 500 }) =>
      take(entry('payment', rowId, { receipt, ...more }));
    const wrong = [await paid(one.id, 'B-0001'), await paid(one.id, 'A-0001', {}), await paid(one.id, 'A-1')];
    expect(wrong.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    await paid(one.id, 'A-0001');
    expect(await paid(two.id, 'A-0001')).toMatchObject({ outcome: 'refused', reason: { type: 'receipt-taken' } });
    expect((await rowOf(two.id)).cells.paid).toBe(false);
  });

  it('takes a payment back, and keeps its number as used', async () => {
    const { id } = await register('001');
    await take(entry('payment', id, { receipt: 'A-0001', amount: 1200 }));
    expect(await take(entry('void', id, { receipt: 'A-0001' }))).toMatchObject({ outcome: 'done' });
    const { cells } = await rowOf(id);
    expect([cells.paid, cells.receipt]).toEqual([false, undefined]);
    expect((await look()).desks[0]).toMatchObject({ receipts: 0, amount: 0 });
    const again = await take(entry('payment', id, { receipt: 'A-0001', amount: 1200 }));
    expect(again.reason?.type).toBe('receipt-taken');
  });

  it('adds walk-ins to the list, with the wording about their data that they were shown', async () => {
    ok(await manager().patch(path(), { consent: { text: '僅供報到使用。' } }, ANY_VERSION));
    ok(await manager().patch(path(), { consent: { text: '僅供報到與統計使用。' } }, ANY_VERSION));
    const rowId = randomUUID();
    const cells = { name: '李大同', number: 'A001', kind: 'student', fee: 600, paid: 'no' };
    const untold = await take(entry('walk-in', rowId, { cells }));
    expect(untold).toMatchObject({ outcome: 'refused' });
    expect(untold.reason?.zh).toContain('個人資料');
    expect(await take(entry('walk-in', rowId, { cells, consentVersion: 2 }))).toMatchObject({ outcome: 'done' });
    expect((await rowOf(rowId)).cells).toMatchObject({ name: '李大同', way: 'onSite', consentVersion: '2' });
    expect((await look()).counts).toEqual([{ kind: 'student', expected: 1, arrived: 1 }]);
  });

  it('tells what is wrong with a walk-in, and takes the others of the same request', async () => {
    await register('001');
    const walkIn = (cells: object) => entry('walk-in', randomUUID(), { cells });
    const { items } = ok(
      await send([walkIn({ name: '甲', number: '001' }), walkIn({ number: 'A001' }), walkIn({ name: '丙', fee: 'x' })]),
    ).body;
    expect(items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    expect(items.map(({ reason }) => reason!.zh)).toEqual([
      '另一筆資料的「註冊編號」已經是這個。',
      '請填寫姓名。',
      expect.stringContaining('不是新臺幣金額'),
    ]);
    const good = ok(await send([walkIn({ number: 'A001' }), walkIn({ name: '丁', number: 'A002' })])).body.items;
    expect(good.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
    expect((await listed()).rows).toHaveLength(2);
  });

  it('turns away whose registration was cancelled, and says what to do', async () => {
    const { id } = await register('001');
    ok(await manager().patch(`/api/register-rows/${id}`, { status: 'dropped' }, ANY_VERSION));
    expect((await take(entry('arrival', id))).reason?.zh).toContain('已取消');
  });

  it('tells a desk only what has changed since it last asked', async () => {
    const [one, two] = [await register('001'), await register('002')];
    const { seq, whole, stamp } = await listed();
    expect([seq, whole]).toEqual([0, true]);
    await take(entry('arrival', two.id));
    const changed = await listed(seq);
    expect(changed).toMatchObject({ seq: 1, whole: false, stamp, rows: [{ id: two.id, deskId: desks[0]!.id }] });
    expect((await listed(changed.seq)).rows).toEqual([]);
    ok(await manager().patch(`/api/register-rows/${one.id}`, { cells: { name: '改名' } }, ANY_VERSION));
    expect((await listed(changed.seq)).stamp).not.toBe(stamp);
  });

  it('hands out who has arrived as a workbook', async () => {
    const [one] = [await register('001'), await register('002')];
    await take(entry('arrival', one!.id), desks[1]!);
    const file = await member().download(`${path()}/arrivals`);
    const [heads, ...rows] = (await readXlsx(file.content))[0]!.data;
    expect(heads).toEqual(['註冊編號', '姓名', '服務單位', '報名身份', '收據號碼', '報到日期', '報到時間', '報到台']);
    expect(rows.map((row) => [row[0], row[1], row[3], row[7]])).toEqual([['001', '來賓 001', '會員', 'B']]);
  });

  it('gives a desk no more of a person than it needs', async () => {
    await register('001');
    const { rows } = await listed();
    expect(rows[0]).toMatchObject({ name: '來賓 001', number: '001', kind: 'member', fee: 1200, paid: false });
    expect(JSON.stringify(rows)).not.toMatch(/guest@example|0912/);
  });

  it('is there for temporary staff of the sub-team that keeps the list, and for no others', async () => {
    const code = async (key: string) => {
      const teamId = (await project.team(key)).id;
      const { link } = ok(
        await manager().post<{ link: string }>('/api/join-codes', { teamId, hours: 24, most: 9 }),
      ).body;
      const phone = app.client();
      ok(await phone.post(`/api/join/${link.split('/').at(-1)}`, GIVEN));
      return phone;
    };
    const { id } = await register('001');
    const [ours, theirs] = [await code('programme'), await code('registration')];
    const mine = async (phone: Client) =>
      ok(await phone.get<{ items: { registerId: string }[] }>('/api/me/check-ins')).body.items;
    expect((await mine(ours)).map(({ registerId }) => registerId)).toContain(list);
    expect(await mine(theirs)).toEqual([]);
    const desk = await openDesk('工讀生', ours);
    expect(ok(await send([entry('arrival', id)], desk, ours)).body.items[0]!.outcome).toBe('done');
    expect((await look(ours)).mayManage).toBe(false);
    expect(told(await theirs.get(`${path()}/list`))).toBe('403 forbidden');
    expect(told(await ours.patch(path(), { closed: true }, ANY_VERSION))).toBe('403 forbidden');
  });

  it('takes nothing more once it is closed, until it is opened again', async () => {
    const { id } = await register('001');
    ok(await manager().patch(path(), { closed: true }, ANY_VERSION));
    expect(told(await send([entry('arrival', id)]))).toBe('409 check-in-closed');
    ok(await manager().patch(path(), { closed: false }, ANY_VERSION));
    expect(ok(await send([entry('arrival', id)])).body.items[0]!.outcome).toBe('done');
  });

  it('goes with its list, and forgets whoever is removed from it', async () => {
    const { id } = await register('001');
    await take(entry('payment', id, { receipt: 'A-0001', amount: 1200 }));
    await take(entry('arrival', id));
    ok(await manager().delete(`/api/register-rows/${id}`));
    const { counts, desks: after } = await look();
    expect([counts, after[0]]).toMatchObject([[], { arrivals: 0, receipts: 1, amount: 1200 }]);
    ok(await manager().delete(`/api/registers/${list}`));
    expect(told(await manager().get(path()))).toBe('404 not-found');
  });

  it('takes nothing for another list: its registrations, desks and entries stay its own', async () => {
    const foreign = await register('001');
    const arrival = entry('arrival', foreign.id);
    await take(arrival);
    const body = { preset: 'registrations', deliverables: [] };
    const [ours, ourDesks] = [list, desks];
    list = ok(await manager().post<{ id: string }>(`/api/projects/${project.id}/registers`, body)).body.id;
    ok(await manager().post(path()));
    expect(told(await send([entry('arrival', foreign.id)]))).toBe('400 validation /deskId');
    desks = [await openDesk('大門')];
    expect((await take(entry('arrival', foreign.id))).reason?.type).toBe('gone');
    expect(told(await send([arrival]))).toBe('400 validation /entries');
    expect((await take(entry('walk-in', foreign.id, { cells: { name: '甲', number: '9' } }))).outcome).toBe('refused');
    [list, desks] = [ours, ourDesks];
    expect((await listed()).rows).toHaveLength(1);
  });
});
