import { groupBy } from '@convener/kernel';
import type { Block, TableRow } from '@convener/papers';
import type { About } from '@convener/reports';
import type { Handbook } from './handbook-reading';
import { lacks, listTable } from './handbook-tables';
import type { BookedMember, BookedWork } from './work-book';
import { itemStatus } from './words';

const CONTACTS = [
  { preset: 'clientContacts', of: ['client'] },
  { preset: 'venues', of: ['venue'] },
  { preset: 'vendors', of: ['vendor'] },
] as const;

/** Whom to call: what the project calls a list for emergencies, and those whom its lists know. Nothing is added to that. */
export function emergencyNumbers({ emergency, lists }: Handbook, about: About): Block[] {
  const { say, project } = about;
  const href = `/projects/${project.id}/registers`;
  const urgent = emergency.filter(({ rows }) => rows.length > 0);
  const none = lacks(
    say('還沒有緊急聯絡電話（救護、消防、警察、場館值班）。', 'There are no emergency numbers yet.'),
    say('在「清單」新增名稱含「緊急」的清單並填寫。', 'Add a list with “emergency” in its name, and fill it in.'),
    href,
  );
  const rows = CONTACTS.flatMap(({ preset, of }) =>
    lists.rows(preset).flatMap((row): TableRow[] => {
      const reach = [row.text('contact'), row.text('phone'), row.text('email')];
      return reach.every((one) => one === null) ? [] : [{ cells: [row.text(...of), ...reach] }];
    }),
  );
  const contacts: Block = {
    type: 'table',
    caption: say('客戶、場館與廠商聯絡人', 'Contacts of the client, venue and vendors'),
    columns: [
      { label: say('單位', 'Organisation'), kind: 'text', weight: 2 },
      { label: say('聯絡人', 'Contact'), kind: 'name' },
      { label: say('電話', 'Phone'), kind: 'code' },
      { label: say('電子郵件', 'E-mail'), kind: 'text', weight: 2 },
    ],
    rows,
    empty: say('清單裡還沒有聯絡人。', 'No list has a contact yet.'),
  };
  return [...(urgent.length > 0 ? urgent.map((list) => listTable(list, about)) : [none]), contacts];
}

/** The sub-teams with their leads and members. */
export function organisation({ book }: Handbook, about: About): Block[] {
  const { say, project } = about;
  const href = `/projects/${project.id}/people`;
  const crew = book.members.filter(({ role }) => role !== 'viewer');
  const managers = crew.filter(({ role }) => role === 'manager');
  const leaderless = book.teams.filter(({ id }) => !crew.some((one) => isLead(one, id)));
  const rows = [
    { group: say('專案經理', 'Project manager') },
    ...managers.map((one) => personRow(one, say('專案經理', 'Manager'))),
    ...book.teams.flatMap((team): TableRow[] => {
      const own = crew.filter(({ teams }) => teams.some(({ teamId }) => teamId === team.id));
      own.sort((a, b) => Number(isLead(b, team.id)) - Number(isLead(a, team.id)));
      const part = (one: BookedMember) => (isLead(one, team.id) ? say('組長', 'Lead') : say('組員', 'Member'));
      return own.length === 0 ? [] : [{ group: about.name(team) }, ...own.map((one) => personRow(one, part(one)))];
    }),
  ];
  const names = leaderless.map((team) => about.name(team)).join(say('、', ', '));
  return [
    ...(leaderless.length > 0
      ? [
          lacks(
            say(`沒有組長的小組：${names}。`, `Without a lead: ${names}.`),
            say('在「人員」指定。', 'Say who on People.'),
            href,
          ),
        ]
      : []),
    {
      type: 'table',
      columns: [
        { label: say('職務', 'Part'), kind: 'name' },
        { label: say('姓名', 'Name'), kind: 'name' },
        { label: say('電子郵件', 'E-mail'), kind: 'text', weight: 2 },
      ],
      rows,
      empty: say('還沒有成員。', 'There are no members yet.'),
    },
  ];
}

const isLead = ({ teams }: BookedMember, id: string) => teams.some(({ teamId, lead }) => teamId === id && lead);
const personRow = ({ name, email }: BookedMember, part: string): TableRow => ({ cells: [part, name, email] });

/** What each sub-team has to do from move-in to move-out, with what it has to check. */
export function duties({ book, from, until }: Handbook, about: About): Block[] {
  const { say, project } = about;
  const live = book.work.filter((one) => isInWindow(one, from, until));
  const ofTeam = groupBy(live, ({ team }) => team?.id ?? '');
  const sections = [
    ...book.teams.map((team) => ({ id: team.id, name: about.name(team) })),
    { id: '', name: say('未分組', 'No sub-team') },
  ];
  const rows = sections.flatMap(({ id, name }): TableRow[] => {
    const own = ofTeam.get(id) ?? [];
    return own.length === 0 ? [] : [{ group: name }, ...own.map((one) => dutyRow(one, about))];
  });
  const window = say(`工作期間：${from} 至 ${until}。`, `From ${from} to ${until}.`);
  if (rows.length === 0)
    return [
      lacks(
        say(`${window}這段期間沒有工作項目。`, `No work falls on the event days (${from} – ${until}).`),
        say('在「檢核表」設定工作的日期。', 'Give the work its days in the checklist.'),
        `/projects/${project.id}`,
      ),
    ];
  return [
    { type: 'text', tone: 'note', text: window },
    {
      type: 'table',
      columns: [
        { label: say('代碼', 'Code'), kind: 'code' },
        { label: say('工作項目', 'Work item'), kind: 'text', weight: 2 },
        { label: say('負責人', 'In charge'), kind: 'name' },
        { label: say('檢核', 'Checks'), kind: 'text', weight: 3 },
        { label: say('期限', 'Due'), kind: 'day' },
        { label: say('狀態', 'Status'), kind: 'name' },
      ],
      rows,
      empty: say('這段期間沒有工作項目。', 'No work falls on these days.'),
    },
  ];
}

/** Work that is on while the event is; what knows no start is on at its due day. */
export function isInWindow({ item }: Pick<BookedWork, 'item'>, from: string, until: string): boolean {
  const { status, startDay, dueDay } = item;
  if (status === 'not-applicable' || dueDay === null) return false;
  return (startDay ?? dueDay) <= until && dueDay >= from;
}

function dutyRow({ item, assignee, checks }: BookedWork, about: About): TableRow {
  const told = checks.map((check) => `□ ${check.text}`).join('\n');
  return { cells: [item.code, about.name(item), assignee, told, item.dueDay, itemStatus(about, item)] };
}
