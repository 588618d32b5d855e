import { type Page } from 'playwright-core';
import { type Api, choose, inDays, PHONE, TOO_SMALL, TOO_WIDE, until, World } from './world';

interface Row {
  id: string;
  title: string;
  status: string;
  assignee: { name: string } | null;
}
interface Team {
  id: string;
  key: string;
}

/** Execution staff on a phone in the hall, their lead, and the manager who accepts. */
describe('in a running conference', () => {
  let world: World;
  let manager: Api;
  let projectId: string;
  let phone: Page;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const teams = ['programme', 'registration'].map((team) => ({ team }));
    const start = {
      template: 'conference',
      name: '2028 智慧醫療研討會',
      opening: inDays(590),
      closing: inDays(592),
      teams,
    };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const project = await manager.get<{ teams: Team[] }>(`/api/projects/${projectId}`);
    const teamId = project.teams.find(({ key }) => key === 'registration')?.id;
    await world.invite(manager, '陳柏宇', 'lead@example.test', { projectId, teamId, lead: true });
    await world.invite(manager, '王思涵', 'member@example.test', { projectId, teamId });
    phone = await world.page(PHONE);
  });
  afterAll(() => world.close());

  const work = async (title: string, stage: string) => {
    const { items } = await manager.get<{ items: Row[] }>(
      `/api/projects/${projectId}/work-items?limit=200&stage=${stage}`,
    );
    return items.find((item) => item.title === title)!;
  };

  it('a member sees the pool of the sub-team on a phone and claims work with one tap', async () => {
    await world.signIn(phone, 'member@example.test');
    await phone.getByText('小組待認領').waitFor();
    await phone.getByRole('button', { name: '認領「執行註冊與報到組工作」' }).first().tap();
    await until(
      async () => (await work('執行註冊與報到組工作', 'preparation')).assignee?.name === '王思涵',
      'the claim',
    );
    await phone.getByText('已認領').first().waitFor();
  });

  it('ticks a check and takes the slip back', async () => {
    await phone
      .getByRole('link', { name: /執行註冊與報到組工作/ })
      .first()
      .tap();
    const box = phone.getByRole('checkbox').first();
    await box.tap();
    await until(
      async () => (await work('執行註冊與報到組工作', 'preparation')).status === 'doing',
      'the work to begin',
    );
    expect(await box.isChecked()).toBe(true);
    await box.tap();
    await until(async () => !(await box.isChecked()), 'the tick to go');
  });

  it('delivers a bag of handouts with one tap and no form', async () => {
    const onSite = await work('執行註冊與報到組工作', 'during');
    await phone.goto(`${world.address}/projects/${projectId}/items/${onSite.id}`);
    const bag = phone.getByRole('listitem').filter({ has: phone.getByRole('heading', { name: /大會資料袋/ }) });
    await bag.getByRole('button', { name: '交付', exact: true }).tap();
    await bag.getByText('已交付').waitFor();
    expect(await phone.getByRole('dialog').count()).toBe(0);
  });

  it('nothing on the phone is wider than the phone, and touch targets are large', async () => {
    const { id } = await work('執行註冊與報到組工作', 'during');
    const project = `/projects/${projectId}`;
    for (const path of [
      '/my-work',
      '/projects',
      project,
      `${project}/items/${id}`,
      '/inbox',
      '/acceptance',
      '/standards',
    ]) {
      await phone.goto(world.address + path);
      await phone.waitForLoadState('networkidle');
      const wider = await phone.evaluate<number>(TOO_WIDE);
      expect([path, wider <= 0]).toEqual([path, true]);
      expect([path, await phone.evaluate<string[]>(TOO_SMALL)]).toEqual([path, []]);
    }
  });

  it('a lead hands several items of the sub-team to one person at once', async () => {
    const desk = await world.page();
    await world.signIn(desk, 'lead@example.test');
    await desk.goto(`${world.address}/projects/${projectId}?group=team`);
    await desk.getByRole('button', { name: '批次處理' }).click();
    await desk.getByRole('checkbox', { name: '選取「註冊與報到組」全部項目' }).check();
    await desk.getByRole('button', { name: '指派' }).click();
    const dialog = desk.getByRole('dialog');
    await choose(desk, '負責人', '陳柏宇', dialog);
    await dialog.getByRole('button', { name: '套用' }).click();
    await until(
      async () => (await work('執行註冊與報到組工作', 'after')).assignee?.name === '陳柏宇',
      'the bulk assignment',
    );
  });

  it('the manager returns what is not right with a reason, and the member reads it', async () => {
    const item = await work('執行註冊與報到組工作', 'preparation');
    const { deliverableList } = await manager.get<{ deliverableList: { id: string }[] }>(`/api/work-items/${item.id}`);
    const member = await world.context(PHONE);
    const page = await member.newPage();
    await world.signIn(page, 'member@example.test');
    await page.goto(`${world.address}/projects/${projectId}/items/${item.id}`);
    await page
      .getByRole('button', { name: /送交驗收|^交付$/ })
      .first()
      .tap();
    await page.getByLabel('連結').fill('https://files.example.test/registrations');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /送交驗收|交付/ })
      .tap();
    await page.getByText('待驗收').first().waitFor();

    const desk = await world.page();
    await world.signIn(desk, 'manager@example.test');
    await desk.goto(`${world.address}/my-work`);
    await desk.getByText('等我驗收').waitFor();
    await desk.goto(`${world.address}/projects/${projectId}/items/${item.id}`);
    await desk.getByRole('button', { name: '退回' }).click();
    await desk.getByLabel('需要改什麼？').fill('請補上國外與會者名單。');
    await desk.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await until(async () => {
      const { status } = await manager.get<{ status: string }>(`/api/deliverables/${deliverableList[0]!.id}`);
      return status === 'returned';
    }, 'the return');
    await page.reload();
    await page.getByText('請補上國外與會者名單。').first().waitFor();
  });

  it('tells in words when the server can not be reached, and loses nothing typed', async () => {
    const item = await work('執行註冊與報到組工作', 'preparation');
    await phone.goto(`${world.address}/projects/${projectId}/items/${item.id}`);
    const box = phone.getByRole('checkbox').first();
    await box.waitFor();
    const before = await box.isChecked();
    await phone.context().setOffline(true);
    await phone.getByText('目前離線', { exact: false }).waitFor();
    await phone.context().setOffline(false);
    await phone.getByText('目前離線', { exact: false }).waitFor({ state: 'hidden' });
    expect(await box.isChecked()).toBe(before);
  });
});
