import { laidOut, pastedCells } from './pasted';

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
  const list = { rows: 2, columns: ['name', 'seats', 'fee'] };

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
});
