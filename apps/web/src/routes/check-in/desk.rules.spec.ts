import type { CheckIn, DeskEntry, DeskRow, TakenEntry } from '../../api/types';
import { badgeRows } from './badges.rules';
import {
  counted,
  type DeskState,
  emptyDesk,
  entered,
  found,
  indexOf,
  isDeskReceipt,
  type Kept,
  kindName,
  owes,
  receiptNumber,
  renewed,
  scannedRow,
  settled,
  shownRows,
  troublesOf,
  waitingOf,
} from './desk.rules';

const row = (id: string, more: Partial<DeskRow> = {}): DeskRow => ({
  ...{ id, status: 'confirmed', name: id, number: null, organisation: null, kind: null, fee: 500, paid: false },
  ...{ receipt: null, arrivedAt: null, deskId: null, ...more },
});
const FIELDS = { name: 'who', number: 'no', fee: 'fee', paid: 'paid', way: 'way' };
const checkIn = { fields: FIELDS, receiptPrefix: '117-' } as unknown as CheckIn;
const kept = (kind: DeskEntry['kind'], rowId: string, more: Partial<DeskEntry> = {}): Kept => ({
  entry: { id: `${kind} ${rowId}`, kind, rowId, at: 1000, ...more },
  ...{ name: rowId, answer: null },
});
const desk = (rows: DeskRow[], ...all: Kept[]): DeskState => ({
  ...emptyDesk('list', 'me'),
  ...{ desk: { id: 'desk', code: 'B', name: '側門' }, checkIn, rows, kept: all, seq: 4, stamp: '1.1' },
});
const answer = (id: string, outcome: TakenEntry['outcome']): TakenEntry => ({ id, outcome, reason: null, first: null });

describe('what a desk shows', () => {
  it('counts what it has written down at once, before anybody has taken it', () => {
    const [shown] = shownRows(desk([row('甲')], kept('arrival', '甲')));
    expect(shown).toMatchObject({ arrivedAt: 1000, deskId: 'desk', waiting: true });
    expect(counted(shownRows(desk([row('甲'), row('乙')], kept('arrival', '甲'))))).toEqual({
      expected: 2,
      arrived: 1,
    });
  });

  it('leaves the first arrival where there are two, and takes back what was taken back', () => {
    const there = row('甲', { arrivedAt: 7, deskId: 'door' });
    expect(shownRows(desk([there], kept('arrival', '甲')))[0]).toMatchObject({ arrivedAt: 7, deskId: 'door' });
    expect(shownRows(desk([there], kept('undo', '甲')))[0]).toMatchObject({ arrivedAt: null, deskId: null });
  });

  it('has walk-ins in its list before the server has heard of them', () => {
    const walkIn = kept('walk-in', 'new', { cells: { who: '李大同', no: 'WB001', fee: '600' } });
    const [shown] = shownRows(desk([], walkIn));
    expect(shown).toMatchObject({ name: '李大同', number: 'WB001', fee: 600, paid: false, arrivedAt: 1000 });
    expect(shownRows(desk([], walkIn, kept('payment', 'new', { receipt: '117-B-0001' })))[0]).toMatchObject({
      ...{ paid: true, receipt: '117-B-0001' },
    });
  });

  it('expects nobody whose registration was cancelled', () => {
    expect(counted([row('甲', { status: 'dropped' }), row('乙')])).toEqual({ expected: 1, arrived: 0 });
  });
});

describe('what the server answers', () => {
  const state = desk([], kept('arrival', '甲'), kept('arrival', '乙'), kept('undo', '丙'), kept('walk-in', '丁'));

  it('is forgotten where it counts, and kept where somebody has to look into it', () => {
    const after = settled(state, [
      answer('arrival 甲', 'done'),
      answer('arrival 乙', 'double'),
      answer('undo 丙', 'double'),
      answer('walk-in 丁', 'refused'),
    ]);
    expect(waitingOf(after)).toEqual([]);
    expect(troublesOf(after).map(({ name }) => name)).toEqual(['乙', '丁']);
  });

  it('leaves everybody shown as they were until the list says it too', () => {
    const walkIn = kept('walk-in', '丁', { cells: { who: '李大同' } });
    const before = desk([row('甲')], kept('arrival', '甲'), kept('payment', '甲', { receipt: '117-B-0001' }), walkIn);
    const done = before.kept.map(({ entry }) => answer(entry.id, 'done'));
    const shown = shownRows(settled(before, done));
    expect(shown).toEqual(shownRows(before).map((one) => ({ ...one, waiting: false })));
    expect(shown).toMatchObject([{ paid: true, receipt: '117-B-0001' }, { name: '李大同' }]);
  });

  it('leaves alone what it says nothing of', () => {
    expect(waitingOf(settled(state, [answer('arrival 甲', 'done')]))).toHaveLength(3);
  });

  it('is the whole list, or what has changed of it', () => {
    const before = desk([row('甲'), row('乙')]);
    const changed = renewed(before, {
      ...{ seq: 9, stamp: '1.1', whole: false },
      rows: [row('乙', { arrivedAt: 5 }), row('丙')],
    });
    expect(changed.seq).toBe(9);
    expect(changed.rows.map(({ id, arrivedAt }) => [id, arrivedAt])).toEqual([
      ['甲', null],
      ['乙', 5],
      ['丙', null],
    ]);
    expect(renewed(before, { seq: 9, stamp: '2.2', whole: true, rows: [row('丙')] }).rows).toHaveLength(1);
  });
});

