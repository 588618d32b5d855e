import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPaper, aTable, pictureFiles } from '../../../test/support/papers';
import { demoGantt, demoPaper } from '../../../test/support/demo-paper';
import { type PdfPage, pdfPages, pdfText } from '../../../test/support/read-papers';
import type { Block, Paper, Table } from '../paper';
import { toPdf } from './to-pdf';

describe('a paper as PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  let files = 0;

  afterAll(() => rmSync(folder, { recursive: true }));

  async function pdfOf(paper: Paper, pictures: Record<string, string> = {}): Promise<string> {
    const path = join(folder, `${(files += 1)}.pdf`);
    await toPdf(paper, pictures, path);
    return path;
  }

  async function pagesOf(blocks: Block[], change: Partial<Paper> = {}): Promise<PdfPage[]> {
    return pdfPages(await pdfOf(aPaper(blocks, change)));
  }

  it('says its title, and who made it when on every page, with page numbers', async () => {
    const pages = await pagesOf([
      { type: 'text', text: '第一頁' },
      { type: 'break' },
      { type: 'text', text: '第二頁' },
    ]);

    expect(pages).toHaveLength(2);
    expect(pages[0]!.lines[0]).toBe('結案報告');
    for (const [at, { lines }] of pages.entries())
      expect(lines.at(-1)).toBe(`2026 亞太智慧醫療年會 · 國際會議 v3 · 製作 2026-11-18 16:26 第 ${at + 1} 頁，共 2 頁`);
  });

  it('repeats the heads of a table on each page and tears no row apart', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => ({
      cells: [`A-${at}`, '確認會議場地租借合約，並繳交訂金，完成後上傳同意書。', '歐陽文華', '2026-09-01', at],
    }));
    const pages = await pagesOf([aTable({ rows, totals: ['', '合計', '', '', 2415] })]);

    expect(pages.length).toBeGreaterThan(2);
    for (const { lines } of pages)
      expect(lines.some((line) => line.startsWith('編號 工作項目 負責人 期限 預算'))).toBe(true);
    expect(pages.at(-1)!.lines.some((line) => line.startsWith('合計'))).toBe(true);
    const all = pages.flatMap(({ lines }) => lines);
    expect(rows.every(({ cells }) => all.some((line) => line.includes(`${cells[0]} 確認會議`)))).toBe(true);
  });

  it('breaks a row over pages only where it is taller than one, and loses none of it', async () => {
    const long = Array.from({ length: 150 }, (_, at) => `第 ${at} 行`).join('\n');
    const pages = await pagesOf([aTable({ rows: [{ cells: ['A', long, '王小明', '2026-01-01', 1] }] })]);

    const all = pages.flatMap(({ lines }) => lines).join('|');
    expect(pages.length).toBeGreaterThan(2);
    for (let at = 0; at < 150; at += 1) expect(all).toContain(`第 ${at} 行`);
  });

  it('names a group again where it goes on over the page, and only there', async () => {
    const row = { cells: ['A', '確認會議場地', '王小明', '2026-01-01', 1] };
    const rows = [{ group: '議事組' }, ...Array.from({ length: 50 }, () => row), { group: '文宣組' }, row, row];
    const pages = await pagesOf([aTable({ rows })]);

    expect(pages.map(({ lines }) => lines.filter((line) => /組/.test(line)))).toEqual([
      ['議事組'],
      ['議事組（續）', '文宣組'],
    ]);
  });

  it('says what a table without rows says instead', async () => {
    expect(await pdfText(await pdfOf(aPaper([aTable({ rows: [] })])))).toContain('沒有工作。');
  });

  it('never leaves a heading alone at the end of a page', async () => {
    for (let lines = 34; lines < 42; lines += 1) {
      const pages = await pagesOf([
        { type: 'text', text: Array.from({ length: lines }, (_, at) => `行 ${at}`).join('\n') },
        { type: 'heading', level: 1, text: '第二章' },
        aTable(),
      ]);
      const page = pages.find(({ lines: said }) => said.includes('第二章'))!;
      expect(page.lines.slice(page.lines.indexOf('第二章')).some((line) => line.startsWith('A-01'))).toBe(true);
    }
  });

  it('leaves neither a question nor facts nor a line to sign on apart from what they belong to', async () => {
    for (let lines = 22; lines < 40; lines += 1) {
      const pages = await pagesOf([
        { type: 'text', text: Array.from({ length: lines }, (_, at) => `行 ${at}`).join('\n') },
        { type: 'text', tone: 'strong', text: '最有收穫的是什麼？' },
        { type: 'items', items: ['座談'] },
        { type: 'facts', rows: ['達成', '未達成', '不適用'].map((label) => ({ label, value: '1' })) },
        aTable(),
        { type: 'signatures', labels: ['製表'] },
      ]);
      const pageOf = (words: string) => pages.findIndex(({ lines: said }) => said.some((line) => line.includes(words)));
      expect(pageOf('最有收穫')).toBe(pageOf('座談'));
      expect(pageOf('不適用')).toBe(pageOf('達成'));
      expect(pages[pageOf('製表')]!.lines.some((line) => line.startsWith('A-'))).toBe(true);
    }
  });

  it('writes names, days and amounts on one line', async () => {
    const name = 'Maximiliana Featherstonehaugh';
    const pages = await pagesOf([
      aTable({ rows: [{ cells: ['A-01', '工作'.repeat(80), name, '2026-09-01', 1234567] }] }),
    ]);
    const line = pages[0]!.lines.find((said) => said.includes('A-01'))!;

    expect(line).toContain(name);
    expect(line).toContain('2026-09-01');
    expect(line).toContain('1,234,567');
  });

  it('lays a page down for a table that is too wide to stand', async () => {
    const columns: Table['columns'] = Array.from({ length: 12 }, (_, at) => ({ label: `場次 ${at}`, kind: 'name' }));
    const wide: Table = { type: 'table', columns, rows: [{ cells: columns.map(() => '歐陽文華歐陽文華') }], empty: '' };
    const pages = await pagesOf([{ type: 'text', text: '前' }, wide, { type: 'text', text: '後' }]);

    expect(pages.map(({ width, height }) => width > height)).toEqual([false, true, false]);
    for (const { reaches, width } of pages) expect(reaches).toBeLessThanOrEqual(width - 50);
  });

  it('lists its chapters with the pages on which they are', async () => {
    const chapters = [1, 2, 3].flatMap((number): Block[] => [
      { type: 'break' },
      { type: 'heading', level: 1, text: `第 ${number} 章` },
      { type: 'text', text: '內容' },
    ]);
    const pages = await pagesOf([{ type: 'contents', label: '目次' }, ...chapters]);

    expect(pages[0]!.lines.filter((line) => line.startsWith('第 ')).slice(0, 3)).toEqual([
      '第 1 章 2',
      '第 2 章 3',
      '第 3 章 4',
    ]);
  });

  it('draws a Gantt chart over pages with its scale, and shortens labels with an ellipsis', async () => {
    const pages = await pagesOf([{ type: 'text', text: '字\n'.repeat(20) }, demoGantt()]);
    const charts = pages.filter(({ lines }) => lines.some((line) => line.includes('2026年8月')));

    expect(charts.length).toBe(2);
    const labels = pages.flatMap(({ lines }) => lines).filter((line) => line.startsWith('工作 4：'));
    expect(labels[0]).toMatch(/^工作 4：邀請國際講者.*…/);
  });

  it('says what is missing and where to fill it in', async () => {
    const text = await pdfText(
      await pdfOf(aPaper([{ type: 'missing', what: '決算表', where: '專案 → 預算', href: '/x' }])),
    );

    expect(text).toContain('尚缺：決算表');
    expect(text).toContain('專案→預算');
  });

  it('goes on without a picture that is missing or is none', async () => {
    const broken = join(folder, 'broken.jpg');
    writeFileSync(broken, 'no picture');
    const items = ['away', 'broken'].map((fileId) => ({ fileId, caption: `照片 ${fileId}`, width: 400, height: 300 }));
    const text = await pdfText(await pdfOf(aPaper([{ type: 'pictures', columns: 2, items }]), { broken }));

    expect(text.match(/無法讀取的圖片/g)).toHaveLength(2);
    expect(text).toContain('照片away');
  });

  it('writes what its font lacks as 〓, or as the letter below the accent', async () => {
    const text = await pdfText(
      await pdfOf(aPaper([{ type: 'text', text: 'Dvořák Łukasz 😀 한 龘\u0000\ud800 O’Donnell' }])),
    );

    expect(text).toContain('DvorákLukasz〓〓');
    expect(text).toContain('O’Donnell');
  });

  it('has a page of its own size for each card that a card printer prints', async () => {
    const card = { lines: [{ text: '王小明', size: 20 }], code: 'https://example.org/c/1', align: 'center' as const };
    const pages = await pagesOf([{ type: 'cards', width: 86, height: 54, sheet: 'card', items: [card, card] }]);

    expect(pages).toHaveLength(2);
    expect(Math.round((pages[0]!.width * 25.4) / 72)).toBe(86);
    expect(pages[0]!.lines).toEqual(['王小明']);
  });

  it('is the same file each time it is made', async () => {
    const { items, paths } = await pictureFiles(join(folder, 'pictures'), 3);
    const [first, second] = [
      await pdfOf(demoPaper('zh-TW', items), paths),
      await pdfOf(demoPaper('zh-TW', items), paths),
    ];

    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });
});
