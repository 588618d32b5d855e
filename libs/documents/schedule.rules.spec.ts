import type { Milestone, Predecessor } from '@convener/projects';
import { NOTHING } from '@convener/projects';
import { anAbout, bookedWork } from '../../test/support/builders.documents';
import { barState, ganttOf, marksOf, scheduleRows, undated } from './schedule.rules';

const ANCHOR = { key: 'opening', name: '開幕', nameEn: 'Opening', day: '2028-06-12', given: true };
const about = anAbout({ anchors: [ANCHOR] });
const nothing = () => NOTHING;
const milestone = (day: string, more: Partial<Milestone> = {}) =>
  ({ name: '期中報告', nameEn: null, kind: 'interim-report', day, amount: null, note: null, ...more }) as Milestone;

describe('the schedule', () => {
  it('has the days of the template and of the contract in one line of time', () => {
    const payment = milestone('2028-06-01', {
      kind: 'payment',
      name: '第二期款',
      amount: 'NT$500,000',
      note: '附報告',
    });
    expect(marksOf(about, [milestone('2028-07-01'), payment]).map(({ day, kind, note }) => [day, kind, note])).toEqual([
      ['2028-06-01', '請款期別', 'NT$500,000；附報告'],
      ['2028-06-12', '活動日程', null],
      ['2028-07-01', '期中報告', null],
    ]);
  });

  it('draws a baseline only where the plan has left it, and room around the first and last day', () => {
    const as = { baselineStartDay: '2028-05-01', baselineDueDay: '2028-05-10' };
    const kept = bookedWork({ id: 'a', startDay: '2028-05-01', dueDay: '2028-05-10', ...as });
    const moved = bookedWork({ id: 'b', startDay: '2028-05-02', dueDay: '2028-05-12', ...as });
    const gantt = ganttOf(about, [{ name: '會前', work: [kept, moved] }], marksOf(about, []), nothing, '2028-05-01')!;
    expect(gantt).toMatchObject({ from: '2028-04-28', to: '2028-06-15', today: '2028-05-01' });
    expect(gantt.rows.map((row) => ('baseline' in row ? row.baseline : null))).toEqual([
      ...[null, null, { start: '2028-05-01', due: '2028-05-10' }],
    ]);
    expect(ganttOf(about, [], marksOf(about, []), nothing, null)).toBeNull();
  });

  it('calls nothing late while the project rests', () => {
    const late = { status: 'doing', dueDay: '2028-04-01', tally: NOTHING } as const;
    expect(barState(late, '2028-05-01')).toBe('late');
    expect(barState(late, null)).toBe('resting');
    expect(barState({ ...late, status: 'done' }, '2028-05-01')).toBe('done');
    expect(barState({ ...late, dueDay: null }, '2028-05-01')).toBe('running');
    expect(barState({ ...late, status: 'to-do', dueDay: null }, '2028-05-01')).toBe('open');
  });

  it('says what each piece of work comes after, with its lag, by its code or its name', () => {
    const [a, b] = [bookedWork({ id: 'a', code: 'T1.1' }), bookedWork({ id: 'b', code: null, title: '邀請' })];
    const after = (workItemId: string, predecessorId: string, lagDays: number, lagUnit: Predecessor['lagUnit']) => ({
      ...{ workItemId, predecessorId, lagDays, lagUnit },
    });
    const c = bookedWork({ id: 'c', code: 'T2.1' });
    const edges = [after('c', 'a', 2, 'working days'), after('c', 'b', 0, 'days'), after('c', 'gone', 0, 'days')];
    const rows = scheduleRows(about, [{ name: '會前', work: [a, b, c] }], edges);
    expect(rows.map((row) => ('cells' in row ? row.cells.at(-1) : row.group))).toEqual([
      ...['會前', '', '', 'T1.1（+2 工作天）、邀請'],
    ]);
    expect(undated([a, b, c])).toBe(3);
  });

  it('names the work too where two standards have given it one code', () => {
    const twice = [
      bookedWork({ id: 'a', code: 'T1.3', title: '規劃需求' }),
      bookedWork({ id: 'b', code: 'T1.3', title: '場地分析' }),
      bookedWork({ id: 'c', code: 'T1.1', title: '勘查' }),
    ];
    const after = (workItemId: string, predecessorId: string) => ({
      workItemId,
      predecessorId,
      lagDays: 0,
      lagUnit: 'days' as const,
    });
    const edges = [after('c', 'a'), after('c', 'b'), after('a', 'c')];
    const rows = scheduleRows(about, [{ name: '提案', work: twice }], edges);
    expect(rows.map((row) => ('cells' in row ? row.cells.at(-1) : row.group))).toEqual([
      ...['提案', 'T1.1', '', 'T1.3 規劃需求、T1.3 場地分析'],
    ]);
  });
});
