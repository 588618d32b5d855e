import { loadingOrder } from './table-order';

const table = (name: string, ...references: string[]) => ({ name, references });

describe('the order in which tables are loaded', () => {
  it('puts each table behind those that it references', () => {
    const order = loadingOrder([
      table('checks', 'items', 'people'),
      table('items', 'projects'),
      table('projects'),
      table('people'),
    ]);
    expect(order.map(({ name }) => name)).toEqual(['people', 'projects', 'items', 'checks']);
  });

  it('is the same however the database lists them', () => {
    const tables = [table('b'), table('a', 'b'), table('c')];
    expect(loadingOrder([...tables].reverse())).toEqual(loadingOrder(tables));
  });

  it('names the tables that reference each other in a ring, instead of loading some of them', () => {
    expect(() => loadingOrder([table('a', 'b'), table('b', 'a'), table('c')])).toThrow('load these tables in: a, b');
  });
});
