import type { SurveyResult } from './report-book';
import type { Proposal } from '@convener/lessons';
import type { Block, Cell, Table } from '@convener/papers';
import { aBook, anAbout, aRegisterBook, bookedWork } from '../../test/support/builders.report';
import { CATALOGUE } from './catalogue';
import { budgetChapter, spentOf, targetsChapter } from './chapters-money';
import { registrationsChapter } from './chapters-people';
import { changesChapter, performanceChapter } from './chapters-plan';
import { improvementsChapter, waiversChapter } from './chapters-review';
import { sharingChapter, statementChapter } from './chapters-subsidy';
import { surveysChapter } from './chapters-surveys';
import { deliverablesChapter, indicatorsChapter } from './chapters-work';

const about = anAbout();
const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const tables = (blocks: readonly Block[]) => blocks.filter((block): block is Table => block.type === 'table');
const shown = (cell: Cell) => (typeof cell === 'object' && cell !== null ? (cell.shown ?? cell.value) : cell);
const rowsOf = (table: Table | undefined) =>
  (table?.rows ?? []).map((row) => ('group' in row ? row.group : row.cells.map(shown)));
const missing = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'missing' ? [[block.what, block.href]] : []));

describe('chapters of a closing report', () => {
  it.each(CATALOGUE)(
    '$key says of an empty project what it lacks, or that there is none, never a blank',
    ({ write }) => {
      const blocks = write(aBook(), about);
      expect(blocks.length).toBeGreaterThan(0);
      for (const table of tables(blocks)) if (table.rows.length === 0) expect(table.empty).not.toBe('');
      for (const [, href] of missing(blocks)) expect(href).toMatch(/^\/projects\/p(\/|$)/);
    },
  );

  it('list what was accepted of each stage with what shows it, and its newest photos', () => {
    const picture = { fileId: 'f1', name: '會場.jpg', width: 80, height: 60 };
    const book = aBook({
      work: {
        ...{ teams: [], members: [] },
        work: [
          bookedWork(
            { stage: 'during' },
            {
              deliverables: [
                {
                  id: 'd1',
                  code: 'O1',
                  title: '會場佈置',
                  status: 'accepted',
                  settledAt: at('2028-06-13'),
                  settledBy: '林',
                },
                { id: 'd2', title: '彩排', status: 'submitted' },
              ],
            },
          ),
        ],
      },
      evidenceOf: new Map([
        [
          'd1',
          [
            { deliverableId: 'd1', text: '會場.jpg（第 2 版）', picture },
            { deliverableId: 'd1', text: '已拍照', picture: null },
            { deliverableId: 'd1', text: '已拍照', picture: null },
          ],
        ],
      ]),
    });
    const blocks = deliverablesChapter(book, about);
    expect(rowsOf(tables(blocks)[0])).toEqual([
      ['O1', '會場佈置', '已驗收', '2028-06-13', '林', '會場.jpg（第 2 版）\n已拍照'],
    ]);
    expect(blocks.find(({ type }) => type === 'pictures')).toMatchObject({
      items: [{ fileId: 'f1', caption: '會場佈置：會場', width: 80, height: 60 }],
    });
    expect(missing(blocks)).toEqual([['還有 1 項產出沒有驗收或交付。', '/projects/p']]);
  });

  it('say of each indicator whether it was met, by standard, with the reason', () => {
    const checks = [
      { code: 'P1', text: '場地合格', state: 'ticked' as const, decidedBy: '王', decidedAt: at('2028-05-02') },
      { code: 'P2', text: '備案', state: 'not-applicable' as const, reason: '室內' },
      { code: 'P3', text: '動線' },
    ];
    const work = [bookedWork({ standard: 'manager' }, { checks })];
    const blocks = indicatorsChapter(
      aBook({ work: { work, teams: [], members: [] }, standardName: () => '會議專案經理' }),
      about,
    );
    expect(blocks[0]).toMatchObject({ type: 'heading', text: '會議專案經理' });
    expect(blocks[1]).toMatchObject({ rows: [{ value: '1' }, { value: '1' }, { value: '1' }] });
    expect(rowsOf(tables(blocks)[0])).toEqual([
      'T1.1 場地',
      ['P1', '場地合格', '達成', '王', '2028-05-02', null],
      ['P2', '備案', '不適用', null, null, '室內'],
      ['P3', '動線', '未達成', null, null, null],
    ]);
  });

  it('compare the plan with its baseline, the furthest behind first, with what was re-planned', () => {
    const dated = (title: string, baselineDueDay: string, done: string | null, dueDay = baselineDueDay) =>
      bookedWork({ title, baselineDueDay, dueDay, doneAt: done === null ? null : at(done) });
    const work = [
      dated('準時', '2028-05-01', '2028-05-01'),
      dated('晚了', '2028-05-01', '2028-05-04'),
      dated('改期', '2028-05-01', null, '2028-05-11'),
      bookedWork({ title: '不適用', status: 'not-applicable', baselineDueDay: '2028-05-01', dueDay: '2028-09-01' }),
    ];
    const span = (openingDay: string) => ({ openingDay, closingDay: openingDay });
    const replan = { at: at('2028-04-01'), by: '林', before: span('2028-06-11'), after: span('2028-06-12') };
    const blocks = changesChapter(
      aBook({ work: { work, teams: [], members: [] }, replans: [{ ...replan, moved: 12, undone: false }] }),
      about,
    );
    expect(rowsOf(tables(blocks)[0])).toEqual([
      ['T1.1', '改期', '2028-05-01', '2028-05-11', 10],
      ['T1.1', '晚了', '2028-05-01', '2028-05-04', 3],
    ]);
    expect(rowsOf(tables(blocks)[1])).toEqual([['2028-04-01', '林', '2028-06-11 → 2028-06-12', 12, null]]);
  });

  it('call nothing late that was done before the project was started here', () => {
    const started = anAbout({ createdAt: at('2028-05-03') });
    const days = { baselineDueDay: '2028-05-01', dueDay: '2028-05-01' };
    const team = { id: 't', name: '議事組', nameEn: null } as NonNullable<ReturnType<typeof bookedWork>['team']>;
    const work = [bookedWork({ ...days, status: 'done', doneAt: at('2028-05-03') }, { team })];
    const book = aBook({ work: { work, teams: [team], members: [] } });
    const [facts, late] = changesChapter(book, started);
    expect(facts).toMatchObject({ rows: expect.arrayContaining([{ label: '完成日不明', value: '1' }]) });
    expect(rowsOf(late as Table)).toEqual([]);
    expect(rowsOf(tables(performanceChapter(book, started))[0])[0]!.slice(3, 7)).toEqual([1, '100%', 0, 0]);
  });

  it('count what each sub-team did, without a score', () => {
    const team = { id: 't', name: '議事組', nameEn: null } as NonNullable<ReturnType<typeof bookedWork>['team']>;
    const done = (day: string) => ({ status: 'done' as const, dueDay: '2028-05-05', doneAt: at(day) });
    const work = [
      bookedWork(done('2028-05-05'), {
        team,
        deliverables: [{ id: 'd1', status: 'accepted' }],
        checks: [{ state: 'ticked' }, {}],
      }),
      bookedWork(done('2028-05-09'), { team, deliverables: [{ id: 'd2', status: 'accepted' }] }),
      bookedWork({}, { team, deliverables: [{ id: 'd3', status: 'waived' }] }),
    ];
    const blocks = performanceChapter(
      aBook({ work: { work, teams: [team], members: [] }, returnsOf: new Map([['d2', 2]]) }),
      about,
    );
    expect(rowsOf(tables(blocks)[0])).toEqual([['議事組', 0, 3, 2, '66.7%', 1, 1, 2, 1, 2, '1／2']]);
  });

  it('count arrivals against registrations by kind, and say where no check-in was opened', () => {
    const list = { id: 'list', name: '報名資料表', nameEn: null, taken: 240_000 };
    const counts = [
      { label: '會員', expected: 10, arrived: 8 },
      { label: null, expected: 2, arrived: 2 },
    ];
    const blocks = registrationsChapter(aBook({ registrations: [{ ...list, opened: true, counts }] }), about);
    expect(missing(blocks)).toEqual([]);
    const [table] = tables(blocks);
    expect(rowsOf(table)).toEqual([
      ['會員', 10, 8, 2, '80%'],
      ['未填類別', 2, 2, 0, '100%'],
    ]);
    expect(table!.totals!.map(shown)).toEqual(['合計', 12, 10, 2, '83.3%']);
    expect(blocks.at(-1)).toMatchObject({ rows: [{ value: 'NT$2,400' }] });
    const unopened = [{ ...list, opened: false, counts: [{ label: '會員', expected: 10, arrived: 0 }] }];
    const without = registrationsChapter(aBook({ registrations: unopened }), about);
    expect(missing(without)).toEqual([['「報名資料表」沒有開過報到。', '/projects/p/registers/list/check-in']]);
    expect(rowsOf(tables(without)[0])).toEqual([['會員', 10, '尚無資料', '尚無資料', null]]);
  });

  it('count among the results only arrivals that somebody could note: without a check-in they are unknown, not none', () => {
    const list = { name: '報名資料表', nameEn: null, taken: 0 };
    const opened = { ...list, id: 'a', opened: true, counts: [{ label: null, expected: 10, arrived: 8 }] };
    const unopened = { ...list, id: 'b', opened: false, counts: [{ label: null, expected: 90, arrived: 0 }] };
    const told = (registrations: (typeof opened)[]) => {
      const blocks = targetsChapter(aBook({ registrations }), about);
      const row = rowsOf(tables(blocks)[0]).find((cells) => String(cells[0]).startsWith('報到人數')) as unknown[];
      return [row.slice(1), missing(blocks).map(([, href]) => href)];
    };
    const where = '/projects/p/registers/b/check-in';
    expect(told([unopened])).toEqual([[90, '尚無資料', null], [where]]);
    expect(told([opened, unopened])).toEqual([[10, 8, '80%'], [where]]);
    expect(told([{ ...opened, counts: [{ label: null, expected: 10, arrived: 0 }] }])).toEqual([[10, 0, '0%'], []]);
    expect(told([])).toEqual([['尚無資料', '尚無資料', null], []]);
  });

  it('hold results of surveys back where too few have answered', () => {
    const survey: SurveyResult = {
      ...{
        title: '與會者',
        titleEn: null,
        answers: 2,
        invited: 10,
        responded: 2,
        rate: 0.2,
        tooFew: true,
        sections: [],
      },
    };
    const few = surveysChapter(aBook({ surveys: [survey] }), about);
    expect(few.map(({ type }) => type)).toEqual(['heading', 'facts', 'text']);
    const question = { text: '講師', textEn: null, answered: 3, counts: [], nps: null, texts: [] };
    const sections = [
      {
        ...{ title: '議程', titleEn: null, mean: 4.5 },
        questions: [
          { ...question, kind: 'scale', mean: 4.5 },
          { ...question, kind: 'long-text', mean: null, texts: ['很好'] },
        ],
      },
    ];
    const all = surveysChapter(aBook({ surveys: [{ ...survey, answers: 3, tooFew: false, sections }] }), about);
    expect(all.map(({ type }) => type)).toEqual(['heading', 'facts', 'heading', 'bars', 'text', 'items']);
  });

  it('say what was learnt and what its writer would change in templates', () => {
    const of = (text: string, proposal: Proposal | null) => ({
      ...{ text, proposal, kind: 'to-change' as const },
      ...{ about: '住宿', aboutEn: 'Lodging', code: 'T2.3' },
    });
    const lessons = [
      of('飯店太晚訂', { what: 'days', days: -14 }),
      of('漏了收據抬頭', { what: 'note', text: '先試一筆' }),
      { ...of('每週更新', null), kind: 'went-well' as const, about: null, code: null },
    ];
    const [table] = tables(improvementsChapter(aBook({ lessons }), about));
    expect(rowsOf(table)).toEqual([
      ['要改進', '飯店太晚訂', '提前 14 天', 'T2.3 住宿'],
      ['要改進', '漏了收據抬頭', '提醒「先試一筆」', 'T2.3 住宿'],
      ['做得好', '每週更新', null, '整個專案'],
    ]);
  });

  it('list what the project was closed without', () => {
    const person = { id: 'x', name: '林經理' };
    const closed = {
      number: 1,
      note: null,
      closedBy: person,
      closedAt: at('2028-07-01'),
      reopenedAt: null,
      reopenReason: null,
    };
    const waiver = { title: '講義', titleEn: null, reason: '客戶不需要', waivedBy: person, waivedAt: at('2028-07-01') };
    const blocks = waiversChapter(aBook({ closings: { closings: [closed], waivers: [waiver] } }), about);
    expect(rowsOf(tables(blocks)[1])).toEqual([['講義', '客戶不需要', '林經理', '2028-07-01']]);
    expect(missing(waiversChapter(aBook(), about))).toHaveLength(1);
  });
});

