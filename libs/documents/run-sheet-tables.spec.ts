import type { Table } from '@convener/papers';
import type { About } from '@convener/reports';
import { isInWindow } from './handbook-people';
import { type RunSheetCue, runSheetBlocks } from './run-sheet-tables';

const about = {
  project: { id: 'p' },
  language: 'zh-TW',
  say: (zh: string) => zh,
  name: (row: { name: string }) => row.name,
} as unknown as About;
const cue = (more: Partial<RunSheetCue>): RunSheetCue => ({
  ...{ start: '09:30', end: '09:40', place: '大廳', title: '開場', notes: null, people: [], team: null },
  ...{ outside: null, fixed: false, state: 'waiting', ...more },
});

describe('the run sheet in a document', () => {
  it('has a table a day, with everybody who does something, and marks what no delay moves', () => {
    const people = ['王'];
    const team = { name: '議事組', nameEn: null };
    const blocks = runSheetBlocks(
      [
        { day: '2028-06-12', cues: [cue({ people, team, outside: '部長', fixed: true }), cue({ state: 'skipped' })] },
        { day: '2028-06-13', cues: [] },
      ],
      about,
      1,
    );
    expect(blocks).toMatchObject([
      { type: 'heading', text: '2028-06-12（一）' },
      {
        rows: [
          { cells: ['09:30–09:40', '大廳', '開場（時間不變動）', '王、議事組、部長', { value: '' }] },
          { cells: ['09:30–09:40', '大廳', '開場', '', { value: '取消', tone: 'quiet' }] },
        ],
      },
    ]);
  });

  it('keeps no column for a status before anything has begun, and none for notes where there are none', () => {
    const tableOf = (...cues: RunSheetCue[]) => runSheetBlocks([{ day: '2028-06-12', cues }], about, 1)[1] as Table;
    const [waiting, begun] = [tableOf(cue({})), tableOf(cue({}), cue({ state: 'running' }))];
    expect(waiting.columns.map(({ label }) => label)).toEqual(['時間', '地點', '流程', '負責']);
    expect(waiting.rows).toEqual([{ cells: ['09:30–09:40', '大廳', '開場', ''] }]);
    expect(begun.columns).toHaveLength(5);
    expect(tableOf(cue({}), cue({ notes: '燈光' })).columns).toHaveLength(5);
  });

  it('is missing where no day has a cue', () => {
    expect(runSheetBlocks([{ day: '2028-06-12', cues: [] }], about, 1)).toMatchObject([
      { type: 'missing', href: '/projects/p/run-sheet' },
    ]);
  });
});

describe('a duty of the event days', () => {
  it.each([
    ['2028-06-01', '2028-06-10', 'doing', true],
    ['2028-06-01', '2028-06-09', 'doing', false],
    ['2028-06-15', '2028-06-20', 'to-do', false],
    [null, '2028-06-12', 'to-do', true],
    ['2028-06-11', null, 'to-do', false],
    [null, '2028-06-12', 'not-applicable', false],
  ] as const)('from %s to %s, %s: %s', (startDay, dueDay, status, expected) => {
    const item = { startDay, dueDay, status } as Parameters<typeof isInWindow>[0]['item'];
    expect(isInWindow({ item }, '2028-06-10', '2028-06-14')).toBe(expected);
  });
});
