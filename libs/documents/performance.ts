import type { Block, Cell, Table } from '@convener/papers';
import { plainRows } from '@convener/platform';
import { countingDay, NOTHING, talliesOfProjects } from '@convener/projects';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { factsWith, heading } from './blocks';
import { type Performance, performanceOf } from './performance.rules';
import { readWorkBook } from './work-book';
import { everyTeam } from './work-groups';
import { APPROVED, CHECKED, PREPARED, signedBy } from './work-words';

/** How the sub-teams did, in figures that each have a source. */
export const PERFORMANCE_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'performance',
    group: 'control',
    name: { zh: '績效評估表', en: 'Performance by sub-team' },
    says: {
      zh: '各工作小組準時與逾期的工作、一次驗收與退回的產出、驗收要點與負荷；評語由主管填寫。',
      en: 'Work on time and late, deliverables accepted at first or returned, checks and load by sub-team, with room for words.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'leads',
    write: async (em, about) => ({ page: 'landscape', blocks: await performanceBlocks(em, about) }),
  },
];

async function performanceBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const { project, now } = about;
  const book = await readWorkBook(em, about);
  const tallies = await talliesOfProjects(em, [project.id]);
  const returned = await plainRows<{ id: string; times: number }>(em, RETURNED, [project.id]);
  const returnsOf = new Map(returned.map(({ id, times }) => [id, Number(times)]));
  const today = countingDay(project, now);
  const tallyOf = (id: string) => tallies.get(id) ?? NOTHING;
  const groups = everyTeam(book, about).map((group) => performanceOf(about, group, today, tallyOf, returnsOf));
  return [
    factsWith(about, { zh: '統計至', en: 'As of', value: about.today }),
    heading(about, '工作', 'Work'),
    workTable(about, groups),
    heading(about, '產出與驗收要點', 'Deliverables and checks'),
    outputTable(about, groups),
    heading(about, '評語', 'Evaluation'),
    evaluation(about, groups),
    heading(about, '數字怎麼來的', 'Where the figures come from'),
    sources(about),
    signedBy(about, PREPARED, CHECKED, APPROVED),
  ];
}

function workTable({ say }: About, groups: readonly Performance[]): Table {
  return {
    type: 'table',
    columns: [
      { label: say('工作小組', 'Sub-team'), kind: 'text', weight: 2 },
      { label: say('工作數', 'Work'), kind: 'number' },
      { label: say('準時完成', 'Done on time'), kind: 'number' },
      { label: say('逾期完成', 'Done late'), kind: 'number' },
      { label: say('完成但無法比較', 'Unmeasured'), kind: 'number' },
      { label: say('未完成', 'Open'), kind: 'number' },
      { label: say('其中逾期', 'Of it late'), kind: 'number' },
      { label: say('逾期天數中位數', 'Days late, median'), kind: 'number' },
      { label: say('人數', 'People'), kind: 'number' },
      { label: say('每人未完成工作', 'Open, by person'), kind: 'number' },
    ],
    rows: groups.map((one) => ({
      cells: [
        ...[one.name, one.total, one.onTime, bad(one.doneLate), one.doneUnmeasured, one.open, bad(one.openLate)],
        ...[one.medianDaysLate, one.people, one.load],
      ],
    })),
    empty: say('還沒有工作小組。', 'There are no sub-teams yet.'),
  };
}

function outputTable({ say }: About, groups: readonly Performance[]): Table {
  return {
    type: 'table',
    columns: [
      { label: say('工作小組', 'Sub-team'), kind: 'text', weight: 2 },
      { label: say('產出', 'Deliverables'), kind: 'number' },
      { label: say('一次通過', 'Accepted at first'), kind: 'number' },
      { label: say('退回後通過', 'Accepted after return'), kind: 'number' },
      { label: say('退回次數', 'Times returned'), kind: 'number' },
      { label: say('未交付或待驗收', 'Still open'), kind: 'number' },
      { label: say('免交', 'Waived'), kind: 'number' },
      { label: say('驗收要點', 'Checks'), kind: 'number' },
      { label: say('已確認', 'Ticked'), kind: 'number' },
      { label: say('不適用', 'N/A'), kind: 'number' },
      { label: say('未確認', 'Not ticked'), kind: 'number' },
    ],
    rows: groups.map(({ name, firstTry, afterReturn, returns, quality: { deliverables, checks } }) => ({
      cells: [
        ...[name, deliverables.total, firstTry, afterReturn, bad(returns)],
        ...[deliverables.total - firstTry - afterReturn - deliverables.waived, deliverables.waived],
        ...[checks.total, checks.ticked, checks.notApplicable, checks.open],
      ],
    })),
    empty: say('還沒有工作小組。', 'There are no sub-teams yet.'),
  };
}

const bad = (value: number): Cell => (value > 0 ? { value, tone: 'bad' } : value);

/** To be filled in by hand. */
function evaluation({ say }: About, groups: readonly Performance[]): Table {
  return {
    type: 'table',
    columns: [
      { label: say('工作小組', 'Sub-team'), kind: 'text' },
      { label: say('表現良好', 'What went well'), kind: 'text', weight: 2, byHand: true },
      { label: say('待改進', 'What to improve'), kind: 'text', weight: 2, byHand: true },
      { label: say('評語', 'Remarks'), kind: 'text', weight: 2, byHand: true },
    ],
    rows: groups.map(({ name }) => ({ cells: [name, null, null, null] })),
    tall: true,
    empty: say('還沒有工作小組。', 'There are no sub-teams yet.'),
  };
}

const sources = ({ say }: About): Block => ({
  type: 'items',
  items: [
    say(
      '準時與逾期：工作項目的完成日與完成時的期限相比；不適用的工作不計。',
      'On time or late: the day a work item was done against its due day; work that does not apply counts for nothing.',
    ),
    say(
      '一次通過：已驗收或已交付、從未被退回的產出；退回次數取自活動紀錄。',
      'Accepted at first: accepted or delivered and never returned; how often something was returned stands in the activity.',
    ),
    say(
      '每人未完成工作：未完成的工作項目除以小組人數；臨時工作人員不計。',
      'Open work by person: open work items by members of the sub-team; temporary staff are not counted.',
    ),
    say(
      '這份文件不計分：各項數字的輕重由評估的人判斷。',
      'There is no score here: what weighs how much is for whoever evaluates.',
    ),
  ],
});

const RETURNED = `
  SELECT a.subject_id AS "id", CAST(COUNT(*) AS integer) AS "times" FROM activity a
   WHERE a.subject_type = 'deliverable' AND a.action = 'deliverable.returned'
     AND a.subject_id IN (SELECT id FROM deliverables WHERE project_id = ?)
   GROUP BY a.subject_id`;