describe('the money of a closing report', () => {
  const INCOME: Record<string, string | number>[] = [
    { item: '補助款', expected: 500_000_00, received: 400_000_00, source: 'subsidy' },
    { item: '報名費', expected: 100_000_00, received: 100_000_00, source: 'fees' },
    { item: '雜項', received: 1_000_00 },
  ];
  const BUDGET = [
    { item: '場地', planned: 300_000_00, actual: 310_000_00 },
    { item: '印刷', planned: 50_000_00, actual: 40_000_00 },
  ];

  it('is compared with its budget, as the budget says or else as the papers come to', () => {
    const registers = aRegisterBook({ budget: BUDGET, bills: [{ amount: 999_00 }] });
    expect(spentOf({ registers }, about)).toEqual({ total: 350_000_00, from: 'list' });
    const [table] = tables(budgetChapter(aBook({ registers }), about));
    expect(rowsOf(table)[0]).toEqual(['場地', null, 'NT$300,000', 'NT$310,000', '-NT$10,000', '103.3%']);
    expect(table!.totals!.map(shown)).toEqual(['合計', null, 'NT$350,000', 'NT$350,000', 'NT$0', '100%']);
    const papers = aRegisterBook({
      budget: [{ item: '場地', planned: 100 }],
      bills: [{ amount: 700_00 }],
      reimbursements: [{ subsidy: 300_00, flight: 900_00 }],
    });
    expect(spentOf({ registers: papers }, about)).toEqual({ total: 1_000_00, from: 'papers' });
  });

  it('is stated as income less expenses, and not at all where figures are missing', () => {
    const balanceOf = (registers: ReturnType<typeof aRegisterBook>) =>
      statementChapter(aBook({ registers }), about).find(({ type }) => type === 'facts');
    expect(balanceOf(aRegisterBook({ budget: BUDGET, income: INCOME }))).toMatchObject({
      rows: [{ value: 'NT$151,000' }],
    });
    expect(balanceOf(aRegisterBook({ budget: BUDGET }))).toMatchObject({ rows: [{ value: '資料不足，無法計算' }] });
  });

  it('is shared among those who gave it, as far as the list says who they are', () => {
    const blocks = sharingChapter(aBook({ registers: aRegisterBook({ income: INCOME }) }), about);
    expect(rowsOf(tables(blocks)[0])).toEqual([
      ['補助機關', 'NT$500,000', 'NT$400,000', '80%', '補助款'],
      ['報名收入', 'NT$100,000', 'NT$100,000', '20%', '報名費'],
    ]);
    expect(missing(blocks).map(([what]) => what)).toEqual([
      '「收入表」有 1 筆沒有「經費來源」。',
      '沒有這些經費來源的收入：委託單位、自籌、贊助。',
    ]);
  });

  it('stands among targets and results, and says what nobody knows yet', () => {
    const rows = rowsOf(tables(targetsChapter(aBook({ registers: aRegisterBook({ budget: BUDGET }) }), about))[0]);
    expect(rows).toContainEqual(['支出（目標：預算）', 'NT$350,000', 'NT$350,000', '100%']);
    expect(rows).toContainEqual(['收入（目標：預估收入）', '尚無資料', '尚無資料', null]);
  });
});
