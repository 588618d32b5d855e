import { CallerError } from '@convener/kernel';
import type { RegisterColumn } from '@convener/register-presets';
import { missingColumns, proposedKey, proposedMapping, takingOf } from './mapping.rules';

const column = (key: string, name: string, nameEn = key, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name, nameEn, type: 'text', required: false, unique: false, personal: false, unit: null, choices: [] },
  ...more,
});
const COLUMNS = [
  column('venue', '場地名稱', 'Venue', { unique: true, required: true }),
  column('floorArea', '坪數', 'Floor area', { required: true }),
  column('net', '費用（未稅）', 'Cost (net)'),
  column('gross', '費用（含稅）', 'Cost (gross)'),
];

describe('the columns that a file goes into', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['their names', ['坪數', '場地名稱'], ['floorArea', 'venue']],
    ['their English names, however they are written', [' FLOOR  area ', 'Ｖｅｎｕｅ'], ['floorArea', 'venue']],
    ['their keys', ['floorArea', 'venue'], ['floorArea', 'venue']],
    ['a heading over two lines', ['場地\n名稱', 'x'], ['venue', null]],
    ['a heading with a unit', ['坪數（坪）', '【1】場地名稱'], ['floorArea', 'venue']],
    ['brackets that tell them apart', ['費用(含稅)', '費用(未稅)'], ['gross', 'net']],
    ['brackets that leave a doubt', ['費用', '費用（元）'], [null, null]],
    ['the first of two headings alike', ['坪數', '坪數'], ['floorArea', null]],
    ['the status', ['狀態', 'Status'], ['status', null]],
    ['nothing', ['', '( )'], [null, null]],
  ])('are found by %s', (_what, headings, mapping) => expect(proposedMapping(headings, COLUMNS)).toEqual(mapping));

  it('leave a column of the list that is called like the status its name', () => {
    expect(proposedMapping(['狀態', '狀態'], [column('state', '狀態')])).toEqual(['state', 'status']);
  });

  it('know rows again by the first that is unique, and say which required ones are left out', () => {
    expect(proposedKey(['net', 'venue', null], COLUMNS)).toBe('venue');
    expect(proposedKey(['net', 'status'], COLUMNS)).toBeNull();
    expect(missingColumns(COLUMNS, ['venue', null])).toEqual(['floorArea']);
  });

  it.each<[string, (string | null)[], string | null, string]>([
    ['too few', ['venue'], null, '/mapping'],
    ['one that isn’t seen', ['venue', 'phone'], null, '/mapping/1'],
    ['one that every object has', ['constructor', null], null, '/mapping/0'],
    ['one twice', ['venue', 'venue'], null, '/mapping/1'],
    ['a key that nothing goes into', ['venue', null], 'net', '/key'],
    ['the status for a key', ['venue', 'status'], 'status', '/key'],
  ])('are refused with %s', (_what, mapping, key, pointer) => {
    const pointers = () => {
      try {
        takingOf(COLUMNS, ['a', 'b'], mapping, key);
        return [];
      } catch (error) {
        return (error as CallerError).fields.map((field) => field.pointer);
      }
    };
    expect(pointers()).toEqual([pointer]);
  });

  it('are none that hold files, which a spreadsheet only names', () => {
    const all = [...COLUMNS, column('photo', '照片', 'Photos', { type: 'file', required: true })];
    expect(proposedMapping(['場地名稱', '照片'], all)).toEqual(['venue', null]);
    expect(missingColumns(all, ['venue', null])).toContain('photo');
    expect(() => takingOf(all, ['場地名稱', '照片'], ['venue', 'photo'], null)).toThrow(CallerError);
  });
});
