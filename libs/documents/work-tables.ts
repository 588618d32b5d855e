import type { Block, TableColumn, TableRow } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import { groupBy } from '@convener/kernel';
import { type BookedMember, type BookedWork, readWorkBook, type WorkBook } from './work-book';
import { itemStatus, projectFacts } from './words';

/** Who does what: by sub-team for whoever assigns, by person for whoever does it. */
export const WORK_TABLES: readonly DocumentKind[] = [
  {
    key: 'work-by-team',
    group: 'planning',
    name: { zh: '工作分配表', en: 'Work allocation table' },
    says: {
      zh: '各工作小組的任務、負責人、產出與期限。',
      en: 'What each sub-team does, who is in charge, and by when.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    async write(em, about) {
      const book = await readWorkBook(em, about);
      return { page: 'landscape', blocks: [projectFacts(about), ...byTeam(book, about), signatures(about)] };
    },
  },
  {
    key: 'work-by-person',
    group: 'planning',
    name: { zh: '成員工作分工表', en: 'Team responsibility chart' },
    says: { zh: '每位成員的小組、角色與負責的工作。', en: 'Each person’s sub-team, role and work.' },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    async write(em, about) {
      const book = await readWorkBook(em, about);
      return { page: 'landscape', blocks: [projectFacts(about), ...byPerson(book, about), signatures(about)] };
    },
  },
];

function byTeam({ teams, work }: WorkBook, about: About): Block[] {
  const { say } = about;
  const live = work.filter(({ item }) => item.status !== 'not-applicable');
  const ofTeam = groupBy(live, ({ team }) => team?.id ?? '');
  const sections = [
    ...teams.map((team) => ({ id: team.id, name: about.name(team) })),
    { id: '', name: say('未分組', 'No sub-team') },
  ];
  const rows = sections.flatMap(({ id, name }): TableRow[] => {
    const own = ofTeam.get(id) ?? [];
    return own.length === 0 ? [] : [{ group: name }, ...own.map((one) => ({ cells: workCells(one, about) }))];
  });
  const empty = say('還沒有工作項目。', 'There is no work yet.');
  return [...unassigned(live, about), { type: 'table', columns: workColumns(about), rows, empty }];
}

function byPerson({ teams, work, members }: WorkBook, about: About): Block[] {
  const { say } = about;
  const names = new Map(teams.map((team) => [team.id, about.name(team)]));
  const live = work.filter(({ item }) => item.status !== 'not-applicable');
  const ofPerson = groupBy(live, ({ item }) => item.assigneeId ?? '');
  const crew = members.filter(({ role }) => role !== 'viewer');
  const rows = crew.flatMap((member): TableRow[] => {
    const own = ofPerson.get(member.personId) ?? [];
    const none = { value: say('尚未分配工作項目', 'No work items'), tone: 'quiet' } as const;
    return [
      { group: `${member.name}　${partOf(member, names, about)}` },
      ...own.map((one) => ({ cells: workCells(one, about, one.team && about.name(one.team)) })),
      ...(own.length === 0 ? [{ cells: [null, none, null, null, null, null, null] }] : []),
    ];
  });
  return [
    ...unassigned(live, about),
    {
      type: 'table',
      columns: workColumns(about, say('工作小組', 'Sub-team')),
      rows,
      empty: say('還沒有成員。', 'There are no members yet.'),
    },
  ];
}

/** Below a person's name it is told for which sub-team, below a sub-team's who. */
const workColumns = ({ say }: About, beside = say('負責人', 'In charge')): TableColumn[] => [
  { label: say('代碼', 'Code'), kind: 'code' },
  { label: say('工作項目', 'Work item'), kind: 'text', weight: 3 },
  { label: beside, kind: 'name' },
  { label: say('產出', 'Deliverables'), kind: 'text', weight: 3 },
  { label: say('開始', 'Start'), kind: 'day' },
  { label: say('期限', 'Due'), kind: 'day' },
  { label: say('狀態', 'Status'), kind: 'name' },
];

function workCells({ item, assignee, deliverables }: BookedWork, about: About, beside: string | null = assignee) {
  const outputs = deliverables.filter(({ status }) => status !== 'waived').map((one) => about.name(one));
  return [
    ...[item.code, about.name(item), beside, outputs.join(about.say('、', '; '))],
    ...[item.startDay, item.dueDay, itemStatus(about, item)],
  ];
}

function partOf({ role, teams }: BookedMember, names: ReadonlyMap<string, string>, { say }: About): string {
  if (role === 'manager') return say('專案經理', 'Project manager');
  const parts = teams.map(({ teamId, lead }) => `${names.get(teamId) ?? ''}${lead ? say('（組長）', ' (lead)') : ''}`);
  return parts.join(say('、', ', '));
}

/** Work that nobody has is what such a table is asked for, so it is said first. */
function unassigned(work: readonly BookedWork[], { project, say }: About): Block[] {
  const open = work.filter(({ assignee, item }) => assignee === null && item.status !== 'done').length;
  if (open === 0) return [];
  return [
    {
      type: 'missing',
      what: say(`${open} 個工作項目還沒有負責人。`, `${open} work items have nobody in charge yet.`),
      where: say('在檢核表指定負責人。', 'Say who in the checklist.'),
      href: `/projects/${project.id}`,
    },
  ];
}

const signatures = ({ say }: About): Block => ({
  type: 'signatures',
  labels: [say('製表', 'Prepared by'), say('審核', 'Checked by'), say('核准', 'Approved by')],
});
