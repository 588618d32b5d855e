import { CallerError } from '@convener/kernel';
import { aSheet, aWorkbook, csv, formula, hostileSheets, raw, styled } from '../../test/support/sheets';
import { readSheet } from './read-sheet';

const rowsOf = async (content: Buffer, sheet: string | null = null) =>
  (await readSheet(content, sheet)).rows.map(({ cells }) => cells);

describe('a file that is read', () => {
  it.each(hostileSheets())('is refused in two languages where it is %s', async (_what, content, refusal) => {
    const error: unknown = await readSheet(content, null).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(CallerError);
    const { status, type, text } = error as CallerError;
    expect(`${status} ${type}`).toBe(refusal);
    expect(text.zh).toMatch(/[一-龥]/);
    expect(text.en).toMatch(/[a-z]{3}/);
  });
});

describe('a workbook', () => {
  it('has its headings below titles that fill one cell', async () => {
    const { headings, rows, sheets, sheet, encoding } = await readSheet(
      aSheet([['2028 年會場地列表'], [], ['場地名稱', '費用', null, '備註'], ['圓山', 12], [null], [null, null, '多']]),
      null,
    );
    expect(headings).toEqual(['場地名稱', '費用', '', '備註']);
    expect(rows).toEqual([
      { number: 4, cells: ['圓山', '12'] },
      { number: 6, cells: ['', '', '多'] },
    ]);
    expect([sheets, sheet, encoding]).toEqual([['工作表1'], '工作表1', null]);
  });

  it('is read at the sheet that is asked for, else at the first with headings; hidden ones are not there', async () => {
    const rows = (name: string) => [
      ['名稱', '費用'],
      [name, 1],
    ];
    const sheets = { 封面: [['列表']], 暗: rows('暗'), 北: rows('北'), 南: rows('南') };
    const book = aWorkbook({ sheets, states: { 暗: 'state="veryHidden"' } });
    expect(await readSheet(book, null)).toMatchObject({ sheets: ['封面', '北', '南'], sheet: '北' });
    expect(await rowsOf(book, '南')).toEqual([['南', '1']]);
    await expect(readSheet(book, '暗')).rejects.toMatchObject({ type: 'no-such-sheet' });
  });

  it('has days and times that are what people saw, numbers without dust, and of formulas what they came to', async () => {
    const formats = ['[$-404]e/m/d;@', 'yyyy-mm-dd hh:mm', 'h:mm'];
    const row = [
      styled(46916, 1),
      styled(46916.375, 2),
      styled(0.5, 3),
      0.1 + 0.2,
      formula('A1*2', '7.1000000000000005', 'n'),
    ];
    const more = [
      raw('t="b"', '<v>1</v>'),
      formula('1/0', '#DIV/0!', 'e'),
      raw('', '<f>1+1</f>'),
      raw('t="d"', '<v>2028-06-12T00:00:00Z</v>'),
    ];
    const sheets = {
      表: [
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
        [...row, ...more],
      ],
    };
    expect(await rowsOf(aWorkbook({ formats, sheets }))).toEqual([
      ['2028-06-12', '2028-06-12 09:00', '12:00', '0.3', '7.1', 'TRUE', '#DIV/0!', '#VALUE?', '2028-06-12'],
    ]);
    const old = aWorkbook({
      formats,
      sheets: {
        表: [
          ['a', 'b'],
          [styled(45454, 1), 1],
        ],
      },
      from1904: true,
    });
    expect(await rowsOf(old)).toEqual([['2028-06-12', '1']]);
  });

  it('has text that several cells share, in pieces, without how it is pronounced', async () => {
    const strings =
      '<sst><si><r><t>圓</t></r><r><t xml:space="preserve">山 &amp; 北</t></r><rPh><t>ㄩㄢ</t></rPh></si><si><t><![CDATA[a<b]]>_x000D_&#10;c</t></si></sst>';
    const rows = [
      ['名稱', '備註'],
      [raw('t="s"', '<v>0</v>'), raw('t="s"', '<v>1</v>')],
    ];
    expect(await rowsOf(aWorkbook({ sheets: { 表: rows }, strings }))).toEqual([['圓山 & 北', 'a<b\nc']]);
  });

  it('is read with prefixes, without places, and with merged cells whose value is in the first', async () => {
    const xml =
      '<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="str"><x:v>名稱</x:v></x:c><x:c t="str"><x:v>區</x:v></x:c></x:row>' +
      '<x:row><x:c t="str"><x:v>甲</x:v></x:c><x:c t="str"><x:v>北</x:v></x:c></x:row><x:row><x:c t="str"><x:v>乙</x:v></x:c></x:row></x:sheetData>' +
      '<x:mergeCells><x:mergeCell ref="B2:B3"/></x:mergeCells></x:worksheet>';
    const book = aWorkbook({ sheets: { 表: [] }, more: { 'xl/worksheets/sheet1.xml': xml } });
    expect(await rowsOf(book)).toEqual([['甲', '北'], ['乙']]);
  });
});

describe('a text file', () => {
  const BIG5 = Buffer.concat([
    Buffer.from([0xb3, 0xf5, 0xa6, 0x61, 0x2c, 0xb6, 0x4f, 0xa5, 0xce, 0x0d, 0x0a]),
    Buffer.from([0xb6, 0xea, 0xa4, 0x73, 0x2c, 0x31, 0x0d, 0x0a]),
  ]);
  const unicode = Buffer.from('\ufeff場地\t費用\r\n圓山\t1\r\n', 'utf16le');
  it.each<[string, Buffer, string | null]>([
    ['UTF-8', csv('場地,費用', '圓山,1'), 'utf-8'],
    ['UTF-8 with a mark', csv('\ufeff場地,費用', '圓山,1'), 'utf-8'],
    ['Big5', BIG5, 'big5'],
    ['the Unicode text of Excel', unicode, null],
    ['semicolons', csv('場地;費用', '圓山;1'), 'utf-8'],
    ['tabs', csv('場地\t費用', '圓山\t1'), 'utf-8'],
    ['line feeds alone', Buffer.from('場地,費用\n圓山,1'), 'utf-8'],
    ['carriage returns alone', Buffer.from('場地,費用\r圓山,1\r'), 'utf-8'],
    ['a line that says what separates', csv('sep=;', '場地;費用', '圓山;1'), 'utf-8'],
  ])('is read in %s', async (_what, content, expected) => {
    const { headings, rows, encoding } = await readSheet(content, null);
    expect([headings, rows[0]!.cells, encoding]).toEqual([['場地', '費用'], ['圓山', '1'], expected]);
  });

  it('keeps separators and line breaks within quotes, counts blank rows, and drops the guard before a formula', async () => {
    const { rows } = await readSheet(
      csv('名稱,備註', '', `"甲, ""乙""","一\r\n二"`, `'=cmd|' /C calc'!A0,'+886-2`, `'人,-5`),
      null,
    );
    expect(rows).toEqual([
      { number: 3, cells: ['甲, "乙"', '一\n二'] },
      { number: 4, cells: [`=cmd|' /C calc'!A0`, '+886-2'] },
      { number: 5, cells: [`'人`, '-5'] },
    ]);
  });
});
