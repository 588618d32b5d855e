import type { ImportCounts } from '../../apps/api/registers/register-files.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { aSheet, aWorkbook, csv, hostileSheets } from '../support/sheets';
import { filesOf } from './register-files.world';
import { KEPT, ListsWorld, VENUE } from './registers.world';

const HEADS = ['場地名稱', '費用（元）', 'dates', '坪數 (坪)', '聯絡人', '備註'];
const ROWS = [
  ['圓山大飯店', 'NT$1,250,000', '117/6/12~117/6/14', '３２０', '王小姐 🎪', '=1+1'],
  ['國際會議中心', '98萬', '2028/6/12', null, null, '很'.repeat(255)],
];

describe.each(databaseKinds())('the files of a list on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let world: ListsWorld;
  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    world = new ListsWorld(project, (await project.team('programme')).id);
  });
  beforeEach(async () => {
    world.list = await world.make();
  });
  afterAll(() => app.close());

  const { path, form, preview, post, take } = filesOf(() => world);
  const entries = async () =>
    ok(
      await project.manager.get<{ items: { action: string }[] }>(
        `/api/projects/${project.id}/activity?subject=${world.list.id}`,
      ),
    ).body.items;

  describe('a file that is read in', () => {
    it('is looked through first: what goes where, what it comes to, and nothing is kept', async () => {
      expect(await preview(aSheet([['場地列表'], HEADS, ...ROWS]))).toEqual({
        ...{ sheets: ['工作表1'], sheet: '工作表1', encoding: null, headings: HEADS, key: 'venue' },
        mapping: ['venue', 'cost', 'dates', 'area', 'contact', 'note'],
        ...{ rows: 2, added: 2, changed: 0, unchanged: 0, problems: [], problemCount: 0 },
        sample: [
          {
            row: 3,
            cells: {
              ...{ venue: '圓山大飯店', cost: 1_250_000, dates: '2028-06-12/2028-06-14', area: 320 },
              ...{ contact: '王小姐 🎪', note: '=1+1' },
            },
          },
          {
            row: 4,
            cells: { venue: '國際會議中心', cost: 980_000, dates: '2028-06-12/2028-06-12', note: '很'.repeat(255) },
          },
        ],
        missing: expect.arrayContaining(['transport']) as string[],
      });
      expect((await world.page('')).items).toEqual([]);
    });

    it('adds its rows in its order, with one entry in the activity', async () => {
      expect(ok(await take(aSheet([HEADS, ...ROWS]))).body).toEqual({ added: 2, changed: 0, unchanged: 0 });
      const { items } = await world.page('');
      expect(items).toMatchObject([
        { position: 1, status: 'open', cells: { venue: '圓山大飯店', cost: 1_250_000 } },
        { position: 2, cells: { venue: '國際會議中心' } },
      ]);
      const after = { fileName: '場地.xlsx', added: 2, changed: 0, unchanged: 0 };
      expect(await entries()).toMatchObject([{ action: 'register.imported', after }, { action: 'register.added' }]);
    });

    it('changes the rows that it knows again, empties their cells, and leaves what it doesn’t have', async () => {
      await world.add(VENUE);
      await world.add({ venue: '世貿一館', note: '舊' }, { status: 'confirmed' });
      const file = csv('場地名稱,費用,備註,狀態', '圓山大飯店,100,,已確認', ' 世貿一館 ,,舊,', '新館,5,,不採用');
      expect(ok(await take(file)).body).toEqual({ added: 1, changed: 1, unchanged: 1 });
      const { venue, transport } = VENUE;
      expect((await world.page('')).items).toMatchObject([
        { status: 'confirmed', version: 2, cells: { venue, transport, ...KEPT, cost: 100 } },
        { status: 'confirmed', version: 1, cells: { venue: '世貿一館', note: '舊' } },
        { status: 'dropped', position: 3, cells: { venue: '新館', cost: 5 } },
      ]);
      expect(ok(await take(file)).body).toEqual({ added: 0, changed: 0, unchanged: 3 });
      expect((await entries()).filter(({ action }) => action === 'register.imported')).toHaveLength(1);
    });

    it('is refused as a whole with every place that can’t be read', async () => {
      const bad = csv('場地名稱,費用,坪數', '甲館,面議,10', '乙館,1,#REF!', '甲館,2,3', ',,', '丙館,5,約 3');
      const answer = await take(bad);
      expect(told(answer)).toBe('422 import-refused');
      const { problems } = await preview(bad);
      expect(answer.body).toMatchObject({ problems, problemCount: 3 });
      expect(problems).toMatchObject([
        { row: 2, heading: '費用', value: '面議' },
        { row: 3, heading: '坪數', value: '#REF!' },
        { row: 6, heading: '坪數', value: '約 3' },
      ]);
      expect((await world.page('')).items).toEqual([]);
    });

    it('names both rows that are alike where they mustn’t be, and those that are in the list', async () => {
      await world.add({ venue: '甲館' });
      const twice = await preview(csv('場地名稱,備註', '乙館,1', '乙館,2'));
      expect(twice.problems).toMatchObject([{ row: 3, heading: '場地名稱', value: '乙館' }]);
      expect(twice.problems[0]!.zh).toContain('第 2 列');
      const again = await preview(csv('場地名稱,備註', '甲館,1'), { key: '' });
      expect(again.problems).toMatchObject([{ row: 2, heading: '場地名稱', value: '甲館' }]);
    });

    it('is read at the sheet, by the columns and the key that somebody chose', async () => {
      const sheets = {
        北: [HEADS, ROWS[0]!],
        南: [
          ['名', '價'],
          ['南館', 7],
          ['南館', 7],
        ],
      };
      const content = aWorkbook({ sheets });
      const fields = { sheet: '南', mapping: JSON.stringify(['note', 'cost']), key: '' };
      expect(await preview(content, fields)).toMatchObject({ sheets: ['北', '南'], sheet: '南', key: null, added: 2 });
      expect(ok(await post(content, fields)).body.added).toBe(2);
      expect((await world.page('')).items.map(({ cells }) => cells)).toEqual([
        { note: '南館', cost: 7 },
        { note: '南館', cost: 7 },
      ]);
    });

    it.each<[string, Record<string, string>, string]>([
      ['no mapping', { key: '' }, '400 validation /mapping'],
      ['no key', { mapping: '["venue",null]' }, '400 validation /key'],
      ['a mapping that is none', { mapping: '{', key: '' }, '400 validation /mapping'],
      ['a mapping of another file', { mapping: '["venue"]', key: '' }, '400 validation /mapping'],
      ['nothing that is taken', { mapping: '[null,null]', key: '' }, '400 validation /mapping'],
      ['a column that isn’t there', { mapping: '["venue","x"]', key: '' }, '400 validation /mapping/1'],
      ['a column taken twice', { mapping: '["venue","venue"]', key: '' }, '400 validation /mapping/1'],
      ['a key that nothing goes into', { mapping: '["venue",null]', key: 'cost' }, '400 validation /key'],
      ['the status for a key', { mapping: '["venue","status"]', key: 'status' }, '400 validation /key'],
      ['a sheet that isn’t there', { mapping: '["venue",null]', key: '', sheet: '南' }, '400 no-such-sheet'],
      ['fields of its own', { mapping: '["venue",null]', key: '', more: '1' }, '400 form-broken'],
    ])('is refused with %s', async (_what, fields, refusal) => {
      expect(
        told(
          await post(
            aSheet([
              ['a', 'b'],
              ['甲', 1],
            ]),
            fields,
          ),
        ),
      ).toBe(refusal);
      expect((await world.page('')).items).toEqual([]);
    });

    it('is taken with its fields before it or behind it', async () => {
      const content = csv('場地名稱,費用', '甲館,1');
      const made = new FormData();
      made.append('mapping', '["venue",null]');
      made.append('key', '');
      made.append('file', new Blob([new Uint8Array(content)]), 'a.csv');
      expect(ok(await world.member.post<ImportCounts>(path(), made)).body.added).toBe(1);
    });

    it.each(hostileSheets())(
      'is refused in words where it is %s, and nothing stays of it',
      async (_what, content, refusal) => {
        const mapping = JSON.stringify(['venue', null]);
        expect(told(await post(content, { mapping, key: '' }))).toBe(refusal);
        expect(told(await world.member.post(`${path()}/preview`, form(content)))).toBe(refusal);
        expect((await world.page('')).items).toEqual([]);
      },
    );

    it('is refused where it is larger than 10 MB', async () => {
      expect(told(await post(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), { mapping: '[]', key: '' }))).toBe(
        '413 file-too-large',
      );
    });

    it('adds no row twice, however often it comes at once or again', async () => {
      const content = csv('場地名稱,費用', ...Array.from({ length: 300 }, (_, at) => `館 ${at},${at}`));
      const fields = { mapping: '["venue",null]', key: 'venue' };
      const clients = [world.member, project.manager, project.cast.lead.client, world.member];
      const answers = await Promise.all(clients.map((client) => post(content, fields, {}, client)));
      expect(answers.map((answer) => ok(answer).body.added).sort()).toEqual([0, 0, 0, 300]);
      expect((await world.look()).rows.open).toBe(300);
      const keyless = { mapping: '["note",null]', key: '' };
      const key = { 'idempotency-key': `import-${world.list.id}` };
      const first = ok(await post(content, keyless, key)).body;
      const second = await post(content, keyless, key);
      expect([first, second.body, second.headers['idempotency-replayed']]).toEqual([first, first, 'true']);
      expect((await world.look()).rows.open).toBe(600);
      expect(told(await post(csv('場地名稱,費用', 'x,1'), keyless, key))).toBe('422 idempotency-key-reused');
    });

    it('fills a list to its last row and no further', async () => {
      const rows = (count: number, from = 0) =>
        csv('場地名稱,費用', ...Array.from({ length: count }, (_, at) => `館 ${from + at},${at}`));
      expect(ok(await take(rows(10_000))).body.added).toBe(10_000);
      const { problems } = await preview(rows(1, 10_000));
      expect(problems).toMatchObject([{ row: 2, heading: null }]);
      expect(told(await take(rows(1, 10_000)))).toBe('422 import-refused');
      expect(ok(await take(rows(10_000))).body).toEqual({ added: 0, changed: 0, unchanged: 10_000 });
    });

    it('is for whoever keeps the list, of a project that is running', async () => {
      const content = aSheet([HEADS, ...ROWS]);
      const ask = async (who: 'client' | 'other' | 'outsider') =>
        (await project.cast[who].client.post(path(), form(content))).status;
      expect([await ask('client'), await ask('outsider')]).toEqual([403, 404]);
    });
  });
});
