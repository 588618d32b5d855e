import { archived, columnKind } from './columns';

describe('a value in an archive', () => {
  it.each([
    ['integer', 7n, 7],
    ['integer', '7', 7],
    ['integer', 7, 7],
    ['integer', '-9223372036854775808', '-9223372036854775808'],
    ['integer', 9007199254740993n, '9007199254740993'],
    ['boolean', 1n, true],
    ['boolean', 0n, false],
    ['boolean', true, true],
    ['text', '007', '007'],
    ['text', '', ''],
    ['text', null, null],
  ] as const)('%s %p is kept as %p, whichever database it comes from', (kind, value, kept) => {
    expect(archived(kind, value)).toBe(kept);
  });

  it.each([
    ['integer', 1.5],
    ['integer', '1e3'],
    ['boolean', 2n],
    ['text', 7n],
  ] as const)('is refused where a column for %s holds %p, instead of being bent', (kind, value) => {
    expect(() => archived(kind, value)).toThrow('would not be faithful');
  });
});

describe('the kind of a column', () => {
  it.each([
    ['varchar(36)', 'text'],
    ['character varying(36)', 'text'],
    ['text', 'text'],
    ['INTEGER', 'integer'],
    ['bigint', 'integer'],
    ['boolean', 'boolean'],
  ])('of type %s is %s', (declared, kind) => {
    expect(columnKind(declared)).toBe(kind);
  });

  it('has to be taught before a backup carries it', () => {
    expect(() => columnKind('tsvector')).toThrow('do not know columns of type "tsvector"');
  });
});
