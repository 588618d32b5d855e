import readXlsx from 'read-excel-file/node';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';
import { filesOf } from './register-files.world';
import { ListsWorld } from './registers.world';

describe.each(databaseKinds())('a list that is taken away on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;
  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new ListsWorld(project, (await project.team('programme')).id);
  });
  afterAll(() => app.close());

  const { preview, take, download } = filesOf(() => world);
  const ALL: Register['columns'][number]['type'][] = ['text', 'number', 'money', 'date', 'time-range', 'person'];
  const columns = [
    ...ALL.map((type) => ({ key: type.replace('-', ''), name: `欄（${type}）`, type, unique: type === 'text' })),
    { key: 'email', name: '電子郵件', type: 'e-mail' },
    { key: 'phone', name: '電話', type: 'phone', personal: true },
    { key: 'yes', name: '有無', type: 'yes-no' },
    { key: 'state', name: '狀態', type: 'text' },
    {
      ...{ key: 'pick', name: '選項', type: 'choice' },
      choices: [
        { key: 'a', name: 'b', nameEn: 'A' },
        { key: 'b', name: '乙', nameEn: 'B' },
        { key: 'c', name: 'b', nameEn: 'C' },
      ],
    },
  ];
  const CELLS = [
    { text: '=1+1', number: -5, money: -0.5, date: '2028-06-12', timerange: '2028-06-12/2028-06-14', pick: 'a' },
    { text: `'=cmd|' /C calc'!A0`, number: 0.0001, timerange: '09:00~17:00', phone: '+886 2 2345 6789', pick: '乙' },
    { text: '007', money: 1_234_567.89, timerange: '2028-06-12 09:00~2028-06-12 17:00', yes: true, pick: 'c' },
    { text: '\'人, "甲";\t乙\r\n丙', date: '1900-01-01', email: 'a@例子.tw', yes: false, person: '-王 小姐' },
    { text: '_x0041_ \ufffd 👩🏽‍💻＝1', date: '民國117年3月5日', timerange: '2028/6/12', state: '未定' },
    { text: '很'.repeat(2000), state: '-' },
    {},
    {},
  ];
  beforeEach(async () => {
    const body = { preset: undefined, name: '各種 欄位', columns };
    world.list = await world.make(body);
    for (const [at, cells] of CELLS.entries())
      await world.add(cells, { status: (['open', 'confirmed', 'dropped'] as const)[at % 3] });
  });

  it.each(['xlsx', 'csv'] as const)('as %s comes back as it was', async (format) => {
    const content = await download(format);
    const before = await world.page('');
    expect(await preview(content)).toMatchObject({
      mapping: [...columns.map(({ key }) => key), 'status'],
      ...{ key: 'text', rows: 8, added: 0, changed: 0, unchanged: 8, problems: [] },
    });
    expect(ok(await take(content)).body).toEqual({ added: 0, changed: 0, unchanged: 8 });
    expect(await world.page('')).toEqual(before);
  });

  it('has days that are days, numbers that are numbers, and text that is text', async () => {
    const { data } = (await readXlsx(await download('xlsx')))[0]!;
    expect(data[0]).toEqual([...columns.map(({ name }) => name), '狀態']);
    expect(data[1]!.slice(0, 5)).toEqual(['=1+1', -5, -0.5, new Date('2028-06-12T00:00:00Z'), '2028-06-12~2028-06-14']);
    expect(data[1]!.at(-1)).toBe('未定');
  });

  it('is text that no spreadsheet takes for a formula, for Excel to open', async () => {
    const text = (await download('csv')).toString();
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(
      '\ufeff欄（text）,欄（number）,欄（money）,欄（date）,欄（time-range）,欄（person）,電子郵件,電話,有無,狀態,選項,狀態',
    );
    expect(lines[1]).toBe(`'=1+1,-5,-0.5,2028-06-12,2028-06-12~2028-06-14,,,,,,b,未定`);
    expect(lines[2]).toBe(`''=cmd|' /C calc'!A0,0.0001,,,09:00~17:00,,,'+886 2 2345 6789,,,乙,已確認`);
    expect(text).toContain(`"'人, ""甲"";\t乙\n丙"`);
  });

  it('leaves out what is personal for whoever doesn’t see it, and is called after the list and the day', async () => {
    const other = await project.cast.client.client.download(`/api/registers/${world.list.id}/export?format=csv`);
    expect(other.status).toBe(403);
    ok(await project.manager.patch(`/api/registers/${world.list.id}`, { crewOnly: false }, { 'if-match': '*' }));
    const { content, headers } = await project.cast.client.client.download(
      `/api/registers/${world.list.id}/export?format=csv`,
    );
    expect(content.toString()).not.toMatch(/電話|886/);
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(/''各種 欄位 \d{4}-\d\d-\d\d\.csv$/);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect((await world.member.get(`/api/registers/${world.list.id}/export?format=pdf`)).status).toBe(400);
  });
});
