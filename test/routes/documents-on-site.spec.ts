import { randomUUID } from 'node:crypto';
import type { OpenedDesk, TakenEntries } from '../../apps/api/check-in/desks.dto';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { DocumentPreview } from '../../apps/api/reports/documents.dto';
import type { PaperBlock, PaperCards, PaperMissing, PaperTable } from '../../apps/api/reports/paper.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const REGISTRATION = { kind: 'member', fee: 1200, paid: 'no', email: 'guest@example.test', phone: '0912-345-678' };

const only = <B extends PaperBlock>(blocks: readonly PaperBlock[], type: B['type']): B[] =>
  blocks.filter((block): block is B => block.type === type);
const shown = (table: PaperTable | undefined) =>
  table?.rows.map(({ group, cells }) => group ?? cells!.map((cell) => cell.shown ?? cell.value));

describe.each(databaseKinds())('documents of the day on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let list: string;

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app, { name: '圓山論壇', client: '中華協會', venue: '圓山大飯店' });
    list = await make('registrations');
  });
  afterAll(() => app.close());

  const manager = () => project.manager;
  const make = async (preset: string, more: object = {}) => {
    const teamId = (await project.team('programme')).id;
    const body = { preset, teamId, deliverables: [], ...more };
    return ok(await manager().post<{ id: string }>(`/api/projects/${project.id}/registers`, body)).body.id;
  };
  const row = async (cells: object, id = list) =>
    ok(await manager().post<RegisterRow>(`/api/registers/${id}/rows`, { status: 'confirmed', cells })).body;
  const guest = (number: string, name: string, more: object = {}) => row({ ...REGISTRATION, number, name, ...more });
  const preview = (kind: string, choices: object = {}, language = 'zh-TW', as = manager()) =>
    as.post<DocumentPreview>(`/api/projects/${project.id}/documents/preview`, { kind, language, choices });
  const blocks = async (kind: string, choices: object = {}, language = 'zh-TW') =>
    ok(await preview(kind, choices, language)).body.paper.blocks;
  const checkIn = async () => {
    ok(await manager().post(`/api/registers/${list}/check-in`));
    const desk = ok(await manager().post<OpenedDesk>(`/api/registers/${list}/check-in/desks`, { name: '大門' })).body;
    return async (...entries: object[]) => {
      const given = entries.map((entry) => ({ id: randomUUID(), at: app.clock.now(), ...entry }));
      const sent = { deskId: desk.id, entries: given };
      const { items } = ok(await manager().post<TakenEntries>(`/api/registers/${list}/check-in/entries`, sent)).body;
      expect(items.map(({ outcome }) => outcome)).toEqual(given.map(() => 'done'));
    };
  };

  it('have a sheet to sign for everybody on a list, by number or by strokes, kind by kind, with blank rows', async () => {
    await guest('010', '王大明', { organisation: '甲公司' });
    await guest('002', '丁一', { kind: 'speaker' });
    const [table] = only<PaperTable>(await blocks('sign-in-sheet', { blank: '10' }), 'table');
    expect(shown(table)!.slice(0, 3)).toEqual([
      ['002', '丁一', null, '講者', null, null],
      ['010', '王大明', '甲公司', '會員', null, null],
      [null, null, null, null, null, null],
    ]);
    expect(table!.rows).toHaveLength(12);
    const parted = await blocks('sign-in-sheet', { pages: 'groups', order: 'stroke' });
    expect(only<PaperTable>(parted, 'table')).toHaveLength(2);
    expect(only(parted, 'break')).toHaveLength(1);
    const speakers = await blocks('sign-in-sheet', { kind: 'kind:speaker' }, 'en');
    expect(shown(only<PaperTable>(speakers, 'table')[0])).toEqual([['002', '丁一', null, 'Speaker', null, null]]);
  });

  it('name everybody in the list of staffing by place and shift', async () => {
    const staffing = await make('staffing');
    const shift = { shift: '2028-06-12 08:00~12:00', work: '報到', needed: 3 };
    await row({ place: '大廳', ...shift, lead: '陳組長', people: '甲、乙\n丙' }, staffing);
    const parted = await blocks('sign-in-sheet', { register: staffing, pages: 'groups', order: 'list' });
    const [table] = only<PaperTable>(parted, 'table');
    expect(shown(table)!.map((cells) => cells[1])).toEqual(['陳組長', '甲', '乙', '丙']);
    expect(only(parted, 'heading')).toMatchObject([{ text: expect.stringContaining('大廳') }]);
  });

  it('say who arrived when and at which desk, who came without a registration and who stayed away', async () => {
    const [first, , third] = [await guest('001', '甲'), await guest('002', '乙'), await guest('003', '丙')];
    expect(only<PaperMissing>(await blocks('arrivals'), 'missing')).toMatchObject([
      { href: `/projects/${project.id}/registers/${list}/check-in` },
    ]);
    const take = await checkIn();
    const walkIn = randomUUID();
    await take({ kind: 'arrival', rowId: third.id });
    app.clock.advance(60_000);
    await take(
      { kind: 'arrival', rowId: first.id },
      { kind: 'payment', rowId: first.id, receipt: 'A-0001', amount: 1200 },
      { kind: 'walk-in', rowId: walkIn, cells: { ...REGISTRATION, number: 'WA001', name: '丁' } },
    );
    const [counts, there, away] = only<PaperTable>(await blocks('arrivals'), 'table');
    expect(shown(counts)).toEqual([['會員', 4, 3, 1]]);
    expect(shown(there)!.map((cells) => [cells[1], cells[6], cells[7], cells[8], cells[9]])).toEqual([
      ['丙', 'A', null, null, null],
      ['甲', 'A', null, 'NT$1,200', 'A-0001'],
      ['丁', 'A', '✓', null, null],
    ]);
    expect(there!.totals!.map(({ shown: text, value }) => text ?? value)).toContain('NT$1,200');
    expect(shown(away)!.map((cells) => cells[1])).toEqual(['乙']);
  });

  it('print passes whose codes the desks read', async () => {
    const { id } = await guest('001', '甲', { organisation: '甲公司' });
    const [cards] = only<PaperCards>(await blocks('passes', { size: 'a6' }), 'cards');
    expect(cards).toMatchObject({ width: 105, height: 148, sheet: 'card' });
    expect(cards!.items).toMatchObject([{ code: `CVN:${id}` }]);
    expect(cards!.items[0]!.lines.map(({ text }) => text)).toEqual(['圓山論壇', '甲', '甲公司', '會員　001']);
  });

  it('prove what was paid, in figures and in words, and say where a number is missing', async () => {
    const first = await guest('001', '甲', { receiptTitle: '甲股份有限公司', taxId: '12345678' });
    await guest('002', '乙', { paid: 'yes', fee: 305 });
    await guest('003', '丙');
    const take = await checkIn();
    await take({ kind: 'payment', rowId: first.id, receipt: 'A-0001', amount: 1200 });
    const all = await blocks('receipts');
    expect(only<PaperMissing>(all, 'missing')).toHaveLength(1);
    const [cards] = only<PaperCards>(all, 'cards');
    const texts = cards!.items.map(({ lines }) => lines.map(({ text }) => text));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toEqual(
      expect.arrayContaining([
        '收據號碼：A-0001',
        '繳費人：甲股份有限公司',
        '統一編號：12345678',
        '大寫金額：新臺幣壹仟貳佰元整',
      ]),
    );
    expect(texts[1]).toEqual(expect.arrayContaining(['金額：NT$305', '大寫金額：新臺幣參佰零伍元整']));
    expect(texts.flat().join()).toContain('不是統一發票');
    const [desk] = only<PaperCards>(await blocks('receipts', { paid: 'desk' }), 'cards');
    expect(desk!.items).toHaveLength(1);
  });

  it('certify whoever arrived, with the credits of no namesake', async () => {
    const first = await guest('001', '王大明', { organisation: '甲公司' });
    await guest('002', '王大明', { organisation: '乙公司' });
    const credits = await make('credits');
    const session = { session: '專題', day: '2028-06-12', entered: 'yes' };
    await row({ name: '王大明', organisation: '甲公司', credits: 2.5, ...session }, credits);
    await row({ name: '王大明', organisation: '乙公司', credits: 9, ...session }, credits);
    await row({ name: '王大明', credits: 100, ...session }, credits);
    expect(only<PaperCards>(await blocks('certificates', { register: list }), 'cards')[0]!.items).toHaveLength(2);
    const take = await checkIn();
    await take({ kind: 'arrival', rowId: first.id });
    const [cards] = only<PaperCards>(await blocks('certificates', { register: list }), 'cards');
    expect(cards!.items).toHaveLength(1);
    const texts = cards!.items[0]!.lines.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['王大明', '「圓山論壇」', '圓山大飯店', '中華協會', '共計 2.5 學分']),
    );
  });

  it('thank sponsors by their organisation where nobody is named there', async () => {
    const sponsors = await make('sponsors');
    const sponsor = { tier: 'gold', benefits: '攤位', amount: 100_000 };
    await row({ sponsor: '甲銀行', ...sponsor, contact: '林經理' }, sponsors);
    await row({ sponsor: '乙電信', ...sponsor }, sponsors);
    const letters = await blocks('thank-you-letters', { register: sponsors });
    const texts = letters.flatMap((block) => (block.type === 'text' ? [block.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['甲銀行\n林經理　鈞鑒：', '乙電信　鈞鑒：']));
    expect(only(letters, 'break')).toHaveLength(1);
  });

  it('make a manual of what the project holds, and say of each chapter what it lacks', async () => {
    const staffing = await make('staffing');
    await row({ place: '大廳', shift: '08:00~12:00', work: '報到', needed: 3, lead: '陳組長' }, staffing);
    const urgent = {
      name: '緊急聯絡電話',
      columns: [
        { key: 'place', name: '單位', type: 'text' },
        { key: 'phone', name: '電話', type: 'phone' },
      ],
    };
    const emergency = ok(await manager().post<{ id: string }>(`/api/projects/${project.id}/registers`, urgent)).body.id;
    await row({ place: '馬偕醫院急診', phone: '02-2543-3535' }, emergency);
    const manual = await blocks('work-handbook');
    const tables = only<PaperTable>(manual, 'table');
    expect(shown(tables.find(({ caption }) => caption === '緊急聯絡電話'))).toEqual([['馬偕醫院急診', '02-2543-3535']]);
    expect(tables.map(shown)).toContainEqual(['大廳', ['08:00 – 12:00', '報到', '3 人', null, '陳組長', null]]);
    const lacks = only<PaperMissing>(manual, 'missing').map(({ what }) => what);
    expect(lacks).toEqual(
      expect.arrayContaining([expect.stringContaining('活動流程'), expect.stringContaining('平面圖')]),
    );
    expect(lacks).not.toContain(expect.stringContaining('緊急聯絡電話'));
    expect(only(manual, 'contents')).toHaveLength(1);
  });

  it('say that there is no list where a project has none, and are for leads', async () => {
    const bare = await aConference(app);
    const ask = (kind: string, as = bare.manager) =>
      as.post<DocumentPreview>(`/api/projects/${bare.id}/documents/preview`, { kind, language: 'en', choices: {} });
    for (const kind of ['sign-in-sheet', 'arrivals', 'passes', 'receipts', 'certificates', 'thank-you-letters']) {
      const { paper } = ok(await ask(kind)).body;
      expect([kind, only<PaperMissing>(paper.blocks, 'missing')[0]?.href]).toEqual([
        kind,
        `/projects/${bare.id}/registers`,
      ]);
      expect(told(await ask(kind, bare.cast.member.client))).toBe('403 forbidden');
    }
    expect(told(await ask('running-order', bare.cast.member.client))).toBe('200');
  });
});
