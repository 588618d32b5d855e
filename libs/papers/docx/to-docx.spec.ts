import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPaper, aTable, pictureFiles } from '../../../test/support/papers';
import { demoPaper } from '../../../test/support/demo-paper';
import { archiveParts, docxText } from '../../../test/support/read-papers';
import type { Block, Card, Paper, Table } from '../paper';
import { toDocx } from './to-docx';

describe('a paper as DOCX', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  let files = 0;

  afterAll(() => rmSync(folder, { recursive: true }));

  async function docxOf(paper: Paper, pictures: Record<string, string> = {}): Promise<string> {
    const path = join(folder, `${(files += 1)}.docx`);
    await toDocx(paper, pictures, path);
    return path;
  }

  async function bodyOf(paper: Paper, pictures: Record<string, string> = {}): Promise<string> {
    return archiveParts(await docxOf(paper, pictures))['word/document.xml']!;
  }

  it('repeats heads, tears no row, keeps the last row with the totals', async () => {
    const body = await bodyOf(aPaper([aTable({ totals: ['', '合計', '', '', 128500] })]));
    const rows = body.split('<w:tr>').slice(1);

    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('<w:tblHeader/>');
    for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    expect(rows[2]).toContain('<w:keepNext/>');
    expect(rows[3]).toContain('128,500');
  });

  it('leaves neither the last row nor the signatures alone on a page', async () => {
    const { rows } = aTable();
    const long = aTable({ rows: [...rows, ...rows] });
    const kept = async (blocks: Block[]) =>
      (await bodyOf(aPaper(blocks)))
        .split('<w:tr>')
        .slice(2, 6)
        .map((row) => row.includes('<w:keepNext/>'));

    expect(await kept([long])).toEqual([false, false, true, false]);
    expect(await kept([long, { type: 'signatures', labels: ['製表', '核准'] }])).toEqual([false, false, true, true]);
  });

  it('keeps what a document opens with on one page', async () => {
    const facts = ['專案', '地點', '日期'].map((label) => ({ label, value: '…' }));
    const rows = (await bodyOf(aPaper([{ type: 'facts', rows: facts }]))).split('<w:tr>').slice(1);

    expect(rows.map((row) => /<w:tc>.*<w:keepNext\/>.*<\/w:tc>/s.test(row))).toEqual([true, true, false]);
  });

  it('lets a page of photos begin where there is room for a row of them', async () => {
    const { items, paths } = await pictureFiles(join(folder, 'rows'), 4);
    const body = await bodyOf(aPaper([{ type: 'pictures', columns: 2, items }]), paths);
    const rows = body
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.split('</w:tbl>')[0]!);

    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).not.toContain('<w:keepNext/>');
  });

  it('draws empty and filled boxes from the same font', async () => {
    const body = await bodyOf(aPaper([{ type: 'text', text: '□ 合格　■ 不合格' }]));

    expect(body.match(/<w:rFonts w:ascii="Microsoft JhengHei"[^>]*>(?:<[^t]*?>)*?<w:t[^>]*>[□■]/g)).toHaveLength(2);
  });

  it('sets the code of a badge beside the name, on a line of its own only where the badge stands', async () => {
    const card = { lines: [{ text: '王小明', size: 19 }], code: 'CVN:1' };
    const cells = async (width: number, height: number, sheet: 'A4' | 'card', align: 'start' | 'center') => {
      const body = await bodyOf(aPaper([{ type: 'cards', width, height, sheet, items: [{ ...card, align }] }]));
      return body
        .split('<w:tc>')
        .slice(1)
        .map((cell) => [cell.includes('王小明'), cell.includes('<w:drawing>')]);
    };

    expect((await cells(90, 55, 'A4', 'start')).slice(0, 2)).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(await cells(90, 55, 'card', 'start')).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(await cells(105, 148, 'card', 'center')).toEqual([]);
  });

  it('frames the pages of certificates, and leaves room inside the frame', async () => {
    const items: Card[] = [{ lines: [{ text: '與會證明', size: 40 }], align: 'center' }];
    const cards = { type: 'cards', width: 210, height: 297, sheet: 'card', items } as const;
    const [framed, plain] = [await bodyOf(aPaper([{ ...cards, frame: true }])), await bodyOf(aPaper([cards]))];

    expect(framed).toMatch(/<w:pgBorders[^>]*w:offsetFrom="page"[^>]*><w:top w:val="double"/);
    const margins = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(framed)!;
    // Word's frame stands 31 points from the edge.
    for (const margin of margins.slice(1)) expect(Number(margin)).toBeGreaterThan(40 * 20);
    expect(plain).not.toContain('pgBorders');
  });

  it('has headings that are headings, a table of contents with its entries, and page numbers', async () => {
    const paper = aPaper([
      { type: 'contents', label: '目次' },
      { type: 'heading', level: 1, text: '一、概要' },
      { type: 'heading', level: 2, text: '（一）成果' },
    ]);
    const parts = archiveParts(await docxOf(paper));
    const body = parts['word/document.xml']!;

    expect(body).toContain('<w:pStyle w:val="Heading1"/>');
    expect(body).toMatch(/<w:instrText[^>]*>TOC [^<]*1-2/);
    expect(body.match(/一、概要/g)).toHaveLength(2);
    const foot = Object.entries(parts)
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, xml]) => xml)
      .join('');
    expect(foot).toContain('NUMPAGES');
    expect(foot).toContain('國際會議 v3');
  });

  it('names a font for Han text and one for Latin, and says that it is written in Taiwan', async () => {
    const styles = archiveParts(await docxOf(aPaper([])))['word/styles.xml']!;

    expect(styles).toContain('w:eastAsia="Microsoft JhengHei"');
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-TW"/>');
  });

  it('holds each picture once, as it lies on the disk, and does without those that are missing', async () => {
    const { items, paths } = await pictureFiles(join(folder, 'pictures'), 2);
    const away = { ...items[0]!, fileId: 'away', caption: '不見的照片' };
    const path = await docxOf(aPaper([{ type: 'pictures', columns: 2, items: [...items, items[0]!, away] }]), paths);
    const names = Object.keys(archiveParts(path)).filter((name) => name.startsWith('word/media/'));

    expect(names).toHaveLength(2);
    expect(readFileSync(path).includes(readFileSync(paths['file-0']!))).toBe(true);
    expect(docxText(path)).toContain('無法讀取的圖片不見的照片');
  });

  it('turns the page for a table that is too wide to stand', async () => {
    const columns: Table['columns'] = Array.from({ length: 12 }, (_, at) => ({ label: `場次 ${at}`, kind: 'name' }));
    const wide: Table = { type: 'table', columns, rows: [{ cells: columns.map(() => '歐陽文華歐陽文華') }], empty: '' };
    const body = await bodyOf(aPaper([{ type: 'text', text: '前' }, wide, { type: 'text', text: '後' }]));

    expect(body.match(/<w:pgSz [^>]*>/g)!.map((size) => size.includes('landscape'))).toEqual([false, true, false]);
  });

  it('keeps what no font of ours draws, and drops what XML forbids', async () => {
    const text = docxText(
      await docxOf(aPaper([{ type: 'text', text: '😀 한 <b>&amp;</b>\u0000\ud800\u0008 \uffff尾' }])),
    );

    expect(text).toContain('😀한<b>&amp;</b>尾');
  });

  it('is the same file each time it is made', async () => {
    const { items, paths } = await pictureFiles(join(folder, 'again'), 3);
    const [first, second] = [await docxOf(demoPaper('en', items), paths), await docxOf(demoPaper('en', items), paths)];

    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    expect(archiveParts(first)['docProps/core.xml']).toContain(new Date(1_795_000_000_000).toISOString());
  });
});
