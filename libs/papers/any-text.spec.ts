import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { aPaper, aTable } from '../../test/support/papers';
import { bare, docxText, pdfPages } from '../../test/support/read-papers';
import { toDocx } from './docx/to-docx';
import { inOurFont } from './glyphs';
import type { Block, Paper } from './paper';
import { toPdf } from './pdf/to-pdf';
import { clean, WIDE } from './text.rules';
import { toXlsx } from './xlsx/to-xlsx';

const RUNS = 25;

describe('any text anywhere in a paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  let files = 0;

  afterAll(() => rmSync(folder, { recursive: true }));

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '會議',
          '「',
          '」',
          '，',
          '。',
          '😀',
          '한',
          '𠮷',
          '\n',
          ' ',
          'O’Neill',
          '\ud800',
          '=1+1',
          '<b>&',
          'ř',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );

  /** The same text in a paragraph, a heading, a list, cells, captions, labels and on a card. */
  function everywhere(said: string, language: Paper['language']): Paper {
    const blocks: Block[] = [
      { type: 'contents', label: said },
      { type: 'heading', level: 1, text: said },
      { type: 'text', text: said },
      { type: 'items', items: [said], numbered: said.length % 2 === 0 },
      { type: 'facts', rows: [{ label: said, value: said }] },
      aTable({ caption: said, rows: [{ group: said }, { cells: [said, said, said, said, said] }], totals: [said] }),
      aTable({ rows: [], empty: said }),
      {
        type: 'gantt',
        caption: said,
        from: '2026-01-01',
        to: '2026-03-01',
        today: null,
        marks: [{ day: '2026-02-01', label: said }],
        rows: [{ group: said }, { label: said, start: null, due: '2026-02-01', state: 'late' }],
      },
      { type: 'bars', of: 0, items: [{ label: said, value: 1, shown: said }] },
      { type: 'pictures', columns: 3, items: [{ fileId: said, caption: said, width: 0, height: 0 }] },
      { type: 'missing', what: said, where: said, href: said },
      { type: 'signatures', labels: [said] },
      {
        type: 'cards',
        width: 60,
        height: 90,
        sheet: 'A4',
        items: [{ lines: [{ text: said, size: 12 }], code: said, align: 'center' }],
      },
    ];
    return aPaper(blocks, { title: said, subtitle: [said], language });
  }

  const language = fc.constantFrom('zh-TW' as const, 'en' as const);

  it('is drawn into a PDF, found again there, and never beyond the page', async () => {
    await fc.assert(
      fc.asyncProperty(text, language, async (said, spoken) => {
        const path = join(folder, `${(files += 1)}.pdf`);
        await toPdf(everywhere(said, spoken), {}, path);
        const pages = await pdfPages(path);
        const found = pages.flatMap(({ lines }) => lines).join('');
        // One glyph stands for characters that look the same, so that a reader finds one of them.
        const same = (value: string) => bare(value.normalize('NFKC'));
        for (const { reaches, width } of pages) expect(reaches).toBeLessThanOrEqual(width);
        expect(new Set(same(found))).toEqual(new Set([...same(found), ...same(drawn(said))]));
      }),
      { numRuns: RUNS },
    );
  });

  it('is kept whole in a DOCX', async () => {
    await fc.assert(
      fc.asyncProperty(text, language, async (said, spoken) => {
        const path = join(folder, `${(files += 1)}.docx`);
        await toDocx(everywhere(said, spoken), {}, path);
        expect(docxText(path)).toContain(bare(clean(said)));
      }),
      { numRuns: RUNS },
    );
  });

  it('is kept whole in a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        const path = join(folder, `${(files += 1)}.xlsx`);
        await toXlsx(everywhere(said, 'zh-TW'), {}, path);
        const cells = (await readXlsx(path)).flatMap(({ data }) => data.flat()).map((cell) => bare(String(cell ?? '')));
        expect([...cells, '']).toContain(bare(clean(said)));
      }),
      { numRuns: RUNS },
    );
  });

  function drawn(said: string): string {
    return [...inOurFont(clean(said))].map((character) => WIDE[character] ?? character).join('');
  }
});
