import type { ColumnType, RegisterColumn } from '@convener/register-presets';
import { isAbout, isWrittenIn } from './naming.rules';

const column = (key: string, type: ColumnType, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type, required: false, unique: false, personal: true, unit: null, choices: [] },
  ...more,
});
const columns = [
  column('company', 'text', { personal: false }),
  column('contact', 'person'),
  column('phone', 'phone'),
  column('email', 'e-mail'),
  column('diet', 'choice', { choices: [{ key: 'vegan', name: '全素', nameEn: 'Vegan' }] }),
  column('born', 'date'),
];
const row = {
  ...{ company: '王家飯店', contact: '王 小明', phone: '02-2886-8888#12', email: 'ming.wang@example.test' },
  ...{ diet: 'vegan', born: '1990-03-05' },
};

describe('a person', () => {
  it.each([
    ['a part of the name', '小明'],
    ['the name in wide letters and spaces', '王　小明'],
    ['the e-mail address', 'Ming.Wang@Example.TEST '],
    ['the number with its extension', '(02) 2886 8888 轉 12'],
    ['the number without it', '0228868888'],
    ['the number as it is dialled from abroad', '+886 2 2886-8888'],
    ['the same with the zero beside it', '+886 (0)2-28868888#12'],
    ['the same with the zero before it', '+886(02)28868888'],
  ])('is found by %s', (_, text) => {
    expect(isAbout(text, columns, row)).toBe(true);
  });

  it.each([
    ['a part of an address', 'wang@example'],
    ['another address', 'ming.wang@example.test.tw'],
    ['a part of the number', '2886-8888'],
    ['another extension', '02-2886-8888#13'],
    ['what is not personal', '王家'],
    ['what is personal and names nobody', '全素'],
    ['a day', '1990-03-05'],
  ])('is not found by %s', (_, text) => {
    expect(isAbout(text, columns, row)).toBe(false);
  });

  it('is found by letters of any case', () => {
    expect(isAbout('SMITH', columns, { contact: 'Ann Smith' })).toBe(true);
  });

  it('are found in free words too: in part, and by a phone number however it is written', () => {
    const notes = '請王　小明（0912-345-678，分機 3）聯絡 MING@example.test。';
    for (const text of ['王 小明', 'ming@example', '0912345678', '+886 912 345 678', '０９１２－３４５－６７８'])
      expect([text, isWrittenIn(notes, text)]).toEqual([text, true]);
    for (const text of ['王小美', '0912-345-679', '345-678-9', '2028'])
      expect([text, isWrittenIn(notes, text)]).toEqual([text, false]);
  });

  it('of files are found by what those are called', () => {
    const scans = [column('scan', 'file')];
    expect(isAbout('王小明', scans, { scan: '正門.jpg\n王小明身分證.jpg' })).toBe(true);
  });
});
