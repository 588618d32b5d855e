import { daysBetween } from '@convener/kernel';
import type { Block, Table } from '@convener/papers';
import { readAll } from '@convener/platform';
import { countingDay, Milestone, NOTHING, Predecessor, talliesOfProjects } from '@convener/projects';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { heading } from './blocks';
import { ganttOf, type Mark, marksOf, scheduleRows, undated } from './schedule.rules';
import { readWorkBook } from './work-book';
import { applicable, GROUPED_BY, grouped } from './work-groups';
import { APPROVED, CHECKED, PREPARED, signedBy, type WorkflowNames } from './work-words';
import { projectFacts } from './words';

/** When what is to be done, as a picture and as a table. */
export const scheduleDocuments = (workflows: WorkflowNames): DocumentKind[] => [
  {
    key: 'schedule',
    group: 'planning',
    name: { zh: '時程規劃表', en: 'Schedule' },
    says: {
      zh: '查核點、甘特圖，以及每項工作的起訖日與前置工作。',
      en: 'Milestones, a Gantt chart, and when each piece of work begins, is due, and what it waits for.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    choices: () => Promise.resolve([GROUPED_BY]),
    write: async (em, about) => ({ page: 'landscape', blocks: await scheduleBlocks(em, about, workflows) }),
  },
];

async function scheduleBlocks(em: EntityManager, about: About, workflows: WorkflowNames): Promise<Block[]> {
  const { project, say, chosen, now } = about;
  const book = await readWorkBook(em, about);
  const milestones = await readAll(em, Milestone, 'WHERE t.project_id = ? ORDER BY t.day, t.id', [project.id]);
  const edges = await readAll(em, Predecessor, EDGES, [project.id]);
  const tallies = await talliesOfProjects(em, [project.id]);
  const groups = grouped(book, chosen.by ?? 'stage', about, workflows);
  const marks = marksOf(about, milestones);
  const today = countingDay(project, now);
  const gantt = ganttOf(about, groups, marks, (id) => tallies.get(id) ?? NOTHING, today);
  return [
    projectFacts(about),
    ...withoutDays(about, undated(applicable(book.work))),
    heading(about, '查核點', 'Milestones'),
    marksTable(about, marks),
    heading(about, '甘特圖', 'Gantt chart'),
    ...(gantt ? [gantt] : []),
    heading(about, '工作時程', 'Work in time'),
    {
      type: 'table',
      columns: scheduleColumns(about),
      rows: scheduleRows(about, groups, edges),
      empty: say('還沒有工作項目。', 'There is no work yet.'),
    },
    signedBy(about, PREPARED, CHECKED, APPROVED),
  ];
}

function marksTable({ say, today }: About, marks: readonly Mark[]): Table {
  const noted = marks.some(({ note }) => note);
  return {
    type: 'table',
    columns: [
      { label: say('日期', 'Day'), kind: 'day' },
      { label: say('查核點', 'Milestone'), kind: 'text', weight: 2 },
      { label: say('種類', 'Kind'), kind: 'name' },
      { label: say('距今天數', 'Days from now'), kind: 'number' },
      ...(noted ? [{ label: say('說明', 'Note'), kind: 'text', weight: 2 } as const] : []),
    ],
    rows: marks.map(({ day, name, kind, note }) => ({
      cells: [day, name, kind, daysBetween(today, day), ...(noted ? [note] : [])],
    })),
    empty: say('還沒有查核點。', 'There are no milestones yet.'),
  };
}

const scheduleColumns = ({ say }: About): Table['columns'] => [
  { label: say('階段', 'Stage'), kind: 'name' },
  { label: say('代碼', 'Code'), kind: 'code' },
  { label: say('工作項目', 'Work item'), kind: 'text', weight: 3 },
  { label: say('工作小組', 'Sub-team'), kind: 'name' },
  { label: say('負責人', 'In charge'), kind: 'name' },
  { label: say('開始', 'Start'), kind: 'day' },
  { label: say('期限', 'Due'), kind: 'day' },
  { label: say('前置工作', 'Comes after'), kind: 'text', weight: 2 },
];

function withoutDays({ say, project }: About, count: number): Block[] {
  if (count === 0) return [];
  return [
    {
      type: 'missing',
      what: say(
        `${count} 個工作項目還沒有日期，不在甘特圖上。`,
        `${count} work items have no days, so no bar shows them.`,
      ),
      where: say('在「時程」填寫開始日與期限。', 'Give them a start and a due day on the schedule.'),
      href: `/projects/${project.id}/schedule`,
    },
  ];
}

const EDGES = `WHERE t.work_item_id IN (SELECT id FROM work_items WHERE project_id = ?)
  ORDER BY t.work_item_id, t.predecessor_id`;
