import type { Page } from 'playwright-core';
import { type Api, DESK, inDays, World } from './world';

export interface Guest {
  id: string;
  cells: Record<string, string | number | boolean>;
}

/** A list of guests whose check-in is open, and its manager. */
export class DeskWorld {
  private constructor(
    readonly world: World,
    readonly manager: Api,
    readonly project: string,
    readonly team: string,
    readonly list: string,
  ) {}

  static async open(): Promise<DeskWorld> {
    const world = await World.open();
    const manager = await world.setUp();
    const start = { template: 'conference', name: '2028 智慧醫療研討會', opening: inDays(30), closing: inDays(31) };
    const project = (await manager.post<{ id: string }>('/api/projects', start)).id;
    const { teams } = await manager.get<{ teams: { id: string; key: string }[] }>(`/api/projects/${project}`);
    const team = teams.find(({ key }) => key === 'registration')!.id;
    const body = { preset: 'registrations', teamId: team };
    const list = (await manager.post<{ id: string }>(`/api/projects/${project}/registers`, body)).id;
    await manager.post(`/api/registers/${list}/check-in`);
    return new DeskWorld(world, manager, project, team, list);
  }

  close = () => this.world.close();
  path = () => `/api/registers/${this.list}/check-in`;

  /** Somebody of the sub-team that keeps the list. */
  colleague(name: string, email: string): Promise<Api> {
    return this.world.invite(this.manager, name, email, { projectId: this.project, teamId: this.team });
  }

  /** Registered, with a fee to pay. */
  async guest(number: string, more: object = {}): Promise<string> {
    const cells = { number, name: `來賓${number}`, email: `${number}@example.test`, kind: 'member', ...more };
    const row = { status: 'confirmed', cells: { fee: 1200, paid: 'no', ...cells } };
    return (await this.manager.post<Guest>(`/api/registers/${this.list}/rows`, row)).id;
  }

  /** As the list has them; undefined while it has nobody of that name or number. */
  async listed(text: string): Promise<Guest | undefined> {
    const path = `/api/registers/${this.list}/rows?text=${encodeURIComponent(text)}`;
    return (await this.manager.get<{ items: Guest[] }>(path)).items[0];
  }

  async arrived(): Promise<number> {
    const { counts } = await this.manager.get<{ counts: { arrived: number }[] }>(this.path());
    return counts.reduce((sum, one) => sum + one.arrived, 0);
  }

  /** A device on which somebody is signed in. */
  async device(email = 'manager@example.test', viewport = DESK): Promise<Page> {
    const page = await (await this.world.context(viewport)).newPage();
    await this.world.signIn(page, email);
    return page;
  }

  toDesk = (page: Page) => page.goto(`${this.world.address}/check-in/${this.list}`);

  /** The device becomes a desk. */
  async begin(page: Page, name: string): Promise<void> {
    await this.toDesk(page);
    await page.getByLabel('報到台名稱').fill(name);
    await page.getByRole('button', { name: '開始報到' }).click();
    await search(page).waitFor();
  }
}

export const search = (at: Page) => at.getByLabel('姓名、註冊編號或服務單位');

/** As a scanner on a cable does it: the number and Enter. */
export async function checkIn(at: Page, number: string): Promise<void> {
  await search(at).fill(number);
  await search(at).press('Enter');
  await at.locator('.desk-result', { hasText: `來賓${number}` }).waitFor();
}

export const troubles = (at: Page) => at.getByRole('region', { name: '需要處理' });

/** Into a corner of the hall without a network, with an app that opens there. */
export async function goOffline(at: Page): Promise<void> {
  await at.evaluate('navigator.serviceWorker.ready.then(() => null)');
  await at.context().setOffline(true);
}
