import { column, contactColumns, note } from '@convener/register-presets';
import { expiryDay, isExpired, personalIn, stillErased, withoutPersonal } from './privacy.rules';

const at = (iso: string) => Date.parse(iso);
const columns = [
  column('company', '公司', 'Company', 'text', { required: true }),
  ...contactColumns(),
  column('diet', '飲食', 'Diet', 'choice', {
    ...{ personal: true, choices: [{ key: 'vegan', name: '全素', nameEn: 'Vegan' }] },
  }),
  column('born', '生日', 'Born on', 'date', { personal: true }),
  note(),
];
const row = {
  ...{ company: '王家飯店', contact: '王 小明', phone: '02-2886-8888#12', email: 'ming.wang@example.test' },
  ...{ diet: 'vegan', born: '1990-03-05', note: '李小姐介紹' },
};

describe('personal cells', () => {
  it('are gone so many days after closing, by the clock of the project', () => {
    const taipei = { closingDay: '2027-12-20', zone: 'Asia/Taipei' };
    const day = expiryDay(null, taipei, 180);
    expect(day).toBe('2028-06-17');
    expect(isExpired(day, taipei, at('2028-06-16T23:59:59+08:00'))).toBe(false);
    expect(isExpired(day, taipei, at('2028-06-17T00:00:00+08:00'))).toBe(true);
    expect(isExpired(day, { zone: 'America/New_York' }, at('2028-06-17T00:00:00+08:00'))).toBe(false);
    expect(isExpired(day, { zone: 'America/New_York' }, at('2028-06-17T00:00:00-04:00'))).toBe(true);
  });

  it('go by what the list says of its own, and move with the closing', () => {
    expect(expiryDay(1, { closingDay: '2028-02-28' }, 180)).toBe('2028-02-29');
    expect(expiryDay(3650, { closingDay: '2028-02-28' }, 180)).toBe('2038-02-25');
    expect(expiryDay(null, { closingDay: '2028-03-01' }, 365)).toBe('2029-03-01');
  });

  it('are those of columns that are marked, whatever else a name stands in', () => {
    expect(personalIn(columns, row)).toEqual(['contact', 'phone', 'email', 'diet', 'born']);
    expect(personalIn(columns, { company: '王家飯店' })).toEqual([]);
    expect(withoutPersonal(columns, row)).toEqual({ company: '王家飯店', note: '李小姐介紹' });
  });

  it('stay erased until one is filled again', () => {
    expect(stillErased(columns, { note: '再聯絡' }, 5)).toBe(5);
    expect(stillErased(columns, { phone: '119' }, 5)).toBeNull();
    expect(stillErased(columns, { phone: '119' }, null)).toBeNull();
  });
});
