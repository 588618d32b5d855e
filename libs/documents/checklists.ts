import type { Block, Table, TableRow } from '@convener/papers';
import { readAll } from '@convener/platform';
import { type Check, isOverdue } from '@convener/projects';
import type { About, DocumentChoice, DocumentKind } from '@convener/reports';
import { Team } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { heading } from './blocks';
import { readWorkBook } from './work-book';
import { applicable, byTeam, type WorkGroup } from './work-groups';
import { signedBy } from './work-words';
import { projectFacts } from './words';

const ALL = 'all';
const NONE = 'none';

/** For paper and pen in the hall. */
export const CHECKLIST_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'acceptance-checklist',
    group: 'on-site',
    name: { zh: '檢覈表／驗收表', en: 'Acceptance checklist' },
    says: {
      zh: '各工作小組的驗收要點，可列印後在現場勾選合格、不合格或不適用，並簽名。',
      en: 'The checks of each sub-team with boxes to tick on paper (passed, failed, not applicable), and signatures.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    choices: async (em, project) => [await teamChoice(em, project.id)],
    write: async (em, about) => ({ page: 'landscape', blocks: await checklistBlocks(em, about) }),
  },
];

async function teamChoice(em: EntityManager, projectId: string): Promise<DocumentChoice> {
  const teams = await readAll(em, Team, 'WHERE t.project_id = ? ORDER BY t.position, t.id', [projectId]);
  return {
    key: 'team',
    name: { zh: '工作小組', en: 'Sub-team' },
    values: [
      { value: ALL, name: { zh: '全部', en: 'All' } },
      ...teams.map(({ id, name, nameEn }) => ({ value: id, name: { zh: name, en: nameEn ?? name } })),
      { value: NONE, name: { zh: '未分小組', en: 'No sub-team' } },
    ],
  };
}

async function checklistBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const { say, chosen } = about;
  const { teams, work } = await readWorkBook(em, about);
  const checked = applicable(work).filter(({ checks }) => checks.length > 0);
  const one = chosen.team ?? ALL;
  const wanted = one === ALL ? checked : checked.filter(({ team }) => (team?.id ?? NONE) === one);
  const groups = byTeam(teams, wanted, about);
  const empty = say('沒有驗收要點。', 'There are no checks.');
  if (groups.length === 0) return [projectFacts(about), checklist(about, [], empty)];
  return [
    projectFacts(about),
    ...groups.flatMap((group, at): Block[] => [
      ...(at > 0 ? [{ type: 'break' as const }] : []),
      heading(about, group.name, group.name),
      checklist(about, checkRows(about, group), empty),
      signedBy(about, ['檢查人', 'Checked by'], ['小組負責人', 'Lead of the sub-team'], ['驗收人', 'Accepted by']),
    ]),
  ];
}

function checklist({ say }: About, rows: TableRow[], empty: string): Table {
  return {
    type: 'table',
    columns: [
      { label: say('代碼', 'Code'), kind: 'code' },
      { label: say('驗收要點', 'Check'), kind: 'text', weight: 4 },
      { label: say('合格', 'Passed'), kind: 'tick' },
      { label: say('不合格', 'Failed'), kind: 'tick' },
      { label: say('不適用', 'N/A'), kind: 'tick' },
      { label: say('備註', 'Remarks'), kind: 'text', weight: 2, byHand: true },
    ],
    ...{ rows, empty },
  };
}

/** What has been decided already is marked; that it failed nobody has said anywhere, so that box is always empty. */
function checkRows(about: About, { work }: WorkGroup): TableRow[] {
  return work.flatMap(({ item, assignee, checks }): TableRow[] => {
    const late = isOverdue(item, about.today) && item.status !== 'done' ? about.say('逾期', 'late') : null;
    const said = [assignee, item.dueDay, late].filter(Boolean).join(about.say('，', ', '));
    const name = [item.code, about.name(item)].filter(Boolean).join(' ');
    return [
      { group: said ? about.say(`${name}（${said}）`, `${name} (${said})`) : name },
      ...checks.map(({ code, text, state, reason }) => ({
        cells: [code, text, box(state, 'ticked'), EMPTY, box(state, 'not-applicable'), reason],
      })),
    ];
  });
}

const EMPTY = '□';
const box = (state: Check['state'], wanted: Check['state']) => (state === wanted ? '■' : EMPTY);
