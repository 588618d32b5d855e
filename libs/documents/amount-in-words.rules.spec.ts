import * as fc from 'fast-check';
import { amountInWords } from './amount-in-words.rules';

const DIGITS = '零壹貳參肆伍陸柒捌玖';

/** Reads it back, by itself. */
function read(words: string): number {
  const unit = { 拾: 10, 佰: 100, 仟: 1000 } as Record<string, number>;
  const group = { 萬: 1e4, 億: 1e8, 兆: 1e12 } as Record<string, number>;
  let [total, part, digit] = [0, 0, 0];
  for (const char of words.replace(/整$/, '')) {
    if (DIGITS.includes(char)) digit = DIGITS.indexOf(char);
    else if (char in unit) [part, digit] = [part + digit * unit[char]!, 0];
    else if (char in group) [total, part, digit] = [total + (part + digit) * group[char]!, 0, 0];
    else if (char === '元') [total, part, digit] = [(total + part + digit) * 100, 0, 0];
    else if (char === '角') [total, digit] = [total + digit * 10, 0];
    else if (char === '分') [total, digit] = [total + digit, 0];
    else throw new Error(char);
  }
  return total;
}

describe('an amount in words', () => {
  it.each([
    [0, '零元整'],
    [100, '壹元整'],
    [1_000, '壹拾元整'],
    [120_000, '壹仟貳佰元整'],
    [120_500, '壹仟貳佰零伍元整'],
    [100_500, '壹仟零伍元整'],
    [1_000_000, '壹萬元整'],
    [1_000_100, '壹萬零壹元整'],
    [10_050_000, '壹拾萬零伍佰元整'],
    [120_500_000, '壹佰貳拾萬伍仟元整'],
    [10_000_000_100, '壹億零壹元整'],
    [1_250, '壹拾貳元伍角整'],
    [1_205, '壹拾貳元零伍分'],
    [50, '伍角整'],
    [5, '伍分'],
  ])('%i hundredths are %s', (hundredths, words) => expect(amountInWords(hundredths)).toBe(words));

  it('reads back as the same amount, and never has two 零 in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_00 }), (hundredths) => {
        const words = amountInWords(hundredths);
        expect(read(words)).toBe(hundredths);
        expect(words).not.toMatch(/零零|零$/);
      }),
    );
  });

  it('is none below zero, or of parts of a cent', () => {
    expect(() => amountInWords(-1)).toThrow();
    expect(() => amountInWords(0.5)).toThrow();
  });
});
