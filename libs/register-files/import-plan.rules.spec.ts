import type { RegisterColumn } from '@convener/register-presets';
import type { RegisterRow } from '@convener/registers';
import { planImport } from './import-plan.rules';
import { readRows } from './import-rows.rules';
import { takingOf } from './mapping.rules';

const column = (key: string, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type: 'text', required: false, unique: false, personal: false, unit: null },
  ...{ choices: [], ...more },
});
const COLUMNS = [column('name', { unique: true }), column('seat', { unique: true }), column('note'), column('rest')];

type Existing = Pick<RegisterRow, 'id' | 'status' | 'cells'>;
const kept = (id: string, cells: Record<string, string>, status: RegisterRow['status'] = 'open'): Existing => ({
  ...{ id, cells, status },
});

/** What comes of lines such as `甲,1,`, with headings name, seat and note, and the status behind them. */
function plan(lines: string[], existing: Existing[], key: string | null = 'name') {
  const headings = ['name', 'seat', 'note', 'status'];
  const rows = lines.map((line, at) => ({ number: at + 2, cells: line.split(',') }));
  const taking = takingOf(COLUMNS, headings, headings, key);
  return planImport(taking, headings, readRows({ headings, rows }, taking), existing);
}

describe('what reading a file into a list comes to', () => {
  it('adds what is new, changes what differs, and leaves what the file says nothing of', () => {
    const before = [kept('1', { name: '甲', note: '舊', rest: '留' }), kept('2', { name: '乙' }, 'confirmed')];
    expect(plan(['甲,1,,已確認', '乙', '丙,,新,dropped'], before)).toEqual({
      added: [{ status: 'dropped', cells: { name: '丙', note: '新' } }],
      changed: [{ id: '1', status: 'confirmed', cells: { rest: '留', name: '甲', seat: '1' } }],
      unchanged: 1,
      problems: [],
    });
  });

  it('lets two rows change places where each must be alone', () => {
    const before = [kept('1', { name: '甲', seat: '1' }), kept('2', { name: '乙', seat: '2' })];
    expect(plan(['甲,2', '乙,1'], before)).toMatchObject({ changed: [{ id: '1' }, { id: '2' }], problems: [] });
  });

  it.each<[string, string[], Existing[], string | null, [row: number, heading: string | null, says: string][]]>([
    ['two rows of the file with one key', ['甲', '乙', '甲'], [], 'name', [[4, 'name', '第 2 列']]],
    ['two rows of the file alike elsewhere', ['甲,1', '乙,1'], [], 'name', [[3, 'seat', '第 2 列']]],
    ['a row of the list alike', ['甲,1'], [kept('1', { name: '乙', seat: '1' })], 'name', [[2, 'seat', '清單裡']]],
    ['a row that is added again', ['甲'], [kept('1', { name: '甲' })], null, [[2, 'name', '清單裡']]],
    [
      'a key that several rows have',
      [',,a'],
      [kept('1', { note: 'a' }), kept('2', { note: 'a' })],
      'note',
      [[2, 'note', '幾筆']],
    ],
    ['a status that is none', ['甲,,,也許'], [], 'name', [[2, 'status', '未定']]],
    ['a formula that failed', ['#N/A'], [], 'name', [[2, 'name', '公式']]],
  ])('tells of %s', (_what, lines, existing, key, told) => {
    const { problems } = plan(lines, existing, key);
    expect(problems.map(({ row, heading }) => [row, heading])).toEqual(told.map(([row, heading]) => [row, heading]));
    for (const [at, [, , says]] of told.entries()) expect(problems[at]!.zh).toContain(says);
  });

  it('knows rows without a key that are just so, each once, and leaves blank ones out', () => {
    const before = [kept('1', { note: 'a', rest: 'x' }), kept('2', {}, 'dropped')];
    expect(plan([',,a', ',,a', ',,,dropped', ',,,', ',,b'], before)).toMatchObject({
      added: [{ cells: { note: 'a' } }, { cells: { note: 'b' } }],
      changed: [],
      unchanged: 2,
      problems: [],
    });
  });

  it('stops at ten thousand rows', () => {
    const before = Array.from({ length: 9_999 }, (_, at) => kept(`${at}`, { name: `${at}` }));
    expect(plan(['甲', '5'], before).problems).toEqual([]);
    expect(plan(['甲', '5', '乙'], before).problems).toMatchObject([{ row: 4, heading: null }]);
  });
});
