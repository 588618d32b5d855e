import type { CalendarYear, CalendarYears } from '../../apps/api/calendars/calendars.dto';
import type { Preview } from '../../apps/api/projects/start-preview.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, aStart, type Cast, told } from '../support/builders';

describe('the office calendar', () => {
  let app: TestApp;
  let cast: Cast;
  let admin: SignedInClient;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
    admin = await app.setUpAdmin();
  });
  afterAll(() => app.close());

  const put = (year: number, body: object, version = 0, as = admin.client) =>
    as.put<CalendarYear>(`/api/calendars/${year}`, body, seen(version));
  const remove = (year: number) => admin.client.delete(`/api/calendars/${year}`, ANY_VERSION);
  const announced = (daysOff: object[]) => ({ status: 'official', source: '行政院公告', daysOff });
  const years = async () => ok(await cast.member.client.get<CalendarYears>('/api/calendars')).body.items;

  it('comes with its years, each saying how far it can be relied on', async () => {
    const shown = (await years()).map(({ year, status, imported, version }) => ({ year, status, imported, version }));
    expect(shown).toEqual([
      { year: 2026, status: 'official', imported: false, version: 0 },
      { year: 2027, status: 'provisional', imported: false, version: 0 },
    ]);
  });

  it('is read from the file of the government, which writes nothing', async () => {
    const file = ['西元日期,星期,是否放假,備註', '20280101,六,2,開國紀念日', '20280103,一,2,補假'].join('\r\n');
    const content = Buffer.from(file).toString('base64');
    const read = ok(await admin.client.post('/api/calendars/read', { content })).body;
    expect(read).toEqual({ year: 2028, daysOff: [{ date: '2028-01-03', name: '補假' }] });
    expect(await years()).toHaveLength(2);
    const broken = Buffer.from('姓名\n王小明').toString('base64');
    expect(told(await admin.client.post('/api/calendars/read', { content: broken }))).toBe('400 validation /content');
  });

  it('takes a year that an admin puts in, and the next preview counts by it', async () => {
    const start = aStart({ opening: '2028-06-12', closing: '2028-06-14' });
    const preview = async () => ok(await cast.manager.client.post<Preview>('/api/projects/preview', start)).body;
    const before = await preview();
    expect(before.calendar).toContainEqual({ year: 2028, status: 'weekends-only' });
    const worked = before.items.flatMap(({ dueDay }) =>
      dueDay < '2028-06-12' && dueDay > '2028-01-01' ? [dueDay] : [],
    );
    const [day] = worked;
    ok(await put(2028, announced([{ date: day, name: '颱風假' }])));
    const after = await preview();
    expect(after.calendar).toContainEqual({ year: 2028, status: 'official' });
    expect(after.items.map(({ dueDay }) => dueDay)).not.toContain(day);
    ok(await remove(2028));
    expect(await preview()).toEqual(before);
  });

  it('refuses a year with overlapping days, at the day', async () => {
    const twice = [
      { date: '2029-01-01', name: '開國紀念日' },
      { date: '2029-01-01', name: '元旦' },
    ];
    expect(told(await put(2029, announced(twice)))).toBe('400 validation /daysOff/1/date');
    expect(await years()).toHaveLength(2);
  });

  it('is changed by one admin at a time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => put(2030, announced([]))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect(told(await put(2030, announced([]), 7))).toBe('412 version-moved');
    ok(await put(2030, announced([]), 1));
    ok(await remove(2030));
    expect(told(await remove(2030))).toBe('404 not-found');
  });

  it('has no year that no plan can hold', async () => {
    for (const year of ['1999', '2200', '20x6', '20261'])
      expect(told(await cast.member.client.get(`/api/calendars/${year}`))).toBe('404 not-found');
  });
});

describe('the own days of a project', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  it('are kept with it, each day once', async () => {
    const project = await aConference(app, { cast });
    const edit = (ownDays: object[]) =>
      cast.manager.client.patch(`/api/projects/${project.id}`, { ownDays }, ANY_VERSION);
    const days = [
      { day: '2026-12-26', kind: 'working', name: '進場' },
      { day: '2026-12-28', kind: 'off', name: '補休' },
    ];
    ok(await edit(days));
    expect((await project.view()).ownDays).toEqual(days);
    const twice = await edit([...days, { day: '2026-12-26', kind: 'off', name: '?' }]);
    expect(told(twice)).toBe('400 validation /ownDays/2/day');
    expect((await project.view()).ownDays).toEqual(days);
  });
});
