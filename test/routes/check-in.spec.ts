import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { CheckInWorld } from './check-in.world';
import { GIVEN } from './join.world';

describe.each(databaseKinds())('the check-in on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: CheckInWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new CheckInWorld(app, project);
  });
  beforeEach(() => world.beginReady());
  afterAll(() => app.close());

  it('uses the columns of the ready list, and gives desks letters of their own', async () => {
    expect(world.desks.map(({ code }) => code)).toEqual(['A', 'B']);
    expect((await world.look()).fields).toMatchObject({
      name: 'name',
      number: 'number',
      fee: 'fee',
      receipt: 'receipt',
    });
  });

  it('works with a list of somebody’s own, of which it knows the names alone', async () => {
    const columns = [{ key: 'guest', name: '貴賓', type: 'person' }];
    const own = { name: '貴賓名單', columns };
    await world.begin(own);
    const desk = await world.openDesk('紅毯');
    const added = { cells: { guest: '部長' } };
    const { id } = ok(await world.manager.post<{ id: string }>(`/api/registers/${world.list}/rows`, added)).body;
    await world.take(world.entry('arrival', id), desk);
    expect((await world.look()).counts).toEqual([{ kind: null, expected: 1, arrived: 1 }]);
    expect((await world.listed()).rows).toMatchObject([{ name: '部長', number: null, paid: null }]);
  });

  it('counts whoever arrives, by the kinds of registrations', async () => {
    const [first] = [
      await world.register('001'),
      await world.register('002'),
      await world.register('003', { kind: 'guest' }),
    ];
    expect(await world.take(world.entry('arrival', first!.id))).toMatchObject({ outcome: 'done', first: null });
    const { counts, desks: told } = await world.look();
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
    const { id } = await world.register('001');
    const arrival = world.entry('arrival', id);
    const answers = [await world.take(arrival), await world.take(arrival)];
    const [again] = ok(await world.send([arrival, arrival])).body.items;
    expect([...answers, again].map((answer) => answer!.outcome)).toEqual(['done', 'done', 'done']);
    expect((await world.look()).doubles).toEqual([]);
  });

  it('tells two desks that met the same person, and shows the manager who, where and when', async () => {
    const { id } = await world.register('001');
    const at = app.clock.now() - 60_000;
    await world.take(world.entry('arrival', id, { at }));
    const second = await world.take(world.entry('arrival', id), world.desks[1]!);
    expect(second).toMatchObject({ outcome: 'double', first: { deskId: world.desks[0]!.id } });
    const { doubles, counts } = await world.look();
    expect(counts[0]!.arrived).toBe(1);
    expect(doubles).toMatchObject([
      { name: '來賓 001', deskId: world.desks[1]!.id, first: { deskId: world.desks[0]!.id } },
    ]);
  });

  it('lets only one of four desks that check the same people in at once have each of them', async () => {
    const rows = await Promise.all(Array.from({ length: 5 }, (_, at) => world.register(`10${at}`)));
    const four = [...world.desks, await world.openDesk('三'), await world.openDesk('四')];
    const answers = await Promise.all(
      four.flatMap((desk) => rows.map(({ id }) => world.send([world.entry('arrival', id)], desk))),
    );
    const outcomes = answers.map((answer) => ok(answer).body.items[0]!.outcome);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'double')).toHaveLength(15);
    expect((await world.look()).counts[0]).toEqual({ kind: 'member', expected: 5, arrived: 5 });
  });

  it('takes an arrival back', async () => {
    const { id } = await world.register('001');
    await world.take(world.entry('arrival', id));
    await world.take(world.entry('undo', id));
    expect((await world.listed()).rows).toMatchObject([{ id, arrivedAt: null }]);
    expect(await world.take(world.entry('arrival', id))).toMatchObject({ outcome: 'done' });
  });

  it('takes back what a desk wrote down by mistake, and not that they came in by another door', async () => {
    const { id } = await world.register('001');
    await world.take(world.entry('arrival', id));
    const [wrong, back] = [world.entry('arrival', id), world.entry('undo', id, { undoneDeskId: world.desks[1]!.id })];
    const { items } = ok(await world.send([wrong, back], world.desks[1]!)).body;
    expect(items.map(({ outcome }) => outcome)).toEqual(['double', 'double']);
    expect((await world.listed()).rows).toMatchObject([{ id, deskId: world.desks[0]!.id }]);
    await world.take(world.entry('undo', id, { undoneDeskId: world.desks[0]!.id }), world.desks[1]!);
    expect((await world.listed()).rows).toMatchObject([{ id, arrivedAt: null }]);
  });

  it('adds walk-ins to the list, with the wording about their data that they were shown', async () => {
    ok(await world.manager.patch(world.path, { consent: { text: '僅供報到使用。' } }, ANY_VERSION));
    ok(await world.manager.patch(world.path, { consent: { text: '僅供報到與統計使用。' } }, ANY_VERSION));
    const rowId = randomUUID();
    const cells = { name: '李大同', number: 'A001', kind: 'student', fee: 600, paid: 'no' };
    const untold = await world.take(world.entry('walk-in', rowId, { cells }));
    expect(untold).toMatchObject({ outcome: 'refused' });
    expect(untold.reason?.zh).toContain('個人資料');
    expect(await world.take(world.entry('walk-in', rowId, { cells, consentVersion: 2 }))).toMatchObject({
      outcome: 'done',
    });
    expect((await world.rowOf(rowId)).cells).toMatchObject({ name: '李大同', way: 'onSite', consentVersion: '2' });
    expect((await world.look()).counts).toEqual([{ kind: 'student', expected: 1, arrived: 1 }]);
  });

  it('tells what is wrong with a walk-in, and takes the others of the same request', async () => {
    await world.register('001');
    const walkIn = (cells: object) => world.entry('walk-in', randomUUID(), { cells });
    const { items } = ok(
      await world.send([
        walkIn({ name: '甲', number: '001' }),
        walkIn({ number: 'A001' }),
        walkIn({ name: '丙', fee: 'x' }),
      ]),
    ).body;
    expect(items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    expect(items.map(({ reason }) => reason!.zh)).toEqual([
      '另一筆資料的「註冊編號」已經是這個。',
      '請填寫姓名。',
      expect.stringContaining('不是新臺幣金額'),
    ]);
    const good = ok(await world.send([walkIn({ number: 'A001' }), walkIn({ name: '丁', number: 'A002' })])).body.items;
    expect(good.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
    expect((await world.listed()).rows).toHaveLength(2);
  });

  it('turns away whose registration was cancelled, and says what to do', async () => {
    const { id } = await world.register('001');
    ok(await world.manager.patch(`/api/register-rows/${id}`, { status: 'dropped' }, ANY_VERSION));
    expect((await world.take(world.entry('arrival', id))).reason?.zh).toContain('已取消');
  });

  it('tells a desk only what has changed since it last asked', async () => {
    const [one, two] = [await world.register('001'), await world.register('002')];
    const { seq, whole, stamp } = await world.listed();
    expect([seq, whole]).toEqual([0, true]);
    await world.take(world.entry('arrival', two.id));
    const changed = await world.listed(seq);
    expect(changed).toMatchObject({ seq: 1, whole: false, stamp, rows: [{ id: two.id, deskId: world.desks[0]!.id }] });
    expect((await world.listed(changed.seq)).rows).toEqual([]);
    ok(await world.manager.patch(`/api/register-rows/${one.id}`, { cells: { name: '改名' } }, ANY_VERSION));
    expect((await world.listed(changed.seq)).stamp).not.toBe(stamp);
  });

  it('hands out who has arrived as a workbook', async () => {
    const [one] = [await world.register('001'), await world.register('002')];
    await world.take(world.entry('arrival', one!.id), world.desks[1]!);
    const file = await world.member.download(`${world.path}/arrivals`);
    const [heads, ...rows] = (await readXlsx(file.content))[0]!.data;
    expect(heads).toEqual(['註冊編號', '姓名', '服務單位', '報名身份', '收據號碼', '報到日期', '報到時間', '報到台']);
    expect(rows.map((row) => [row[0], row[1], row[3], row[7]])).toEqual([['001', '來賓 001', '會員', 'B']]);
  });

  it('gives a desk no more of a person than it needs', async () => {
    await world.register('001');
    const { rows } = await world.listed();
    expect(rows[0]).toMatchObject({ name: '來賓 001', number: '001', kind: 'member', fee: 1200, paid: false });
    expect(JSON.stringify(rows)).not.toMatch(/guest@example|0912/);
  });

  it('is there for temporary staff of the sub-team that keeps the list, and for no others', async () => {
    const code = async (key: string) => {
      const teamId = (await project.team(key)).id;
      const { link } = ok(
        await world.manager.post<{ link: string }>('/api/join-codes', { teamId, hours: 24, most: 9 }),
      ).body;
      const phone = app.client();
      ok(await phone.post(`/api/join/${link.split('/').at(-1)}`, GIVEN));
      return phone;
    };
    const { id } = await world.register('001');
    const [ours, theirs] = [await code('programme'), await code('registration')];
    const mine = async (phone: Client) =>
      ok(await phone.get<{ items: { registerId: string }[] }>('/api/me/check-ins')).body.items;
    expect((await mine(ours)).map(({ registerId }) => registerId)).toContain(world.list);
    expect(await mine(theirs)).toEqual([]);
    const desk = await world.openDesk('工讀生', ours);
    expect(ok(await world.send([world.entry('arrival', id)], desk, ours)).body.items[0]!.outcome).toBe('done');
    expect((await world.look(ours)).mayManage).toBe(false);
    expect(told(await theirs.get(`${world.path}/list`))).toBe('403 forbidden');
    expect(told(await ours.patch(world.path, { closed: true }, ANY_VERSION))).toBe('403 forbidden');
  });

  it('takes nothing more once it is closed, until it is opened again', async () => {
    const { id } = await world.register('001');
    ok(await world.manager.patch(world.path, { closed: true }, ANY_VERSION));
    expect(told(await world.send([world.entry('arrival', id)]))).toBe('409 check-in-closed');
    ok(await world.manager.patch(world.path, { closed: false }, ANY_VERSION));
    expect(ok(await world.send([world.entry('arrival', id)])).body.items[0]!.outcome).toBe('done');
  });

  it('goes with its list, and forgets whoever is removed from it', async () => {
    const { id } = await world.register('001');
    await world.take(world.entry('payment', id, { receipt: 'A-0001', amount: 1200 }));
    await world.take(world.entry('arrival', id));
    ok(await world.manager.delete(`/api/register-rows/${id}`));
    const { counts, desks: after } = await world.look();
    expect([counts, after[0]]).toMatchObject([[], { arrivals: 0, receipts: 1, amount: 1200 }]);
    ok(await world.manager.delete(`/api/registers/${world.list}`));
    expect(told(await world.manager.get(world.path))).toBe('404 not-found');
  });

  it('takes nothing for another list: its registrations, desks and entries stay its own', async () => {
    const foreign = await world.register('001');
    const arrival = world.entry('arrival', foreign.id);
    await world.take(arrival);
    const body = { preset: 'registrations', deliverables: [] };
    const { list, desks } = world;
    await world.begin(body);
    expect(told(await world.send([world.entry('arrival', foreign.id)]))).toBe('400 validation /deskId');
    world.desks = [await world.openDesk('大門')];
    expect((await world.take(world.entry('arrival', foreign.id))).reason?.type).toBe('gone');
    expect(told(await world.send([arrival]))).toBe('400 validation /entries');
    expect((await world.take(world.entry('walk-in', foreign.id, { cells: { name: '甲', number: '9' } }))).outcome).toBe(
      'refused',
    );
    Object.assign(world, { list, desks });
    expect((await world.listed()).rows).toHaveLength(1);
  });
});
