import { choicesOf, newColumn, ownColumns } from './ownColumns';

describe('the columns of a list of one’s own', () => {
  it('get keys of their own, and those without a name fall away', () => {
    const columns = [{ ...newColumn(), name: ' 班次 ', required: true }, newColumn(), { ...newColumn(), name: '車號' }];
    expect(ownColumns(columns)).toEqual([
      { key: 'c1', name: '班次', type: 'text', required: true, personal: false },
      { key: 'c2', name: '車號', type: 'text', required: false, personal: false },
    ]);
  });

  it('have choices as people list them', () => {
    expect(choicesOf('大客車、中型巴士，九人座\n大客車')).toEqual(['大客車', '中型巴士', '九人座']);
    const [column] = ownColumns([{ ...newColumn(), name: '車種', type: 'choice', choices: '大客車、九人座' }]);
    expect(column?.choices).toEqual([
      { key: 'o1', name: '大客車', nameEn: '大客車' },
      { key: 'o2', name: '九人座', nameEn: '九人座' },
    ]);
  });
});
