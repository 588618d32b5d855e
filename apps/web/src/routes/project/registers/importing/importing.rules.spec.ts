import type { ImportPreview } from '../../../../api/types';
import { remapped, withChoices } from './importing.rules';

const last = { sheet: '北', headings: ['a', 'b'], mapping: ['venue', null], key: 'venue', rows: 2 } as ImportPreview;

describe('how a file is to be read', () => {
  it('is as the server proposes, until something is chosen', () => expect(withChoices(last, {})).toEqual(last));

  it('keeps what was chosen before the next preview is there', () => {
    const mapping = ['venue', 'cost'];
    expect(withChoices(last, { mapping, key: 'cost' })).toEqual({ ...last, mapping, key: 'cost' });
    expect(withChoices(last, { key: '' }).key).toBeNull();
    expect(withChoices(last, { sheet: '南' }).sheet).toBe('南');
  });

  it('fills a column from one place', () =>
    expect(remapped(last, 1, 'venue')).toEqual({ mapping: [null, 'venue'], key: 'venue' }));

  it('leaves several headings out, and knows no rows by a column that is not filled', () => {
    expect(remapped({ ...last, mapping: ['venue', 'cost'] }, 0, null)).toEqual({ mapping: [null, 'cost'], key: '' });
    expect(remapped({ ...last, key: null }, 0, null)).toEqual({ mapping: [null, null], key: '' });
  });
});
