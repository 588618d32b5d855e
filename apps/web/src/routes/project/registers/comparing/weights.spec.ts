import type { RegisterColumn } from '../../../../api/types';
import { weightsKept, weightsShown } from './weights';

const column = (key: string, type: RegisterColumn['type'], personal = false): RegisterColumn => ({
  ...{ key, name: key, nameEn: key, type, unit: null, masked: false },
  ...{ required: false, unique: false, personal, choices: [] },
});
const columns = [
  column('name', 'text'),
  column('cost', 'money'),
  column('seats', 'number'),
  column('deposit', 'money', true),
  column('parking', 'yes-no'),
];

describe('the weights by which rows are compared', () => {
  it('stand for every column of amounts, numbers and yes or no that is not personal', () => {
    expect(weightsShown(columns, []).map(({ column: key }) => key)).toEqual(['cost', 'seats', 'parking']);
  });

  it('begin with less cost and more of all else as the better', () => {
    expect(weightsShown(columns, []).map(({ better }) => better)).toEqual(['lower', 'higher', 'higher']);
  });

  it('are those that the list keeps, and only those that count are kept', () => {
    const kept = [{ column: 'seats', weight: 4, better: 'lower' as const }];
    const shown = weightsShown(columns, kept);
    expect(shown[1]).toEqual(kept[0]);
    expect(weightsKept(shown)).toEqual(kept);
  });
});
