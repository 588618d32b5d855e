import { numberLook } from './formats.rules';

describe('how a workbook writes a number', () => {
  it('writes an amount with its currency, also what is owed', () => {
    expect(numberLook(1_680_000, 'NT$1,680,000', 'money')).toEqual({ value: 1_680_000, format: '"NT$"#,##0' });
    expect(numberLook(-32_000, '-NT$32,000', 'money')).toEqual({ value: -32_000, format: '"NT$"#,##0' });
    expect(numberLook(1200.5, 'USD 1,200.50', 'money')).toEqual({ value: 1200.5, format: '"USD "#,##0.00' });
  });

  it('keeps a share as Excel does: a hundredth, shown in percent', () => {
    expect(numberLook(104.1, '104.1%', 'number')).toEqual({ value: 1.041, format: '0.0%' });
    expect(numberLook(95, '95%', 'number')).toEqual({ value: 0.95, format: '0.0%' });
  });

  it('writes a unit behind a count', () => {
    expect(numberLook(24, '24 人', 'number')).toEqual({ value: 24, format: '#,##0" 人"' });
  });

  it('leaves to print what is no part of the number', () => {
    expect(numberLook(61, '61／61', 'number')).toEqual({ value: 61, format: '#,##0' });
    expect(numberLook(3.8, '3.8（n=120）', 'number')).toEqual({ value: 3.8, format: '#,##0.0###' });
    expect(numberLook(7, undefined, 'code')).toEqual({ value: 7, format: '0.####' });
  });
});
