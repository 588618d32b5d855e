import type { RegisterColumn } from '@convener/register-presets';
import { type Cells, readCell } from '@convener/registers';
import fc from 'fast-check';
import { csvOf, exportedTable, workbookText } from './export.rules';
import { planImport } from './import-plan.rules';
import { readRows } from './import-rows.rules';
import { proposedKey, proposedMapping, takingOf } from './mapping.rules';
import { readSheet } from './read-sheet';
import { plainText } from './workbook';

const column = (key: string, type: RegisterColumn['type'], more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: `欄 ${key}`, nameEn: key, type, required: false, unique: false, personal: false, unit: null },
  ...{ choices: [], ...more },
});
const COLUMNS = [
  column('text', 'text', { unique: true }),
  column('area', 'number', { unit: '坪' }),
  column('cost', 'money'),
  column('day', 'date'),
  column('range', 'time-range'),
  column('phone', 'phone'),
];

const text = fc.string({ unit: fc.constantFrom(...`=+-@'"、,;\t\n甲a1 ＝🎪#`), maxLength: 8 });
const days = fc.constantFrom('2028-06-12', '1900-01-31', '1900-03-01', '9999-12-31');
const cells = fc.record({
  ...{ text, area: fc.double({ min: -1e6, max: 1e6 }).map((n) => n.toFixed(4)) },
  cost: fc.integer({ min: -1e9, max: 1e9 }).map((n) => (n / 100).toFixed(2)),
  day: days,
  range: fc.constantFrom('09:00/17:00', '2028-06-12/2028-06-12', '2028-06-12T09:00/2028-06-14T17:30', ''),
  phone: fc.constantFrom('+886 2 2345 6789#12', '02-1', '0912-345-678'),
});

/** As the list keeps it. */
function keptCells(given: Record<string, string>): Cells {
  const read = COLUMNS.map((one) => [one.key, readCell(one, given[one.key] ?? '')] as const);
  return Object.fromEntries(
    read.flatMap(([key, found]) => ('value' in found && found.value !== null ? [[key, found.value]] : [])),
  );
}

describe('a list as text', () => {
  it('comes back as it was, whatever it holds', async () => {
    const lists = fc.uniqueArray(cells, { minLength: 1, maxLength: 5, selector: (row) => row.text.trim() });
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const rows = list.map((row, at) => ({ id: `${at}`, status: 'open' as const, cells: keptCells(row) }));
        // A spreadsheet's error is no text, and is told of.
        fc.pre(!rows.some((row) => /^#/.test(String(row.cells.text))));
        const sheet = await readSheet(Buffer.from(csvOf(exportedTable(COLUMNS, rows))), null);
        const mapping = proposedMapping(sheet.headings, COLUMNS);
        const taking = takingOf(COLUMNS, sheet.headings, mapping, proposedKey(mapping, COLUMNS));
        const plan = planImport(taking, sheet.headings, readRows(sheet, taking), rows);
        expect(plan).toEqual({ added: [], changed: [], unchanged: rows.length, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('has no cell that a spreadsheet takes for a formula, but numbers', () => {
    const dangerous = ['=1', '+1', '-1', '@A1', '＝1', "'=1", "''-1"];
    const rows = dangerous.map((word) => ({ status: 'open' as const, cells: { text: word, area: -5 } }));
    const lines = csvOf(exportedTable(COLUMNS.slice(0, 2), rows))
      .split('\r\n')
      .slice(1, -1);
    expect(lines).toEqual(dangerous.map((word) => `'${word},-5,未定`));
  });

  it('keeps in a workbook what XML has no sign for', () => {
    for (const word of ['_x0041_', '__x000D__', '\ufffd\ufdd0', '_x_', 'a_x12_b'])
      expect(plainText(workbookText(word))).toBe(word);
  });
});
