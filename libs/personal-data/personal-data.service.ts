import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, newId } from '@convener/kernel';
import { Database, FileKeeper } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { type Erased, eraseRows, told } from './erase-rows';
import { FollowedRows } from './followed-rows';
import { rowsOfProject } from './rows-of-project';

/**
 * What a person may ask for, which a project that is closed owes them as much as one that runs. The activity tells how
 * much it was, never of whom.
 */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: WorkScope,
    private readonly activity: ActivityLog,
    private readonly followed: FollowedRows,
    private readonly keeper: FileKeeper,
  ) {}

  /** Answers nothing: what it answered would be kept under the request's key for a month, erased or not. */
  recordCopy(person: SignedIn, projectId: string, ids: readonly string[]): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.projects.project(em, projectId, person);
      allow(actor, 'registers.privacy');
      const lists = await rowsOfProject(em, projectId, ids);
      const rows = lists.reduce((sum, list) => sum + list.rows.length, 0);
      await this.activity.record(em, {
        ...{ projectId, actorId: person.personId, action: 'project.personal-copied' },
        subject: { type: 'project', id: projectId, title: project.name },
        after: { copiedRows: rows },
      });
    });
  }

  /** Rows stay, so that counts do. Once: what was erased already is passed by. */
  async erase(person: SignedIn, projectId: string, ids: readonly string[], reason: string): Promise<Erased> {
    const fileKeys: string[] = [];
    const all = await this.database.write(async (em) => {
      // Whoever writes rows keeps the project as it is, so nobody fills a cell meanwhile.
      const { actor } = await this.projects.project(em, projectId, person, 'change');
      allow(actor, 'registers.privacy');
      const total: Erased = { rows: 0, cells: 0 };
      const by = { projectId, actorId: person.personId, batchId: newId(), action: 'register.personal-erased' };
      for (const { register, rows } of await rowsOfProject(em, projectId, ids)) {
        const erased = await eraseRows(em, register, rows, this.clock.now());
        await this.followed.forget(
          em,
          rows.map(({ id }) => id),
        );
        if (erased.rows === 0) continue;
        const subject = { type: 'register' as const, id: register.id, title: register.name };
        await this.activity.record(em, { ...by, subject, after: { ...told(erased), reason } });
        total.rows += erased.rows;
        total.cells += erased.cells;
        fileKeys.push(...erased.fileKeys);
      }
      return total;
    });
    await this.keeper.removeAll(fileKeys);
    return all;
  }
}
