import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActivityLog } from '@convener/activity';
import { addDays, Clock, dayAt } from '@convener/kernel';
import { Config, Database, FileKeeper, Poller, readAll } from '@convener/platform';
import { lockRow, Project } from '@convener/projects';
import { type Closing, expiryDay, isExpired, Register, RegisterRow } from '@convener/registers';
import { eraseRows, told } from './erase-rows';
import { FollowedRows } from './followed-rows';

const EVERY_MS = 60 * 60_000;
/** Where a day begins first. */
const FIRST_ZONE = 'Pacific/Kiritimati';

type Kept = Pick<Register, 'id' | 'projectId' | 'personalDays'>;

/**
 * Erases what lists say of people once their time after closing is over, whether or not somebody has closed the project.
 * By the hour, because the day begins at another one in each zone. Any number of processes may do it at once.
 */
@Injectable()
export class PersonalDataSweep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly poller: Poller,
    private readonly config: Config,
    private readonly activity: ActivityLog,
    private readonly followed: FollowedRows,
    private readonly keeper: FileKeeper,
  ) {}

  onModuleInit(): void {
    this.poller.every('personal data', EVERY_MS, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const today = dayAt(this.clock.now(), FIRST_ZONE);
    const past = await this.database.select<Closing & { id: string }>(PAST, [addDays(today, -1)]);
    const closings = new Map(past.map((project) => [project.id, project]));
    const kept = past.length > 0 ? await this.database.select<Kept>(KEPT, [[...closings.keys()]]) : [];
    for (const list of kept) if (this.isOver(list.personalDays, closings.get(list.projectId)!)) await this.erase(list);
  }

  /** One list a transaction; a process that comes second waits and then finds nothing left. */
  private async erase({ id, projectId }: Kept): Promise<void> {
    const fileKeys: string[] = [];
    await this.database.write(async (em) => {
      const project = await lockRow(em, Project, projectId, 'write');
      const register = await em.findOneBy(Register, { id });
      // The closing may have been moved meanwhile, or the list given more time.
      if (!project || !register || !this.isOver(register.personalDays, project)) return;
      const rows = await readAll(em, RegisterRow, 'WHERE t.register_id = ? AND t.erased_at IS NULL', [id]);
      const erased = await eraseRows(em, register, rows, this.clock.now());
      await this.followed.forget(
        em,
        rows.map(({ id }) => id),
      );
      if (erased.rows === 0) return;
      fileKeys.push(...erased.fileKeys);
      const subject = { type: 'register' as const, id, title: register.name };
      const expired = { projectId, actorId: null, action: 'register.personal-expired', subject };
      await this.activity.record(em, { ...expired, after: told(erased) });
    });
    await this.keeper.removeAll(fileKeys);
  }

  private isOver(personalDays: number | null, closing: Closing): boolean {
    return isExpired(expiryDay(personalDays, closing, this.config.personalDataDays), closing, this.clock.now());
  }
}

const PAST = 'SELECT id, closing_day AS "closingDay", zone FROM projects WHERE closing_day <= ?';

/**
 * Lists of these projects with a personal column and a row that was not erased. A column is written by JSON.stringify(),
 * and a quote inside a name stands there behind a backslash. Asked apart from the projects, and not by EXISTS, because
 * both databases would rather join whole tables.
 */
const KEPT = `
  SELECT r.id, r.project_id AS "projectId", r.personal_days AS "personalDays" FROM registers r
   WHERE r.project_id IN ?* AND r.columns LIKE '%"personal":true%'
     AND (SELECT t.position FROM register_rows t WHERE t.register_id = r.id AND t.erased_at IS NULL LIMIT 1) IS NOT NULL`;
