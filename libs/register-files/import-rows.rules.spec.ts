import type { ColumnType, RegisterColumn } from '@convener/register-presets';
import { aSheet, csv } from '../../test/support/sheets';
import { readRows } from './import-rows.rules';
import { takingOf } from './mapping.rules';
import { readSheet } from './read-sheet';

const column = (key: string, type: ColumnType): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type, required: false, unique: false, personal: false, unit: null },
  choices: [],
});
const COLUMNS = [column('note', 'text'), column('area', 'number'), column('cost', 'money')];
const KEYS = COLUMNS.map(({ key }) => key);

/** The only row of a file with a text, a number and an amount. */
async function onlyRow(content: Buffer) {
  const sheet = await readSheet(content, null);
  const [row] = readRows(sheet, takingOf(COLUMNS, sheet.headings, KEYS, null));
  return { cells: row!.cells, problems: row!.problems.map(({ heading, value }) => [heading, value]) };
}

describe('a row of a file', () => {
  it('has all decimals that a workbook has where the list keeps text, and as many as numbers have elsewhere', async () => {
    expect(await onlyRow(aSheet([KEYS, [25.0339639, 100 / 3, 0.1 + 0.2]]))).toEqual({
      cells: { note: '25.0339639', area: 33.3333, cost: 30 },
      problems: [],
    });
  });

  it('is told of where an amount has more than cents, with all that stands there', async () => {
    const { problems } = await onlyRow(aSheet([KEYS, ['分攤', 1, 100 / 3]]));
    expect(problems).toEqual([['cost', '33.3333333333333']]);
  });

  it('is told of where a number with too many decimals was typed as text', async () => {
    const problems = [['area', '33.33333']];
    expect(await onlyRow(aSheet([KEYS, ['', '33.33333', 1]]))).toMatchObject({ problems });
    expect(await onlyRow(csv(KEYS.join(','), ',33.33333,1'))).toMatchObject({ problems });
  });
});
