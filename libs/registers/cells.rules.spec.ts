import { COLUMN_TYPES, type ColumnType, type RegisterColumn } from '@convener/register-presets';
import fc from 'fast-check';
import { type GivenCell, readCell, shownCell, shownTotal } from './cells.rules';

const column = (type: ColumnType, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key: 'a', name: '欄', nameEn: 'Column', type, required: false, unique: false, personal: false },
  ...{ unit: null, choices: [] },
  ...more,
});
const grades = column('choice', {
  choices: [
    { key: 'gold', name: '金級', nameEn: 'Gold' },
    { key: 'silver', name: '銀級', nameEn: 'Silver' },
  ],
});

describe('a cell', () => {
  it.each<[string, RegisterColumn, GivenCell, unknown]>([
    ['text as it is, without the space around it', column('text'), '  圓山 大飯店\n二樓 ', '圓山 大飯店\n二樓'],
    ['a number with its thousands', column('number'), '1,200', 1200],
    ['full-width digits', column('number'), '１２００．５', 1200.5],
    ['a number with the unit of its column', column('number', { unit: '坪' }), '120 坪', 120],
    ['a number that came as one', column('number'), -3.25, -3.25],
    ['money in hundredths', column('money'), '1200.5', 120_050],
    ['money with its sign', column('money'), 'NT$1,250,000', 125_000_000],
    ['money with its unit', column('money'), '１２００元', 120_000],
    ['money in ten thousands', column('money'), '120.5萬', 120_500_000],
    ['money that is taken back', column('money'), '-NT$500', -50_000],
    ['a day of the 民國 calendar', column('date'), '117/3/5', '2028-03-05'],
    ['a name with one space between', column('person'), 'Mary  Ann\tLee', 'Mary Ann Lee'],
    ['an address in small letters', column('e-mail'), 'Wang@Example.TEST', 'wang@example.test'],
    [
      'a telephone number with its extension',
      column('phone'),
      '（０２）２３４５－６７８９ 分機 12',
      '(02)2345-6789#12',
    ],
    ['a choice by its name', grades, '金級', 'gold'],
    ['a choice by its English name', grades, 'SILVER', 'silver'],
    ['yes', column('yes-no'), '有', 'yes'],
    ['no', column('yes-no'), '無', 'no'],
    ['false as no', column('yes-no'), false, 'no'],
    ['nothing where it is empty', column('money'), '  ', null],
    ['nothing where it is cleared', column('date'), null, null],
  ])('reads %s', (_what, of, given, value) => {
    expect(readCell(of, given)).toEqual({ value });
  });

  it.each<[ColumnType, GivenCell, string]>([
    ['number', '約 500', '不是數字；可以寫 1,200 或 1200.5，小數最多四位。'],
    ['number', '1,23', '不是數字；可以寫 1,200 或 1200.5，小數最多四位。'],
    ['number', 1e21, '不是數字；可以寫 1,200 或 1200.5，小數最多四位。'],
    ['number', '1000000000001', '數字太大了。'],
    ['money', 'US$300', '不是新臺幣金額；可以寫 NT$1,200、1200 元或 120萬。'],
    ['money', '1.234', '金額的小數最多兩位。'],
    ['money', '萬', '不是新臺幣金額；可以寫 NT$1,200、1200 元或 120萬。'],
    ['e-mail', 'wang@', '不是正確的電子郵件地址。'],
    ['phone', '請洽櫃台', '不是正確的電話號碼，例如 02-2345-6789#12。'],
    ['yes-no', '也許', '請寫「是」或「否」。'],
    ['text', 'a\u0000b', '含有不能使用的控制字元。'],
    ['text', '\ud800', '含有不能使用的控制字元。'],
    ['person', '王'.repeat(201), '最多 200 個字。'],
  ])('of type %s refuses %j', (type, given, zh) => {
    expect(readCell(column(type), given)).toEqual({ wrong: { zh, en: expect.any(String) } });
  });

  it('names what can be chosen where something else was', () => {
    expect(readCell(grades, '銅級')).toEqual({
      wrong: { zh: '應該是其中之一：金級、銀級。', en: 'Must be one of: Gold, Silver.' },
    });
  });

  it('reads what it has shown as what it has kept, whatever was given', () => {
    const given = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.integer().map(String),
      fc.constantFrom('有', '金級'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...COLUMN_TYPES), given, (type, cell) => {
        const of = type === 'choice' ? grades : column(type);
        const read = readCell(of, cell);
        if ('wrong' in read || read.value === null) return;
        expect(readCell(of, shownCell(of, read.value))).toEqual(read);
      }),
    );
  });

  it('is added up without the dust of floating point', () => {
    expect(shownTotal(column('money'), 120_050)).toBe(1200.5);
    expect(shownTotal(column('number'), 0.1 + 0.2)).toBe(0.3);
  });

  it('are no files, whatever is typed, and are not emptied by nothing either', () => {
    for (const given of ['正門.jpg', '', null, 1])
      expect(readCell(column('file'), given)).toMatchObject({
        wrong: { zh: expect.stringContaining('檔案') as string },
      });
  });
});
