import fc from 'fast-check';
import { CELL_PADDING } from './looks';
import { columnWidths } from './column-widths.rules';
import { COLUMN_KINDS, type Table, type TableColumn } from './paper';

/** Han characters take an em, others a little more than half. */
const measure = (text: string) =>
  [...text].reduce((width, character) => width + (/[\u1100-\uffef]/.test(character) ? 1 : 0.55), 0);

function tableOf(columns: TableColumn[], ...rows: string[][]): Table {
  return { type: 'table', columns, rows: rows.map((cells) => ({ cells })), empty: '' };
}

const total = (widths: number[]) => widths.reduce((sum, width) => sum + width, 0);

describe('widths of columns', () => {
  it('gives names and days what they need, and the rest to texts', () => {
    const table = tableOf(
      [
        { label: '姓名', kind: 'name' },
        { label: '期限', kind: 'day' },
        { label: '說明', kind: 'text' },
      ],
      ['歐陽文華', '2026-11-29', '很長的說明'.repeat(30)],
    );
    const { widths, size, wide } = columnWidths(table, 480, measure);

    expect(wide).toBe(false);
    expect(widths[0]).toBeGreaterThan(4 * size + 2 * CELL_PADDING.side - 0.01);
    expect(widths[1]).toBeGreaterThan(5.5 * size + 2 * CELL_PADDING.side - 0.01);
    expect(widths[2]).toBeGreaterThan(300);
    expect(total(widths)).toBeCloseTo(480, 1);
  });

  it('shares the room among texts by weight', () => {
    const columns: TableColumn[] = [
      { label: '甲', kind: 'text', weight: 2 },
      { label: '乙', kind: 'text' },
    ];
    const { widths } = columnWidths(tableOf(columns, ['字'.repeat(300), '字'.repeat(300)]), 480, measure);

    expect(widths[0]! / widths[1]!).toBeGreaterThan(1.5);
  });

  it('leaves figures near what they are of where nothing needs the room', () => {
    const columns: TableColumn[] = [
      { label: '身分', kind: 'text' },
      { label: '應到', kind: 'number' },
      { label: '實到', kind: 'number' },
    ];
    const { widths } = columnWidths(tableOf(columns, ['參展廠商', '3', '2']), 600, measure);

    expect(widths[0]!).toBeLessThan(300);
    expect(widths[1]!).toBeCloseTo(widths[2]!, 1);
  });

  it('takes smaller type before it breaks a name', () => {
    const columns = Array.from({ length: 8 }, (_, at): TableColumn => ({ label: `第${at}場`, kind: 'name' }));
    const { size, wide } = columnWidths(
      tableOf(
        columns,
        columns.map(() => '歐陽文華君'.slice(0, 6)),
      ),
      400,
      measure,
    );

    expect(size).toBeLessThan(9.5);
    expect(wide).toBe(false);
  });

  it('leaves room to write by hand though nothing stands there, by weight', () => {
    const columns: TableColumn[] = [
      { label: '單位', kind: 'text' },
      { label: '簽名', kind: 'text', weight: 2, byHand: true },
      { label: '備註', kind: 'text', byHand: true },
    ];
    const { widths } = columnWidths(tableOf(columns, ['臺灣大學', '', '']), 480, measure);

    expect(widths[1]!).toBeGreaterThan(200);
    expect(widths[1]! / widths[2]!).toBeGreaterThan(1.4);
    expect(widths[0]!).toBeGreaterThan(4 * 9.5);
  });

  it('keeps the words of headings whole where everything else gives way', () => {
    const columns = Array.from({ length: 9 }, (): TableColumn => ({ label: 'Work', kind: 'number' }));
    const cells = columns.map(() => '123456789012345');
    const { widths, size } = columnWidths(tableOf(columns, cells), 300, measure);

    for (const width of widths) expect(width).toBeGreaterThan(4 * 0.55 * size + 2 * CELL_PADDING.side);
  });

  it('says that a table is too wide, and still stays within its room', () => {
    const columns = Array.from({ length: 20 }, (_, at): TableColumn => ({ label: `第 ${at} 場`, kind: 'name' }));
    const { widths, wide } = columnWidths(
      tableOf(
        columns,
        columns.map(() => 'Katherine Featherstonehaugh'),
      ),
      480,
      measure,
    );

    expect(wide).toBe(true);
    expect(total(widths)).toBeLessThanOrEqual(480.1);
  });

  it('never makes a table wider or narrower than its room', () => {
    const column = fc.record({
      label: fc.string({ maxLength: 20 }),
      kind: fc.constantFrom(...COLUMN_KINDS),
      weight: fc.integer({ min: 1, max: 5 }),
    });
    const case_ = fc.array(column, { minLength: 1, maxLength: 12 }).chain((columns) =>
      fc.tuple(
        fc.constant(columns),
        fc.array(fc.array(fc.string({ maxLength: 60 }), { minLength: columns.length, maxLength: columns.length }), {
          maxLength: 5,
        }),
      ),
    );
    fc.assert(
      fc.property(case_, fc.integer({ min: 200, max: 800 }), ([columns, rows], room) => {
        const { widths } = columnWidths(tableOf(columns, ...rows), room, measure);
        expect(total(widths)).toBeCloseTo(room, 0);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      }),
    );
  });
});
