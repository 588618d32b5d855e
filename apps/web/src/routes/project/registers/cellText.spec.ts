import type { RegisterColumn } from '../../../api/types';
import { cellText, draftText, typedText } from './cellText';

const words = {
  yes: '是',
  no: '否',
  unnamed: '（未填）',
  day: (day: string, short?: boolean) => `<${short ? day.slice(5) : day}>`,
  pick: (zh: string) => zh,
};
const column = (type: RegisterColumn['type']): RegisterColumn => ({
  ...{ key: 'a', name: '甲', nameEn: 'A', type, unit: null, masked: false },
  ...{ required: false, unique: false, personal: false },
  choices: type === 'choice' ? [{ key: 'theatre', name: '劇院型', nameEn: 'Theatre' }] : [],
});

describe('a cell reads as people write it', () => {
  it.each([
    ['money', 1234567.5, '1,234,567.5'],
    ['number', 1200, '1,200'],
    ['yes-no', false, '否'],
    ['date', '2028-06-12', '<2028-06-12>'],
    ['choice', 'theatre', '劇院型'],
    ['text', '三樓大會堂', '三樓大會堂'],
    ['file', '正門.jpg\n側門.jpg', '正門.jpg、側門.jpg'],
    ['time-range', '09:00/17:00', '09:00–17:00'],
    ['time-range', '2028-06-12/2028-06-12', '<2028-06-12>'],
    ['time-range', '2028-06-12/2028-06-14', '<2028-06-12> – <06-14>'],
    ['time-range', '2028-12-30/2029-01-02', '<2028-12-30> – <2029-01-02>'],
    ['time-range', '2028-06-12T09:00/2028-06-12T17:00', '<2028-06-12> 09:00–17:00'],
    ['time-range', '2028-06-12T09:00/2028-06-14T17:00', '<2028-06-12> 09:00 – <06-14> 17:00'],
  ] as const)('%s %s', (type, value, text) => {
    expect(cellText(column(type), value, words)).toBe(text);
  });

  it('and an empty one as nothing', () => {
    expect(cellText(column('money'), undefined, words)).toBe('');
    expect(typedText(column('money'), undefined)).toBe('');
  });
});

describe('a cell that is edited starts as it could have been typed', () => {
  it.each([
    ['money', 1234567.5, '1234567.5'],
    ['yes-no', true, 'yes'],
    ['date', '2028-06-12', '2028/06/12'],
    ['choice', 'theatre', 'theatre'],
    ['time-range', '2028-06-12/2028-06-12', '2028/06/12'],
    ['time-range', '2028-06-12T09:00/2028-06-14T17:00', '2028/06/12 09:00 ~ 2028/06/14 17:00'],
    ['time-range', '09:00/17:00', '09:00 ~ 17:00'],
  ] as const)('%s %s', (type, value, text) => {
    expect(typedText(column(type), value)).toBe(text);
  });
});

it('what is on its way reads as what was typed, and what was chosen by its name', () => {
  expect(draftText(column('money'), 'NT$1,200', words)).toBe('NT$1,200');
  expect(draftText(column('choice'), 'theatre', words)).toBe('劇院型');
  expect(draftText(column('yes-no'), 'yes', words)).toBe('是');
  expect(draftText(column('yes-no'), '', words)).toBe('');
});

describe('a row of another list', () => {
  const link = column('row-link');

  it('reads as what it is called, and is typed so where it is called something', () => {
    expect(cellText(link, 'r1', words, '台積電')).toBe('台積電');
    expect(typedText(link, 'r1', '台積電')).toBe('台積電');
    expect(cellText(link, 'r1', words, '')).toBe('（未填）');
    expect(typedText(link, 'r1', '')).toBe('r1');
    expect(cellText(link, undefined, words)).toBe('');
  });
});
