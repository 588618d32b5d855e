import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import { aPaper, aTable } from '../../../test/support/papers';
import { demoPaper } from '../../../test/support/demo-paper';
import { archiveParts } from '../../../test/support/read-papers';
import type { Block, Paper } from '../paper';
import { toXlsx } from './to-xlsx';

describe('a paper as a workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  let files = 0;

  afterAll(() => rmSync(folder, { recursive: true }));

  async function workbookOf(paper: Paper): Promise<string> {
    const path = join(folder, `${(files += 1)}.xlsx`);
    await toXlsx(paper, {}, path);
    return path;
  }

  async function sheetsOf(...blocks: Block[]) {
    return readXlsx(await workbookOf(aPaper(blocks)));
  }

  it('has a sheet a table: numbers to count with, days that are days, and text', async () => {
    const [sheet] = await sheetsOf(aTable({ totals: ['', '合計', '', '', 128500] }));

    expect(sheet).toEqual({
      sheet: '工作任務分派表',
      data: [
        ['編號', '工作項目', '負責人', '期限', '預算（元）'],
        ['A-01', '確認會議場地租借合約，並繳交訂金', '王小明', new Date('2026-09-01T00:00:00Z'), 120000],
        ['A-02', '印製名牌', '歐陽文華', new Date('2026-10-15T00:00:00Z'), 8500],
        [null, '合計', null, null, 128500],
      ],
    });
  });

  it('leaves a day that is no day, and what is said with a day, as text', async () => {
    const rows = ['2026-02-30', '2026-11-12（四）'].map((day) => ({ cells: ['A', 'B', 'C', day, 1] }));
    const [sheet] = await sheetsOf(aTable({ rows }));

    expect(sheet!.data.slice(1).map((row) => row[3])).toEqual(['2026-02-30', '2026-11-12（四）']);
  });

  it('runs nothing that somebody wrote into a field', async () => {
    const evil = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'];
    const path = await workbookOf(
      aPaper([aTable({ rows: evil.map((cell) => ({ cells: ['A', cell, cell, cell, cell] })) })]),
    );
    const sheet = archiveParts(path)['xl/worksheets/sheet1.xml']!;

    expect(sheet).not.toContain('<f>');
    expect((await readXlsx(path))[0]!.data[1]!.slice(1)).toEqual(Array(4).fill('=HYPERLINK("http://x")'));
  });

  it('holds texts that are also names of what every object has', async () => {
    const names = ['constructor', 'toString', '__proto__', 'valueOf'];
    const [sheet] = await sheetsOf(aTable({ rows: names.map((name) => ({ cells: ['A', name, 'B', '', 1] })) }));

    expect(sheet!.data.slice(1).map((row) => row[1])).toEqual(names);
  });

  it('names its sheets so that Excel opens them, each once', async () => {
    const long = '一'.repeat(40);
    const sheets = await sheetsOf(
      ...['預算/決算: [A]?*', long, long, 'History', "'", '工作'].map((caption) => aTable({ caption })),
    );
    const names = sheets.map(({ sheet }) => sheet);

    expect(new Set(names).size).toBe(6);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
    expect(names).not.toContain('History');
  });

  it('freezes the heads of each table', async () => {
    const sheet = archiveParts(await workbookOf(aPaper([aTable()])))['xl/worksheets/sheet1.xml']!;

    expect(sheet).toContain('ySplit="1"');
    expect(sheet).toContain('state="frozen"');
  });

  it('prints each table as wide as the page, its head on every page, and says of what it is a page', async () => {
    const parts = archiveParts(await workbookOf(aPaper([aTable({ caption: "R&D's 表" })], { title: '預算 A&B' })));
    const sheet = parts['xl/worksheets/sheet1.xml']!;

    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<oddHeader>&amp;L預算 A&amp;&amp;B&amp;R&amp;A</oddHeader>');
    expect(sheet).toContain('第 &amp;P 頁，共 &amp;N 頁</oddFooter>');
    expect(parts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'R&amp;D''s 表'!$1:$1</definedName>`,
    );
  });

  it('turns the page for what is wide, and takes a larger one for a chart of many weeks', async () => {
    const chart: Block = { type: 'gantt', from: '2025-04-01', to: '2026-11-30', today: null, marks: [], rows: [] };
    const texts = Array.from({ length: 3 }, () => '會場'.repeat(20));
    const columns = texts.map((_, at) => ({ label: `說明 ${at}`, kind: 'text' as const }));
    const parts = archiveParts(await workbookOf(aPaper([aTable({ columns, rows: [{ cells: texts }] }), chart])));

    expect(parts['xl/worksheets/sheet1.xml']).toContain('paperSize="9" orientation="landscape"');
    expect(parts['xl/worksheets/sheet2.xml']).toContain('paperSize="8" orientation="landscape"');
    expect(parts['xl/workbook.xml']).toContain("!$A:$C,'");
  });

  it('filters a list; where there are headings between the rows, folds what stands below each', async () => {
    const { rows } = aTable();
    const grouped = aTable({ rows: [{ group: '議事組' }, ...rows, { group: '註冊組' }, ...rows] });
    const parts = archiveParts(await workbookOf(aPaper([aTable({ totals: ['', '合計', '', '', 128500] }), grouped])));
    const [list, groups] = [1, 2].map((at) => parts[`xl/worksheets/sheet${at}.xml`]!);

    expect(list).toContain('<autoFilter ref="A1:E3"/>');
    expect(list).not.toContain('outlineLevel=');
    expect(groups).not.toContain('<autoFilter');
    expect([...groups!.matchAll(/<row r="(\d+)"[^>]* outlineLevel="1"/g)].map((row) => row[1])).toEqual([
      '3',
      '4',
      '6',
      '7',
    ]);
    expect(groups).toContain('<outlinePr summaryBelow="0"/>');
  });

  it('goes on adding up what is a sum, and nothing else', async () => {
    const money = ['預算', '差額', '執行率'].map((label) => ({ label, kind: 'money' as const }));
    const cells = (budget: number, gap: number, rate: number) => [
      { value: budget, shown: `NT$${budget}` },
      gap,
      { value: rate, shown: `${rate}%` },
    ];
    const table = aTable({
      columns: money,
      rows: [{ cells: cells(100, 5, 50) }, { cells: cells(200, 5, 50) }],
      totals: cells(300, 99, 100),
    });
    const path = await workbookOf(aPaper([table]));
    const sheet = archiveParts(path)['xl/worksheets/sheet1.xml']!;

    expect(sheet.match(/<f>.*?<\/v>/g)).toEqual(['<f>SUM(A2:A3)</f><v>300</v>']);
    expect((await readXlsx(path))[0]!.data[3]).toEqual([300, 99, 1]);
  });

  it('names one font for all of it, and is high enough for lines that are broken', async () => {
    const long = '確認會議場地租借合約，並繳交訂金。'.repeat(6);
    const parts = archiveParts(await workbookOf(aPaper([aTable({ rows: [{ cells: ['A-01', long, '', '', 1] }] })])));

    expect(parts['xl/styles.xml']!.match(/<font>/g)!.length).toBe(
      parts['xl/styles.xml']!.match(/<name val="Microsoft JhengHei"\/>/g)!.length,
    );
    const height = /<row r="2" ht="([\d.]+)">/.exec(parts['xl/worksheets/sheet1.xml']!)![1];
    expect(Number(height)).toBeGreaterThan(60);
  });

  it('says in lines what has no tables', async () => {
    const [sheet] = await sheetsOf({ type: 'facts', rows: [{ label: '委託單位', value: '學會' }] });

    expect(sheet!.data).toEqual([
      ['結案報告', null],
      ['委託單位', '學會'],
    ]);
  });

  it('is the same file each time it is made', async () => {
    const [first, second] = [await workbookOf(demoPaper('zh-TW', [])), await workbookOf(demoPaper('zh-TW', []))];

    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });
});
