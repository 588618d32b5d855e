import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type Api, inDays, World } from './world';

/** What the addresses of pages are made with. */
export interface Known {
  project: string;
  item: string;
  /** A work item whose deliverable is a record. */
  record: string;
  register: string;
  checkIn: string;
  house: string;
  team: string;
  invitation: string;
  joinCode: string;
  survey: string;
  surveyLink: string;
  reset: string;
}

/** Every page behind the sign-in. A new page is one line here. */
export const pagesOf = ({ project, item, record, house, team, register, checkIn, survey }: Known): string[] => [
  '/my-work',
  '/my-work?group=project',
  '/my-work?view=hand-out',
  '/acceptance',
  '/projects',
  '/projects/new',
  '/inbox',
  '/inbox?done=true&kind=returned',
  '/templates',
  '/templates/conference',
  `/house-templates/${house}`,
  '/standards',
  '/standards/conference-project-executive',
  '/people',
  '/calendars',
  '/outbox',
  '/operations',
  '/account',
  `/projects/${project}`,
  `/projects/${project}/overview`,
  `/projects/${project}/board`,
  `/projects/${project}/board?row=${team}&stage=preparation`,
  `/projects/${project}/schedule`,
  `/projects/${project}/schedule?view=timeline`,
  `/projects/${project}/registers`,
  `/projects/${project}/registers/personal-data`,
  `/projects/${project}/registers/${register}`,
  `/projects/${project}/registers/${register}/comparison`,
  `/projects/${project}/registers/${checkIn}/check-in`,
  `/check-in/${checkIn}`,
  `/check-in/${checkIn}/badges`,
  `/projects/${project}/surveys`,
  `/projects/${project}/surveys/${survey}`,
  `/projects/${project}/run-sheet`,
  `/run-sheet/${project}`,
  `/stage/${project}`,
  `/projects/${project}/closing-report`,
  `/projects/${project}/documents`,
  `/projects/${project}/documents/schedule`,
  `/projects/${project}/closing-report?chapter=targets&variant=subsidy`,
  `/projects/${project}/people`,
  `/projects/${project}/activity`,
  `/projects/${project}/settings`,
  `/projects/${project}/next-edition`,
  `/projects/${project}/template-update`,
  `/projects/${project}/items/${item}`,
  `/projects/${project}/items/${record}`,
  '/no-such-page',
];

/** What the crew has in its hand: looked at on a phone by axe too. */
export const phonePagesOf = ({ project, item, record, register, checkIn, survey }: Known): string[] => [
  '/my-work',
  '/my-work?view=hand-out',
  '/acceptance',
  '/projects',
  '/inbox',
  '/account',
  `/projects/${project}`,
  `/projects/${project}/board`,
  `/projects/${project}/schedule?view=timeline`,
  `/projects/${project}/registers/${register}`,
  `/projects/${project}/registers/${checkIn}/check-in`,
  `/check-in/${checkIn}`,
  `/projects/${project}/surveys/${survey}`,
  `/projects/${project}/run-sheet`,
  `/run-sheet/${project}`,
  `/projects/${project}/closing-report`,
  `/projects/${project}/documents`,
  `/projects/${project}/documents/schedule`,
  `/projects/${project}/closing-report?chapter=targets`,
  `/projects/${project}/items/${item}`,
  `/projects/${project}/items/${record}`,
];

/** What temporary staff have. */
export const TEMPORARY_PAGES: readonly string[] = ['/my-work', '/team-work', '/inbox', '/account', '/join-over'];

/** Pages before the sign-in. */
export const doorsOf = ({ invitation, reset, joinCode, surveyLink }: Known): string[] => [
  '/sign-in',
  '/reset-password',
  `/invitation/${invitation}`,
  `/join/${joinCode}`,
  `/reset-password/${reset}`,
  `/survey/${surveyLink}`,
];

/** Where a link leads that is wrong or used up: the answer is a 404 and a page that says what to do. */
export const DEAD_DOORS: readonly string[] = [
  '/setup?token=used-up',
  '/invitation/no-such-link',
  '/join/no-such-link',
  '/reset-password/no-such-link',
  '/survey/no-such-link',
  '/unsubscribe/no-such-link',
];

