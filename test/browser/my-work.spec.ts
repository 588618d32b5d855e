import type { Page } from 'playwright-core';
import { type Api, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Item {
  id: string;
  status: string;
  assignee: { name: string } | null;
  deliverableList: { id: string }[];
}
interface Team {
  id: string;
  key: string;
}

/** A member and a lead on their phones, with one thumb. */
describe('the work of a day on a phone', () => {
  let world: World;
  let manager: Api;
  let projectId: string;
  let teamId: string;
  let memberId: string;
  let phone: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const teams = [{ team: 'registration' }];
    const start = {
      template: 'conference',
      name: '2028 智慧醫療研討會',
      opening: inDays(590),
      closing: inDays(592),
      teams,
    };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const project = await manager.get<{ teams: Team[] }>(`/api/projects/${projectId}`);
    teamId = project.teams.find(({ key }) => key === 'registration')!.id;
    await world.invite(manager, '陳柏宇', 'lead@example.test', { projectId, teamId, lead: true });
    memberId = (await world.invite(manager, '王思涵', 'member@example.test', { projectId, teamId })).id;
    phone = await world.page(PHONE);
  });
  afterAll(() => world.close());

  const add = (title: string, more: object = {}) =>
    manager.post<Item>(`/api/projects/${projectId}/work-items`, {
      title,
      stage: 'before',
      teamId,
      dueDay: inDays(3),
      ...more,
    });
  const mine = (title: string, more: object = {}) => add(title, { assigneeId: memberId, ...more });
  const look = ({ id }: Item) => manager.get<Item>(`/api/work-items/${id}`);
  const becomes = (item: Item, status: string) => until(async () => (await look(item)).status === status, `${status}`);
  const box = (title: string) => phone.getByRole('checkbox', { name: `完成「${title}」` });
  const undo = (title: string) => phone.getByRole('button', { name: `復原「${title}」` });

  it('is ticked where one tap finishes it, and taken back as fast', async () => {
    const call = await mine('打電話給車行');
    const bag = await mine('發資料袋', { deliverables: [{ title: '資料袋' }] });
    const counted = await mine('點人數', { checks: ['人數已核對'] });
    await world.signIn(phone, 'member@example.test');
    for (const [title, item] of [
      ['打電話給車行', call],
      ['發資料袋', bag],
      ['點人數', counted],
    ] as const) {
      await box(title).tap();
      await becomes(item, 'done');
      expect(await box(title).getAttribute('aria-checked')).toBe('true');
      await undo(title).tap();
      await until(async () => (await look(item)).status !== 'done', 'the way back');
      await until(async () => (await box(title).getAttribute('aria-checked')) === 'false', 'the tick to go');
    }
    await box('點人數').tap();
    await becomes(counted, 'done');
  });

  it('says in words what is missing, and leads there', async () => {
    await mine('佈置會場', { deliverables: [{ title: '現場照片', evidence: 'required' }] });
    await mine('印手冊', { checks: ['頁碼', '封面'] });
    const contract = await mine('訂交通車');
    const wait = { status: 'waiting', waitingFor: '場地合約', waitingKind: 'vendor' };
    await manager.patch(`/api/work-items/${contract.id}`, wait);
    await phone.reload();
    await phone.getByText('還差佐證：現場照片').waitFor();
    await phone.getByText('還差 2 個驗收要點').waitFor();
    await phone.getByText('等待：場地合約').waitFor();
    expect(await box('佈置會場').count()).toBe(0);
    expect(await phone.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await phone.evaluate<string[]>(TOO_SMALL)).toEqual([]);
    await phone.getByRole('link', { name: '為「現場照片」加佐證' }).tap();
    await phone.getByRole('button', { name: '拍照' }).waitFor();
    await phone.goBack();
  });

  it('waits on the phone where there is no network, and says so', async () => {
    const item = await mine('收掛牌');
    await phone.reload();
    await box('收掛牌').waitFor();
    await phone.context().setOffline(true);
    await box('收掛牌').tap();
    await phone.getByText('1 筆待送出', { exact: true }).waitFor();
    expect((await look(item)).status).toBe('to-do');
    await undo('收掛牌').tap();
    await phone.getByText('1 筆待送出', { exact: true }).waitFor({ state: 'hidden' });
    await box('收掛牌').tap();
    await phone.context().setOffline(false);
    await becomes(item, 'done');
  });

  it('is seen by project as well', async () => {
    await phone.getByRole('radio', { name: '依專案' }).tap();
    await phone.waitForURL(/group=project/);
    await phone.getByRole('region', { name: '2028 智慧醫療研討會' }).waitFor();
    await phone.getByRole('radio', { name: '依急迫' }).tap();
  });

  it('is claimed from the pool and put back', async () => {
    const item = await add('接講者');
    await phone.reload();
    await phone.getByRole('button', { name: '認領「接講者」' }).tap();
    await until(async () => (await look(item)).assignee?.name === '王思涵', 'the claim');
    const row = phone.getByRole('listitem').filter({ hasText: '接講者' });
    await row.getByText('已認領').waitFor();
    await row.getByRole('button', { name: '復原' }).tap();
    await until(async () => (await look(item)).assignee === null, 'the way back');
  });

  it('is handed out by the lead, several at once, to whom has room', async () => {
    const some = [await add('貼指標'), await add('排椅子')];
    const lead = await world.page(PHONE);
    await world.signIn(lead, 'lead@example.test');
    await lead.getByRole('radio', { name: '分派' }).tap();
    for (const title of ['貼指標', '排椅子']) await lead.getByRole('checkbox', { name: `選取「${title}」` }).tap();
    await lead.getByText('已選 2 件').waitFor();
    expect(await lead.evaluate<number>(TOO_WIDE)).toBeLessThanOrEqual(0);
    expect(await lead.evaluate<string[]>(TOO_SMALL)).toEqual([]);
    await lead.getByRole('button', { name: '交給…' }).tap();
    await lead
      .getByRole('dialog')
      .getByRole('button', { name: /王思涵.*手上 \d+ 件/ })
      .tap();
    await until(async () => (await look(some[1]!)).assignee?.name === '王思涵', 'the handing out');
    await lead.getByText('已把 2 件交給王思涵').waitFor();
    await lead.getByRole('button', { name: '復原' }).tap();
    await until(async () => (await look(some[0]!)).assignee === null, 'the way back');
    expect((await look(some[1]!)).assignee).toBeNull();
  });
});
