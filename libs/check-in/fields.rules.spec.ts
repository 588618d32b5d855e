import type { RegisterColumn } from '@convener/register-presets';
import { fieldProblems, onSiteWord, proposedFields, standingFields, withoutUnfitNumber } from './fields.rules';

const column = (key: string, type: RegisterColumn['type'], more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type, required: false, unique: false, personal: false, unit: null, choices: [] },
  ...more,
});

describe('the columns that desks use', () => {
  it('are those of the ready list by their keys, where they are of the right type', () => {
    const columns = [
      ...[column('number', 'text', { unique: true }), column('name', 'person'), column('fee', 'money')],
      ...[column('paid', 'text'), column('kind', 'choice')],
    ];
    expect(proposedFields(columns)).toEqual({ name: 'name', number: 'number', fee: 'fee', kind: 'kind' });
  });

  it('are the first of people and the first without doubles in a list of somebody’s own', () => {
    const columns = [column('club', 'text'), column('guest', 'person'), column('ticket', 'text', { unique: true })];
    expect(proposedFields(columns)).toEqual({ name: 'guest', number: 'ticket' });
    expect(proposedFields([column('club', 'text')])).toEqual({ name: 'club' });
    expect(proposedFields([column('seats', 'number')])).toEqual({});
  });

  it('need a name, exist, fit, and serve one purpose', () => {
    const columns = [column('name', 'person'), column('number', 'text'), column('fee', 'money')];
    const pointers = (fields: object) => fieldProblems(columns, fields).map(({ pointer }) => pointer);
    expect(pointers({ name: 'name', fee: 'fee' })).toEqual([]);
    expect(pointers({})).toEqual(['/fields/name']);
    expect(pointers({ name: 'name', organisation: 'firm' })).toEqual(['/fields/organisation']);
    // Two rows may have the same number there.
    expect(pointers({ name: 'name', number: 'number' })).toEqual(['/fields/number']);
    expect(pointers({ name: 'number', organisation: 'number' })).toEqual(['/fields/organisation']);
  });

  it('know walk-ins by a word where the list has one for them', () => {
    const choices = [{ key: 'onSite', name: '現場註冊', nameEn: 'On site' }];
    expect(onSiteWord([column('way', 'choice', { choices })], { way: 'way' })).toBe('onSite');
    expect(onSiteWord([column('way', 'choice')], { way: 'way' })).toBeNull();
    expect(onSiteWord([], {})).toBeNull();
  });

  it('are left out once the list has them no longer, or has something else by that key', () => {
    const columns = [column('name', 'person'), column('paid', 'text'), column('fee', 'money')];
    const chosen = { name: 'name', paid: 'paid', fee: 'fee', receipt: 'receipt', way: 'way' };
    expect(standingFields(columns, chosen)).toEqual({ name: 'name', fee: 'fee' });
  });

  it('have the names elsewhere once the column of names is gone, if anywhere', () => {
    const columns = [column('club', 'text'), column('nickname', 'text')];
    expect(standingFields(columns, { name: 'name', organisation: 'club' })).toEqual({
      ...{ organisation: 'club', name: 'nickname' },
    });
    expect(standingFields([column('seats', 'number')], { name: 'name' })).toEqual({});
  });

  it('take no number of a desk where they hold figures alone', () => {
    const figures = [column('no', 'number', { unique: true })];
    expect(withoutUnfitNumber(figures, { number: 'no' }, { no: 'WA001', who: '甲' })).toEqual({ no: null, who: '甲' });
    expect(withoutUnfitNumber(figures, { number: 'no' }, { no: '17' })).toEqual({ no: '17' });
    const words = [column('no', 'text', { unique: true })];
    expect(withoutUnfitNumber(words, { number: 'no' }, { no: 'WA001' })).toEqual({ no: 'WA001' });
    expect(withoutUnfitNumber(words, {}, { no: 'WA001' })).toEqual({ no: 'WA001' });
  });
});
