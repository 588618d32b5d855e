import {
  type BookedWork,
  doneDay,
  everyTeam,
  percentCell,
  percentOf,
  type Performance,
  performanceOf,
} from '@convener/documents';
import { deviationOf, summaryOf } from '@convener/overview';
import type { Block, Cell, Table } from '@convener/papers';
import { NOTHING } from '@convener/projects';
import type { About } from '@convener/reports';
import type { ReportBook } from './report-book';
import { column, dayOf } from './words';

/** How the project came to differ from what was agreed on. */
export function changesChapter({ work, baselines, replans }: ReportBook, about: About): Block[] {
  const rows = work.work
    .filter(({ item }) => item.status !== 'not-applicable')
    .map(({ item }) => ({ item, ...item, doneDay: doneDay(about, item) }));
  return [
    deviationFacts(about, rows),
    lateTable(about, rows),
    replanTable(about, replans),
    baselineTable(about, baselines),
  ];
}

type DatedItem = BookedWork['item'] & { item: BookedWork['item']; doneDay: string | null };

function deviationFacts({ say }: About, rows: readonly DatedItem[]): Block {
  const { counted, doneOnTime, doneLate, later, earlier, averageDays } = summaryOf(rows);
  const unknown = rows.filter((row) => row.item.status === 'done' && row.doneDay === null && deviationOf(row)).length;
  return {
    type: 'facts',
    rows: [
      { label: say('有基準可比的工作', 'Work with a baseline'), value: String(counted) },
      { label: say('依基準完成', 'Done by its baseline'), value: String(doneOnTime) },
      { label: say('晚於基準完成', 'Done after its baseline'), value: String(doneLate) },
      ...(unknown === 0 ? [] : [{ label: say('完成日不明', 'Done, nobody knows when'), value: String(unknown) }]),
      {
        label: say('未完成且改晚／改早', 'Open, moved later / earlier'),
        value: say(`${later}／${earlier}`, `${later}/${earlier}`),
      },
      {
        label: say('平均差異（天）', 'Days behind on average'),
        value: averageDays === null ? '—' : String(averageDays),
      },
    ],
  };
}

/** The furthest behind first. */
function lateTable(about: About, rows: readonly DatedItem[]): Table {
  const { say } = about;
  const late = rows
    .flatMap((row) => {
      const deviation = deviationOf(row);
      return deviation && deviation.days > 0 ? [{ ...row, days: deviation.days }] : [];
    })
    .sort((a, b) => b.days - a.days);
  return {
    type: 'table',
    caption: say('晚於基準的工作', 'Work behind its baseline'),
    columns: [
      column(about, 'code', ['代碼', 'Code']),
      column(about, 'text', ['工作項目', 'Work item'], 3),
      column(about, 'day', ['基準期限', 'Baseline']),
      column(about, 'day', ['完成或現在的期限', 'Done or due']),
      column(about, 'number', ['晚（天）', 'Days behind']),
    ],
    rows: late.map(({ item, code, baselineDueDay, doneDay, dueDay, days }) => ({
      cells: [code, about.name(item), baselineDueDay, doneDay ?? dueDay, days],
    })),
    empty: say('沒有晚於基準的工作。', 'No work is behind its baseline.'),
  };
}

function replanTable(about: About, replans: ReportBook['replans']): Table {
  const { say } = about;
  return {
    type: 'table',
    caption: say('重新排程', 'Re-planned'),
    columns: [
      column(about, 'day', ['日期', 'On']),
      column(about, 'name', ['誰', 'By']),
      column(about, 'text', ['活動日期', 'Days of the event'], 2),
      column(about, 'number', ['更動的項目', 'Rows changed']),
      column(about, 'name', ['備註', 'Note']),
    ],
    rows: replans.map(({ at, by, before, after, moved, undone }) => ({
      cells: [dayOf(about, at), by, spans(before, after), moved, undone ? say('已復原', 'Undone') : null],
    })),
    empty: say('沒有重新排程。', 'It was never re-planned.'),
  };
}

function baselineTable(about: About, baselines: ReportBook['baselines']): Table {
  const { say } = about;
  return {
    type: 'table',
    caption: say('重設基準', 'New baselines'),
    columns: [
      column(about, 'day', ['日期', 'On']),
      column(about, 'name', ['誰', 'By']),
      column(about, 'text', ['原因', 'Why'], 3),
    ],
    rows: baselines.map(({ at, by, reason }) => ({ cells: [dayOf(about, at), by, reason] })),
    empty: say('基準沒有重設過。', 'The first baseline still stands.'),
  };
}

type Span = { openingDay: string; closingDay: string };
function spans(before: Span, after: Span): string {
  const span = ({ openingDay, closingDay }: Span) =>
    openingDay === closingDay ? openingDay : `${openingDay} – ${closingDay}`;
  const [was, is] = [span(before), span(after)];
  return was === is ? is : `${was} → ${is}`;
}

/** What each sub-team did, as the document of their performance counts it. */
export function performanceChapter({ work, returnsOf }: ReportBook, about: About): Block[] {
  const { say } = about;
  // Nothing of what is late today: a report does not change overnight.
  const rows = everyTeam(work, about).map((team) => performanceOf(about, team, null, () => NOTHING, returnsOf));
  return [
    {
      type: 'table',
      columns: [
        column(about, 'text', ['工作小組', 'Sub-team'], 2),
        column(about, 'number', ['人數', 'People']),
        column(about, 'number', ['工作', 'Work']),
        column(about, 'number', ['完成', 'Done']),
        column(about, 'number', ['完成率', 'Rate']),
        column(about, 'number', ['準時', 'On time']),
        column(about, 'number', ['逾期', 'Late']),
        column(about, 'number', ['產出', 'Deliverables']),
        column(about, 'number', ['一次通過', 'Accepted at first']),
        column(about, 'number', ['退回次數', 'Returns']),
        column(about, 'number', ['指標達成', 'Indicators met']),
      ],
      rows: rows.map((team) => ({ cells: teamCells(about, team) })),
      empty: say('專案沒有工作小組。', 'The project has no sub-teams.'),
    },
    {
      type: 'text',
      tone: 'note',
      text: say(
        '準時與逾期：完成日與完成時的期限相比，沒有期限、啟用專案前就已完成的不計；一次通過：已驗收或交付、從未被退回的產出。',
        'On time or late: the day it was done against its due day, where it had one and was not done before the project was started here. Accepted at first: accepted or delivered and never returned.',
      ),
    },
  ];
}

function teamCells({ say }: About, team: Performance): Cell[] {
  const { deliverables, checks } = team.quality;
  const done = team.onTime + team.doneLate + team.doneUnmeasured;
  const asked = checks.total - checks.notApplicable;
  return [
    ...[team.name, team.people, team.total, done, percentCell(percentOf(done, team.total))],
    ...[team.onTime, bad(team.doneLate), deliverables.total - deliverables.waived, team.firstTry, bad(team.returns)],
    { value: checks.ticked, shown: say(`${checks.ticked}／${asked}`, `${checks.ticked}/${asked}`) },
  ];
}

const bad = (value: number): Cell => (value > 0 ? { value, tone: 'bad' } : value);
