import type { TemporaryStaffList } from '../../apps/api/joining/joining.dto';
import type { Me } from '../../apps/api/access/me.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject } from '../support/builders';
import type { Client } from '../support/client';
import type { DatabaseKind } from '../support/database';

export const HOUR = 3_600_000;
export const GIVEN = { name: '林小美', told: true };

/** A project whose programme sub-team lets people in by codes. */
export class JoinWorld {
  project!: RunningProject;
  team!: string;

  private constructor(
    readonly app: TestApp,
    readonly cast: Cast,
  ) {}

  static async open(database: DatabaseKind): Promise<JoinWorld> {
    const app = await startTestApp({ database });
    return new JoinWorld(app, await aCast(app));
  }

  /** A fresh project, with nobody in it by a code. */
  async begin(): Promise<void> {
    this.project = await aConference(this.app, { cast: this.cast });
    this.team = (await this.project.team('programme')).id;
  }

  /** The path of a new code. */
  async code(given: object = {}, as: Client = this.cast.manager.client): Promise<string> {
    const body = { teamId: this.team, hours: 24, most: 9, ...given };
    const { link } = ok(await as.post<{ link: string }>('/api/join-codes', body)).body;
    return `/api/join/${link.split('/').at(-1)}`;
  }

  /** Somebody who has just come by a code. */
  async someone(path?: string): Promise<{ phone: Client; me: Me }> {
    const phone = this.app.client();
    return { phone, me: ok(await phone.post<Me>(path ?? (await this.code()), GIVEN)).body };
  }

  async list(as: Client = this.cast.manager.client): Promise<TemporaryStaffList> {
    return ok(await as.get<TemporaryStaffList>(`/api/projects/${this.project.id}/temporary-staff`)).body;
  }
}