describe('numbers that a desk gives out', () => {
  it('begin with its own letter, so that no two desks give the same', () => {
    expect(receiptNumber(desk([]))).toBe('117-B-0001');
    expect(receiptNumber({ ...desk([]), receipts: 41 })).toBe('117-B-0042');
  });

  it('are told from those that an office has entered, whatever stood before them at that time', () => {
    const desks = [{ code: 'A' }, { code: 'B' }];
    const given = (receipt: string) => isDeskReceipt(receipt, desks);
    expect(['117-B-0001', 'B-0001', '116-A-0012'].map(given)).toEqual([true, true, true]);
    expect(['收字第 1 號', 'C-0001', '117-B-1'].map(given)).toEqual([false, false, false]);
  });
});

describe('looking for a guest', () => {
  const rows = [
    row('1', { name: '王小明', number: 'A001', organisation: '臺灣大學' }),
    row('2', { name: '王大明', number: 'A0010', organisation: '東吳大學' }),
    row('3', { name: 'Wang, Zoë', number: 'B001', organisation: 'ACME' }),
  ];
  const names = (typed: string) => found(indexOf(rows), typed).rows.map(({ name }) => name);

  it('knows parts of names, numbers and organisations, whatever their width or case', () => {
    expect(names('小明')).toEqual(['王小明']);
    expect(names('台灣大學')).toEqual(['王小明']);
    expect(names('ｗａｎｇ')).toEqual(['Wang, Zoë']);
    expect(names('王 東吳')).toEqual(['王大明']);
    expect(names('  ')).toEqual([]);
  });

  it('puts whose number it is first, then whose name begins so', () => {
    expect(names('a001')).toEqual(['王小明', '王大明']);
  });

  it('says how many more there are than it shows', () => {
    const many = Array.from({ length: 60 }, (_, at) => row(`r${at}`, { name: '陳' }));
    const { rows: shown, more } = found(indexOf(many), '陳');
    expect([shown.length, more]).toEqual([40, 20]);
  });

  it('is over at Enter with whose code it is, or the only one who fits', () => {
    const met = (typed: string) => {
      const one = entered(rows, indexOf(rows), typed);
      return typeof one === 'string' ? one : one.name;
    };
    expect(['a001', 'CVN:3', '大明', '明', 'A002', 'CVN:9'].map(met)).toEqual([
      ...['王小明', 'Wang, Zoë', '王大明', 'unsure', 'nobody', 'nobody'],
    ]);
  });

  it('is over at Enter with the end of a number, and with no other part of one', () => {
    const met = (typed: string) => {
      const one = entered(rows, indexOf(rows), typed);
      return typeof one === 'string' ? one : one.name;
    };
    expect(['0010', '10', 'A00', 'B00', '01'].map(met)).toEqual(['王大明', '王大明', 'unsure', 'unsure', 'unsure']);
  });

  it('reads our badges, and tickets whose code is the registration number', () => {
    expect(scannedRow(rows, 'CVN:3')?.name).toBe('Wang, Zoë');
    expect(scannedRow(rows, ' a001 ')?.name).toBe('王小明');
    expect(scannedRow(rows, 'CVN:9')).toBeNull();
    expect(scannedRow(rows, 'https://example.test/')).toBeNull();
  });
});

describe('a guest at the desk', () => {
  it('owes a fee that the list says is not paid', () => {
    expect(
      [
        { paid: false, fee: 500 },
        { paid: true, fee: 500 },
        { paid: null, fee: 500 },
      ].map(owes),
    ).toEqual([...[true, false, false]]);
    expect(
      [
        { paid: false, fee: 0 },
        { paid: false, fee: null },
      ].map(owes),
    ).toEqual([false, false]);
  });

  it('is of a kind in the words of the list, where it has words', () => {
    const choices = [{ key: 'vip', name: '貴賓', nameEn: 'VIP' }];
    const columns = [{ key: 'sort', choices }] as unknown as CheckIn['columns'];
    const named = (kind: string | null) => kindName({ columns, fields: { kind: 'sort' } }, kind, (zh) => zh);
    expect([named('vip'), named('志工'), named(null)]).toEqual(['貴賓', '志工', null]);
  });
});

describe('badges', () => {
  const rows = [row('甲', { kind: 'guest' }), row('乙', { arrivedAt: 1 }), row('丙', { status: 'dropped' })];
  const ids = (asked: Parameters<typeof badgeRows>[1]) => badgeRows(rows, asked).map(({ id }) => id);

  it('are everybody’s, one kind’s, of those who have not arrived, or one guest’s; never of a cancelled registration', () => {
    expect(ids({ which: 'all' })).toEqual(['甲', '乙']);
    expect(ids({ which: 'kind:guest' })).toEqual(['甲']);
    expect(ids({ which: 'not-arrived' })).toEqual(['甲']);
    expect(ids({ which: 'all', row: '乙' })).toEqual(['乙']);
  });
});
