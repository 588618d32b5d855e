import { numberText, roundedText, showsTime, timeText } from './number-formats.rules';

describe('a number in a spreadsheet', () => {
  it.each([
    [14, undefined],
    [31, undefined],
    [164, 'yyyy-mm-dd'],
    [164, '[$-404]e/m/d;@'],
    [164, 'yyyy"年"m"月"d"日"'],
    [164, '[h]:mm'],
    [164, '上午/下午 hh"時"mm"分"'],
  ])('is a day or time with format %i %s', (id, code) => expect(showsTime(id, code)).toBe(true));

  it.each([
    [0, undefined],
    [4, undefined],
    [49, undefined],
    [164, 'General'],
    [164, '0.00E+00'],
    [164, '#,##0_);[Red]\\(#,##0\\)'],
    [164, '"第"0"屆 day"'],
    [164, 'G/通用格式'],
    [164, '[$NT$-404]#,##0.00'],
    [164, '0\\h'],
  ])('is a number with format %i %s', (id, code) => expect(showsTime(id, code)).toBe(false));

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [46916, '2028-06-12'],
    [46916.375, '2028-06-12 09:00'],
    [46916.999999999, '2028-06-13'],
    [0.375, '09:00'],
    [0, '00:00'],
    [0.37501157, '09:00:01'],
    [-3, '-3'],
    [5_000_000, '5000000'],
  ])('%d is %s where days are counted from 1900', (serial, text) => expect(timeText(serial, false)).toBe(text));

  it.each([
    [0.5, '12:00'],
    [1, '1904-01-02'],
    [45454, '2028-06-12'],
  ])('%d is %s where days are counted from 1904', (serial, text) => expect(timeText(serial, true)).toBe(text));

  it.each([
    [0.1 + 0.2, '0.3'],
    [100 / 3, '33.3333333333333'],
    [25.0339639, '25.0339639'],
    [-0, '0'],
    [1_250_000, '1250000'],
    [886_912_345_678, '886912345678'],
    [1234.5678, '1234.5678'],
  ])('%d is written %s, without the dust of floating point', (value, text) => expect(numberText(value)).toBe(text));

  it.each([
    ['33.3333333333333', '33.3333'],
    ['-0.00001', '0'],
    ['1e-7', '0'],
    ['1.00015', '1.0002'],
    ['1234.5678', '1234.5678'],
    ['123456789012345', '123456789012345'],
  ])('%s is %s in a column of numbers', (text, kept) => expect(roundedText(text)).toBe(kept));
});
