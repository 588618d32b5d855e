import { dayAt } from '@convener/kernel';
import { deviationOf, summaryOf } from '@convener/overview';
import type { Bars, Block, Cell, Table, TableRow } from '@convener/papers';
import { scheduleDay } from '@convener/predecessors';
import { countingDay, NOTHING, talliesOfProjects } from '@convener/projects';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { factsWith, heading } from './blocks';
import { percentCell } from './money';
import { datedOf, lateWork, type LateWork, type Reached, reachedOf, waitingWork } from './progress.rules';
import { type BookedWork, readWorkBook } from './work-book';
import { applicable, byStage, byTeam, type WorkGroup } from './work-groups';
import { CHECKED, PREPARED, signedBy, teamName, waitingKind } from './work-words';

/** Targets against what was reached. */
export const PROGRESS_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'progress',
    group: 'control',
    name: { zh: '工作進度達成表', en: 'Progress against targets' },
    says: {
      zh: '各階段與工作小組應完成、已完成與逾期的工作，以及等待中的工作與計畫變更。',
      en: 'What each stage and sub-team should have done, has done and is late with; what waits; how the plan changed.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await progressBlocks(em, about) }),
  },
];

async function progressBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const { project, say, now } = about;
  const book = await readWorkBook(em, about);
  const tallies = await talliesOfProjects(em, [project.id]);
  const tallyOf = (id: string) => tallies.get(id) ?? NOTHING;
  const work = applicable(book.work);
  const [today, by] = [countingDay(project, now), scheduleDay(project, now)];
  const reached = (group: WorkGroup) => reachedOf(group, by, today, tallyOf);
  const whole = reached({ name: say('合計', 'Total'), work });
  const stages = byStage(work, about);
  const teams = byTeam(book.teams, work, about);
  const late = lateWork(work, today, tallyOf);
  return [
    factsWith(about, { zh: '統計至', en: 'As of', value: by }),
    ...resting(about, today === null),
    heading(about, '各階段達成情形', 'By stage'),
    reachedTable(about, say('階段', 'Stage'), stages.map(reached), whole),
    ...bars(about, stages.map(reached)),
    heading(about, '各工作小組達成情形', 'By sub-team'),
    reachedTable(about, say('工作小組', 'Sub-team'), teams.map(reached), whole),
    ...bars(about, teams.map(reached)),
    heading(about, '逾期工作', 'Late work'),
    lateTable(about, late),
    heading(about, '等待中的工作', 'Work that waits'),
    waitingTable(about, waitingWork(work)),
    heading(about, '計畫變更', 'Changes of plan'),
    ...changes(about, work, stages),
    signedBy(about, PREPARED, CHECKED),
  ];
}

function resting({ say, project }: About, rests: boolean): Block[] {
  if (!rests) return [];
  const text = say('專案已暫停或取消，停止計算逾期。', 'The project is on hold or cancelled: nothing counts as late.');
  return [{ type: 'text', tone: 'strong', text: project.statusReason ? `${text} ${project.statusReason}` : text }];
}

function reachedTable({ say }: About, label: string, groups: readonly Reached[], whole: Reached): Table {
  const cells = (one: Reached): Cell[] => [
    ...[one.name, one.total, one.planned, one.plannedDone, one.done],
    { value: one.late, ...(one.late > 0 && { tone: 'bad' as const }) },
    ...[percentCell(one.onPlan), percentCell(one.rate)],
    `${one.progress.deliverables.settled} / ${one.progress.deliverables.total}`,
    `${one.progress.checks.decided} / ${one.progress.checks.total}`,
  ];
  return {
    type: 'table',
    columns: [
      { label, kind: 'text', weight: 2 },
      { label: say('工作數', 'Work'), kind: 'number' },
      { label: say('應完成', 'Due by then'), kind: 'number' },
      { label: say('其中完成', 'Of it done'), kind: 'number' },
      { label: say('已完成', 'Done in all'), kind: 'number' },
      { label: say('逾期', 'Late'), kind: 'number' },
      { label: say('目標達成率', 'Of target'), kind: 'number' },
      { label: say('總完成率', 'Of all'), kind: 'number' },
      { label: say('產出', 'Deliverables'), kind: 'code' },
      { label: say('驗收要點', 'Checks'), kind: 'code' },
    ],
    rows: groups.map((one) => ({ cells: cells(one) })),
    ...(groups.length > 0 && { totals: cells(whole) }),
    empty: say('還沒有工作項目。', 'There is no work yet.'),
  };
}

function bars({ say }: About, groups: readonly Reached[]): Bars[] {
  const items = groups.flatMap(({ name, rate, done, total, late }) =>
    rate === null ? [] : [{ label: name, value: rate, shown: `${rate}%（${done}/${total}）`, ...(late > 0 && BAD) }],
  );
  const plain = items.map((one) => ({
    ...one,
    shown: say(one.shown, one.shown.replace('（', ' (').replace('）', ')')),
  }));
  return plain.length === 0
    ? []
    : [{ type: 'bars', caption: say('總完成率', 'Done of all work'), of: 100, items: plain }];
}
const BAD = { tone: 'bad' } as const;

