import type { CheckIn, DeskEntry, DeskRow, TakenEntry } from '../../api/types';
import { type DeskState, emptyDesk, type Kept, troublesOf, waitingOf } from './desk.rules';
import { askedOf, mended, nextWalkIn, numberKey, saidOf, walkInNumber } from './walkIn.rules';

type Column = CheckIn['columns'][number];
const column = (key: string, required = false, type: Column['type'] = 'text') => ({ key, required, type }) as Column;
const FIELDS = { name: 'who', number: 'no', fee: 'fee', paid: 'paid', way: 'way' };
const COLUMNS = [column('no', true), column('email', true), column('who', true), column('note'), column('paid', true)];

const row = (number: string) => ({ id: number, number, name: number, status: 'confirmed' }) as DeskRow;
const kept = (kind: DeskEntry['kind'], rowId: string, more: Partial<DeskEntry> = {}, refused = true): Kept => ({
  entry: { id: `${kind} ${rowId}`, kind, rowId, at: 1000, ...more },
  name: rowId,
  answer: refused ? ({ outcome: 'refused' } as TakenEntry) : null,
});
const desk = (rows: DeskRow[], ...all: Kept[]): DeskState => ({
  ...emptyDesk('list', 'me'),
  ...{ desk: { id: 'desk', code: 'B', name: '側門' }, rows, kept: all, walkIns: 3 },
  checkIn: { fields: FIELDS, columns: COLUMNS } as unknown as CheckIn,
});

describe('walk-ins', () => {
  it('are asked for their name first, then what desks use or the list needs, and not for what the desk says itself', () => {
    expect(askedOf({ columns: COLUMNS, fields: FIELDS }).map(({ key }) => key)).toEqual(['who', 'email']);
  });

  it('are numbered behind the letter of the desk, past the numbers that the list has already', () => {
    expect(walkInNumber(desk([]))).toBe('WB004');
    const last = desk([row('WB004'), row('ｗb005'), row('WA006')]);
    expect([walkInNumber(last), nextWalkIn(last)]).toEqual(['WB006', 6]);
  });

  it('get no number of the desk where the list numbers by figures, and are asked for one where it needs one', () => {
    const columns = [column('no', true, 'number'), column('who', true)];
    expect(numberKey({ columns, fields: FIELDS })).toBeUndefined();
    expect(numberKey({ columns: [column('no')], fields: FIELDS })).toBe('no');
    expect(askedOf({ columns, fields: FIELDS }).map(({ key }) => key)).toEqual(['who', 'no']);
  });
});

describe('a walk-in that was refused', () => {
  const refused = kept('walk-in', '甲', {
    cells: { who: '李大同', no: 'WB001', gone: 'x', email: 7 },
    consentVersion: 1,
  });
  const better = { name: '李大仝', cells: { who: '李大仝' }, consentVersion: 2 };
  const mend = (state: DeskState) => mended(state, refused.entry.id, better);

  it('is shown as it was said, without what the list no longer asks for', () => {
    const said = saidOf({ columns: COLUMNS, fields: FIELDS }, refused.entry.cells);
    expect(said).toEqual({ who: '李大同', email: '7' });
  });

  it('is the same entry once it is mended, with the number that the guest was told', () => {
    const after = mend(desk([], refused));
    expect(troublesOf(after)).toEqual([]);
    const { entry, name } = waitingOf(after)[0]!;
    expect(name).toBe('李大仝');
    expect(entry).toEqual({
      ...{ id: refused.entry.id, kind: 'walk-in', rowId: '甲', at: 1000 },
      ...{ cells: { who: '李大仝', no: 'WB001' }, consentVersion: 2 },
    });
    expect(after.walkIns).toBe(3);
  });

  it('gets another number where somebody has it', () => {
    const after = mend(desk([row('WB001')], refused));
    expect(waitingOf(after)[0]!.entry.cells).toMatchObject({ no: 'WB004' });
    expect(after.walkIns).toBe(4);
  });

  it('takes along what was refused because they were not in the list, in its order, and nobody else’s', () => {
    const after = mend(desk([], kept('arrival', '乙'), refused, kept('payment', '甲')));
    expect(waitingOf(after).map(({ entry }) => entry.id)).toEqual(['walk-in 甲', 'payment 甲']);
    expect(troublesOf(after).map(({ name }) => name)).toEqual(['乙']);
  });
});
