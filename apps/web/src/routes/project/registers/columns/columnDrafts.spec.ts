import type { RegisterColumn } from '../../../../api/types';
import { changedColumns, draftOf, moved, newChoice, newDraft } from './columnDrafts';

const column = (key: string, more: Partial<RegisterColumn> = {}): RegisterColumn => ({
  ...{ key, name: `欄 ${key}`, nameEn: key, type: 'text', required: false, unique: false, personal: false },
  ...{ unit: null, choices: [], masked: false, ...more },
});

describe('columns that are changed', () => {
  it('are sent as they were where nothing was touched', () => {
    const before = [
      column('seats', { type: 'number', unit: '位' }),
      column('kind', { type: 'choice', choices: [{ key: 'van', name: '九人座', nameEn: 'Van' }] }),
    ];
    const { masked: _, ...seats } = before[0]!;
    expect(changedColumns(before.map(draftOf), before)[0]).toEqual(seats);
    expect(changedColumns(before.map(draftOf), before)[1]!.choices).toEqual(before[1]!.choices);
  });

  it('get keys that the list never had, also not in a column that goes', () => {
    const before = [column('c1'), column('c2')];
    const drafts = [draftOf(before[0]!), { ...newDraft(), name: ' 新的 ' }, { ...newDraft(), name: '再一欄' }];
    expect(changedColumns(drafts, before).map(({ key }) => key)).toEqual(['c1', 'c3', 'c4']);
    expect(changedColumns(drafts, before)[1]).toMatchObject({ name: '新的', nameEn: '新的' });
  });

  it('lose the lines that were left empty, but none that is there already', () => {
    const before = [column('a')];
    const drafts = [{ ...draftOf(before[0]!), name: ' ' }, newDraft()];
    expect(changedColumns(drafts, before)).toEqual([expect.objectContaining({ key: 'a', name: '' })]);
  });

  it('get further choices behind those that they have', () => {
    const before = [column('kind', { type: 'choice', choices: [{ key: 'o1', name: '大', nameEn: 'Large' }] })];
    const draft = draftOf(before[0]!);
    const choices = [...draft.choices, { ...newChoice(), name: '小' }, newChoice()];
    expect(changedColumns([{ ...draft, choices }], before)[0]!.choices).toEqual([
      { key: 'o1', name: '大', nameEn: 'Large' },
      { key: 'o2', name: '小', nameEn: '小' },
    ]);
  });

  it('move one place at a time and never past the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});
