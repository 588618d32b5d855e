import type { Page } from 'playwright-core';
import { type Api, inDays, PHONE, until, World } from './world';

interface Item {
  id: string;
  checkList: { id: string; state: string }[];
  deliverableList: { id: string; status: string }[];
}

/** Two people at one project, each in a browser of their own. */
describe('what others do while a page is open', () => {
  let world: World;
  let manager: Api;
  let member: Api;
  let projectId: string;
  let item: Item;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(590), closing: inDays(592) };
    projectId = (await manager.post<{ id: string }>('/api/projects', start)).id;
    member = await world.invite(manager, '王小明', 'member@example.test', { projectId, projectRole: 'member' });
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    const parts = { checks: ['看過場地', '簽約'], deliverables: [{ title: '場地合約', evidence: 'optional' }] };
    const own = { title: '確認場地', stage: 'before', dueDay: inDays(500), ...parts };
    item = await manager.post<Item>(`/api/projects/${projectId}/work-items`, own);
  });

  const itemPath = () => `/projects/${projectId}/items/${item.id}`;
  const open = async (email: string, path: string, viewport?: typeof PHONE): Promise<Page> => {
    const page = await world.page(viewport);
    await world.signIn(page, email);
    const listening = page.waitForResponse((response) => /\/live$/.test(response.url()) && response.ok());
    await page.goto(world.address + path);
    await listening;
    return page;
  };

  it('appears within two seconds, and a note that is being typed meanwhile is not lost', async () => {
    const phone = await open('member@example.test', itemPath(), PHONE);
    await phone.getByRole('button', { name: '加入連結或說明' }).first().tap();
    const dialog = phone.getByRole('dialog');
    const note = dialog.getByRole('textbox', { name: /說明/ });
    await note.fill('合約第三條還在');
    const desk = await open('manager@example.test', itemPath());
    const box = phone.getByRole('checkbox', { name: /看過場地/, includeHidden: true });
    expect(await box.isChecked()).toBe(false);
    await desk.getByRole('checkbox', { name: /看過場地/ }).click();
    const ticked = Date.now();
    await until(async () => await box.isChecked(), 'the tick on the phone');
    expect(Date.now() - ticked).toBeLessThan(2000);
    await note.press('End');
    await note.pressSequentially('議價');
    // Somebody else even settles what the note is about.
    await manager.post(`/api/deliverables/${item.deliverableList[0]!.id}/submit`);
    await phone
      .getByText(/由 林怡君|林怡君/)
      .first()
      .waitFor({ state: 'attached' });
    await phone.waitForTimeout(1500);
    expect(await note.inputValue()).toBe('合約第三條還在議價');
  });

  it('appears in the checklist of a project, and in the work of the one who is given it', async () => {
    const title = '剛剛加上的工作';
    // Narrowed down: of a long list only what is in sight stands in the document.
    const list = await open('manager@example.test', `/projects/${projectId}?q=${encodeURIComponent(title)}`);
    const work = await open('member@example.test', '/my-work');
    const own = { title, stage: 'before', dueDay: inDays(2), assigneeId: member.id };
    await manager.post(`/api/projects/${projectId}/work-items`, own);
    const added = Date.now();
    await work.getByText(title).first().waitFor();
    expect(Date.now() - added).toBeLessThan(2000);
    await list.getByText(title).first().waitFor({ state: 'attached' });
  });

  it('is fetched when a page that could not listen for a while listens again', async () => {
    const page = await open('member@example.test', itemPath());
    await page.getByRole('checkbox', { name: /簽約/ }).waitFor();
    await page.context().setOffline(true);
    await manager.post(`/api/checks/${item.checkList[1]!.id}/tick`);
    await page.waitForTimeout(500);
    await page.context().setOffline(false);
    await until(() => page.getByRole('checkbox', { name: /簽約/ }).isChecked(), 'the tick');
  });

  it('is no more for a member who is taken out of the project', async () => {
    const leaver = await world.invite(manager, '離開的人', 'leaver@example.test', { projectId, projectRole: 'member' });
    const page = await open('leaver@example.test', itemPath());
    await page.getByRole('heading', { name: '確認場地' }).waitFor();
    const reads: string[] = [];
    page.on('response', (response) => reads.push(`${response.status()} ${new URL(response.url()).pathname}`));
    await manager.delete(`/api/projects/${projectId}/members/${leaver.id}`);
    await until(async () => reads.includes(`404 /api/projects/${projectId}/live`), 'the stream to be refused');
  });
});