export interface Opened {
  what: string;
  path: string;
  open: (page: Page) => Promise<void>;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

/** What opens over a page of a manager at a desk. */
export const dialogsOf = ({ project, item, record, register, survey }: Known): Opened[] => [
  { what: 'new work item', path: `/projects/${project}`, open: press('新增工作') },
  { what: 're-plan', path: `/projects/${project}/schedule`, open: press('重新排程') },
  { what: 'hand in', path: `/projects/${project}/items/${item}`, open: press('送交驗收') },
  { what: 'accept', path: `/projects/${project}/items/${item}`, open: press('驗收') },
  { what: 'new entry', path: `/projects/${project}/items/${record}`, open: press('新增紀錄') },
  { what: 'new register', path: `/projects/${project}/registers`, open: press('新增清單') },
  { what: 'new survey', path: `/projects/${project}/surveys`, open: press('新增調查') },
  { what: 'survey settings', path: `/projects/${project}/surveys/${survey}`, open: press('調查設定') },
  { what: 'new row', path: `/projects/${project}/registers/${register}`, open: press('新增一筆') },
  { what: 'new cue', path: `/projects/${project}/run-sheet`, open: press('新增流程') },
  { what: 'delay', path: `/projects/${project}/run-sheet`, open: press('順延「Keynote」') },
  { what: 'reminder rule', path: `/projects/${project}/settings`, open: press('新增規則') },
];

/** A conference as it stands some days after its start, so that the pages have something to show. */
export async function prepare(world: World, manager: Api): Promise<Known> {
  const start = { template: 'conference', name: '2028 數位轉型論壇', opening: inDays(120), closing: inDays(122) };
  const { id: project } = await manager.post<{ id: string }>('/api/projects', start);
  const { id: house } = await manager.post<{ id: string }>('/api/house-templates', {
    from: { template: 'venue-search' },
    name: '本會範本',
  });
  const mate = await world.invite(manager, '王小明', 'mate@example.test', { projectId: project });
  const { link } = await manager.post<{ link: string }>('/api/invitations', { projectId: project });
  const reset = await manager.post<{ link: string }>(`/api/people/${mate.id}/password-reset`);
  const item = await anItem(manager, project);
  const record = await aRecord(manager, project);
  const register = await aRegister(manager, project);
  const checkIn = await aCheckIn(manager, project);
  const asked = await aSurvey(manager, project);
  await aRunSheet(manager, project);
  const { teams } = await manager.get<{ teams: { id: string }[] }>(`/api/projects/${project}`);
  const team = teams[0]!.id;
  const code = await manager.post<{ link: string }>('/api/join-codes', { teamId: team, hours: 24, most: 5 });
  const tokens = { invitation: tokenOf(link), reset: tokenOf(reset.link), joinCode: tokenOf(code.link) };
  return { project, house, item, record, register, checkIn, team, ...asked, ...tokens };
}

const tokenOf = (link: string) => link.split('/').at(-1)!;

/** Late, being waited for, with a deliverable to hand in and one to accept, checks of both kinds and a word about it. */
async function anItem(manager: Api, project: string): Promise<string> {
  const late = { title: '簽訂場地合約', stage: 'before', startDay: inDays(-9), dueDay: inDays(-5) };
  const own = { ...late, assigneeId: manager.id };
  const { id } = await manager.post<{ id: string }>(`/api/projects/${project}/work-items`, own);
  for (const title of ['合約', '平面圖'])
    await manager.post(`/api/work-items/${id}/deliverables`, { title, accepter: 'manager' });
  for (const text of ['訂金已付', '取消條款已看過']) await manager.post(`/api/work-items/${id}/checks`, { text });
  type Parts = Record<'deliverableList' | 'checkList', { id: string }[]>;
  const { deliverableList, checkList } = await manager.get<Parts>(`/api/work-items/${id}`);
  await manager.post(`/api/deliverables/${deliverableList[0]!.id}/submit`, { note: '初稿' });
  await manager.post(`/api/checks/${checkList[0]!.id}/tick`);
  await manager.post(`/api/work-items/${id}/comments`, { body: '館方週五前回覆。' });
  return id;
}

/** Minutes with two things to do, one of which has become work. */
async function aRecord(manager: Api, project: string): Promise<string> {
  const own = { title: '召開籌備會議', stage: 'before', deliverables: [{ title: '會議紀錄', kind: 'record' }] };
  type Item = { id: string; deliverableList: { id: string }[] };
  const { id, deliverableList } = await manager.post<Item>(`/api/projects/${project}/work-items`, own);
  const meeting = { kind: 'meeting', day: inDays(-2), title: '第一次籌備會', place: '501 會議室', present: '林怡君' };
  const actions = [{ text: '向飯店加訂素食', dueDay: inDays(3) }, { text: '借麥克風' }];
  const body = { ...meeting, notes: '場地看過兩處。', decisions: ['開幕採劇院型'], actions };
  const path = `/api/deliverables/${deliverableList[0]!.id}/record-entries`;
  const entry = await manager.post<{ id: string; actions: { id: string }[] }>(path, body);
  await manager.post(`/api/record-entries/${entry.id}/actions/${entry.actions[0]!.id}/work-item`);
  return id;
}

/** Two venues, one of them with cells still to be filled in. */
async function aRegister(manager: Api, project: string): Promise<string> {
  const { id } = await manager.post<{ id: string }>(`/api/projects/${project}/registers`, { preset: 'venues' });
  const full = {
    dates: '2028/6/12~6/14',
    cost: '120萬',
    area: '3,100坪',
    capacity: 3122,
    form: '劇院型',
    transport: '捷運',
  };
  const venue = { venue: '台北國際會議中心', ...full };
  const row = await manager.post<{ id: string }>(`/api/registers/${id}/rows`, { cells: venue });
  await manager.post(`/api/register-rows/${row.id}/work-item`);
  await manager.post(`/api/registers/${id}/rows`, { cells: { venue: '圓山大飯店', cost: 'NT$800,000' } });
  return id;
}

/** Open, with an unused personal link and one for the hall. */
async function aSurvey(manager: Api, project: string): Promise<Pick<Known, 'survey' | 'surveyLink'>> {
  const asked = { title: '會後滿意度調查', titleEn: 'Attendee survey', ready: 'attendees' };
  const { id } = await manager.post<{ id: string }>(`/api/projects/${project}/surveys`, asked);
  await manager.post(`/api/surveys/${id}/open`);
  await manager.post(`/api/surveys/${id}/links`, { count: 1 });
  await manager.post(`/api/surveys/${id}/hall-link`, { replace: false });
  const { items } = await manager.post<{ items: { link: string }[] }>(`/api/surveys/${id}/links/given`);
  return { survey: id, surveyLink: tokenOf(items[0]!.link) };
}

/** Three registrations, one of them arrived. */
async function aCheckIn(manager: Api, project: string): Promise<string> {
  const { id } = await manager.post<{ id: string }>(`/api/projects/${project}/registers`, { preset: 'registrations' });
  await manager.post(`/api/registers/${id}/check-in`);
  const rows: string[] = [];
  for (const [at, name] of ['陳大文', '林怡君', 'Zoë Wang'].entries()) {
    const cells = { number: `A00${at}`, name, organisation: '臺灣大學', kind: 'member', fee: 1200, paid: 'no' };
    rows.push((await manager.post<{ id: string }>(`/api/registers/${id}/rows`, { cells })).id);
  }
  const path = `/api/registers/${id}/check-in`;
  const desk = await manager.post<{ id: string }>(`${path}/desks`, { name: '大門' });
  const entries = [{ id: randomUUID(), kind: 'arrival', rowId: rows[0]!, at: Date.now() }];
  await manager.post(`${path}/entries`, { deskId: desk.id, entries });
  return id;
}

/** An opening that is over, a keynote that is late, lunch that is fixed, and somebody in two places at once. */
async function aRunSheet(manager: Api, project: string): Promise<void> {
  const cue = { day: inDays(120), minutes: 30, place: 'Main hall', personIds: [manager.id] };
  const cues = [
    { ...cue, minute: 540, title: 'Opening', notes: 'Lights down' },
    {
      ...cue,
      minute: 570,
      title: 'Keynote',
      outside: 'Dr. Smith',
      files: [{ name: 'Slides', link: 'https://a.test' }],
    },
    { ...cue, minute: 660, title: 'Lunch', fixed: true },
    { ...cue, minute: 575, title: 'Interview', place: 'VIP room' },
  ];
  type Cues = { items: { id: string }[] };
  const { items } = await manager.post<Cues>(`/api/projects/${project}/run-sheet/cues`, { cues });
  await manager.post(`/api/run-sheet-cues/${items[0]!.id}/state`, { state: 'done' });
  await manager.post(`/api/run-sheet-cues/${items[1]!.id}/delay`, { minutes: 10 });
}

/** Joins by the code, as somebody does who comes for a day. Answers the first work item of the sub-team. */
export async function join(page: Page, address: string, { joinCode }: Pick<Known, 'joinCode'>): Promise<string> {
  await page.goto(`${address}/join/${joinCode}`);
  await page.getByLabel('您的姓名').fill('林小美');
  await page.getByLabel('我看過上面的說明').check();
  await page.getByRole('button', { name: '加入' }).tap();
  await page.waitForURL('**/team-work');
  return (await page.locator('.line-title').first().getAttribute('href'))!;
}
