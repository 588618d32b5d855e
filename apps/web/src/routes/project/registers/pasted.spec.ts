import type { RegisterColumn } from '../../../api/types';
import { laidOut, pastedCells } from './pasted';

const column = (key: string, choices: RegisterColumn['choices'] = []): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type: choices.length > 0 ? 'choice' : 'text', unit: null, masked: false },
  ...{ required: false, unique: false, personal: false, choices },
});

describe('what a spreadsheet puts on the clipboard', () => {
  it('is rows of cells', () => {
    expect(pastedCells('台北國際會議中心\t3100\r\n圓山飯店\t800\r\n')).toEqual([
      ['台北國際會議中心', '3100'],
      ['圓山飯店', '800'],
    ]);
  });

  it('has cells with line breaks, tabs and quotes inside', () => {
    expect(pastedCells('"第一行\n第二行"\t"他說""好"""\n"左\t右"\t5')).toEqual([
      ['第一行\n第二行', '他說"好"'],
      ['左\t右', '5'],
    ]);
  });

  it('keeps a quote that only stands inside a cell', () => {
    expect(pastedCells('24" 螢幕\t2\n27" 螢幕\t1')).toEqual([
      ['24" 螢幕', '2'],
      ['27" 螢幕', '1'],
    ]);
  });

  it('is left to the field where it is one cell', () => {
    expect(pastedCells('圓山飯店')).toBeNull();
    expect(pastedCells('圓山飯店\n')).toBeNull();
  });
});

describe('what is pasted lies over the list', () => {
  const list = { rows: 2, columns: ['name', 'seats', 'fee'].map((key) => column(key)) };

  it('from the cell on, and behind the last row it adds', () => {
    const cells = [['800'], ['900'], ['1000']];
    expect(laidOut(cells, { row: 1, column: 1 }, list)).toEqual({
      rows: [
        { at: 1, cells: { seats: '800' } },
        { at: null, cells: { seats: '900' } },
        { at: null, cells: { seats: '1000' } },
      ],
      over: 0,
    });
  });

  it('says how many columns find no place', () => {
    expect(laidOut([['1', '2', '3', '4']], { row: 0, column: 2 }, list).over).toBe(3);
  });

  it('adds no row for an empty line', () => {
    expect(laidOut([['圓山'], [''], ['君悅']], { row: 2, column: 0 }, list).rows).toHaveLength(2);
  });

  it('takes choices by their names, in either language', () => {
    const choices = [{ key: 'confirmed', name: '已確認', nameEn: 'Confirmed' }];
    const chosen = { rows: 3, columns: [column('status', choices)] };
    const { rows } = laidOut([['已確認'], ['Confirmed'], ['也許']], { row: 0, column: 0 }, chosen);
    expect(rows.map(({ cells }) => cells.status)).toEqual(['confirmed', 'confirmed', '也許']);
  });

  it('passes by columns of files, whatever stands there', () => {
    const files = {
      rows: 1,
      columns: [{ key: 'venue' }, { key: 'photo', type: 'file' }, { key: 'note' }],
    } as typeof list;
    files.columns.forEach((column) => Object.assign(column, { choices: [] }));
    expect(laidOut([['圓山', '正門.jpg', '好']], { row: 0, column: 0 }, files).rows).toEqual([
      { at: 0, cells: { venue: '圓山', note: '好' } },
    ]);
    expect(laidOut([['正門.jpg'], ['側門.jpg']], { row: 0, column: 1 }, files).rows).toEqual([]);
  });
});