function lateTable(about: About, late: readonly LateWork[]): Table {
  const { say } = about;
  return {
    type: 'table',
    columns: [
      ...workColumns(about),
      { label: say('期限', 'Due'), kind: 'day' },
      { label: say('逾期天數', 'Days late'), kind: 'number' },
    ],
    rows: late.map(({ work, due, days }) => ({
      cells: [...workCells(about, work), due, { value: days, tone: 'bad' }],
    })),
    empty: say('沒有逾期的工作。', 'Nothing is late.'),
  };
}

function waitingTable(about: About, waiting: readonly BookedWork[]): Table {
  const { say, project } = about;
  const day = (at: number | null) => (at === null ? null : dayAt(at, project.zone));
  return {
    type: 'table',
    columns: [
      ...workColumns(about),
      { label: say('在等誰', 'Waits for'), kind: 'name' },
      { label: say('在等什麼', 'What'), kind: 'text', weight: 2 },
      { label: say('開始等待', 'Since'), kind: 'day' },
      { label: say('追蹤日', 'Follow up'), kind: 'day' },
    ],
    rows: waiting.map((one) => ({
      cells: [
        ...workCells(about, one),
        ...[waitingKind(about, one.item.waitingKind), one.item.waitingFor],
        ...[day(one.item.waitingSince), one.item.followUpDay],
      ],
    })),
    empty: say('沒有等待中的工作。', 'No work waits.'),
  };
}

const workColumns = ({ say }: About): Table['columns'] => [
  { label: say('代碼', 'Code'), kind: 'code' },
  { label: say('工作項目', 'Work item'), kind: 'text', weight: 3 },
  { label: say('工作小組', 'Sub-team'), kind: 'name' },
  { label: say('負責人', 'In charge'), kind: 'name' },
];

const workCells = (about: About, one: BookedWork): Cell[] => [
  ...[one.item.code, about.name(one.item), teamName(about, one)],
  one.assignee ?? { value: about.say('未指派', 'Nobody'), tone: 'warn' },
];

/** More than these are a list of their own: the page of the baseline has them all. */
const MOST_CHANGES = 30;

function changes(about: About, work: readonly BookedWork[], stages: readonly WorkGroup[]): Block[] {
  const { say } = about;
  const moved = work
    .flatMap((one) => {
      const found = deviationOf(datedOf(about, one));
      return found && found.days !== 0 ? [{ one, ...found }] : [];
    })
    .sort((a, b) => b.days - a.days);
  const more = moved.length - MOST_CHANGES;
  const rest: Block[] =
    more > 0
      ? [
          {
            type: 'text',
            tone: 'note',
            text: say(`另有 ${more} 項，見「時程」的基準。`, `${more} more stand on the schedule’s baseline.`),
          },
        ]
      : [];
  return [
    summaryTable(about, work, stages),
    {
      type: 'table',
      caption: say('偏離基準的工作（落後最多的在前）', 'Work off its baseline, furthest behind first'),
      columns: [
        ...workColumns(about),
        { label: say('基準期限', 'Baseline'), kind: 'day' },
        { label: say('期限', 'Due'), kind: 'day' },
        { label: say('完成日', 'Done on'), kind: 'day' },
        { label: say('差距天數', 'Days behind'), kind: 'number' },
      ],
      rows: moved.slice(0, MOST_CHANGES).map(({ one, days }) => {
        const { baselineDueDay, dueDay, doneDay } = datedOf(about, one);
        const behind: Cell = { value: days, tone: days > 0 ? 'bad' : 'good' };
        return { cells: [...workCells(about, one), baselineDueDay, dueDay, doneDay, behind] };
      }),
      empty: say('沒有偏離基準的工作。', 'No work is off its baseline.'),
    },
    ...rest,
  ];
}

function summaryTable(about: About, work: readonly BookedWork[], stages: readonly WorkGroup[]): Table {
  const { say } = about;
  const cells = (name: string, of: readonly BookedWork[]): Cell[] => {
    const sum = summaryOf(of.map((one) => datedOf(about, one)));
    const { counted, asPlanned, later, earlier, doneOnTime, doneLate, averageDays } = sum;
    return [name, counted, asPlanned, later, earlier, doneOnTime, doneLate, averageDays];
  };
  const rows: TableRow[] = stages.map((group) => ({ cells: cells(group.name, group.work) }));
  return {
    type: 'table',
    columns: [
      { label: say('階段', 'Stage'), kind: 'text' },
      { label: say('可比較', 'Compared'), kind: 'number' },
      { label: say('依計畫', 'As planned'), kind: 'number' },
      { label: say('延後', 'Later'), kind: 'number' },
      { label: say('提前', 'Earlier'), kind: 'number' },
      { label: say('準時完成', 'Done on time'), kind: 'number' },
      { label: say('延遲完成', 'Done late'), kind: 'number' },
      { label: say('平均落後天數', 'Days behind, on average'), kind: 'number' },
    ],
    rows,
    ...(rows.length > 0 && { totals: cells(say('合計', 'Total'), work) }),
    empty: say('沒有可比較的日期。', 'There is nothing to compare.'),
  };
}
