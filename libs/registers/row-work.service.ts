import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, allow, can, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, dayAt } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import {
  changeRow,
  type Ended,
  lockClause,
  type Project,
  type ShownOrigin,
  stageOn,
  WorkOrigins,
} from '@convener/projects';
import type { Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { Register } from './register.entity';
import { RegisterRow } from './register-row.entity';
import { RegisterScopes } from './register-scope';
import { solvedColumn, workOfRow } from './row-work.rules';

/** Makes work items of rows, and marks a problem as solved when its work is done. */
@Injectable()
export class RowWorkService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RegisterScopes,
    private readonly origins: WorkOrigins,
    private readonly activity: ActivityLog,
  ) {}

  onModuleInit(): void {
    this.origins.answerFor('register-row', { shown: listed, ended: (em, by, ended) => this.solve(em, by, ended) });
  }

  /** A second time changes nothing. Throws forbidden for whoever may make no work for the sub-team that keeps the list. */
  make(person: SignedIn, rowId: string): Promise<void> {
    return this.database.write(async (em) => {
      const { row, register, project, actor } = await this.scopes.rowToWrite(em, rowId, person);
      const teamId = teamOfWork(actor, register);
      allow(actor, 'work-item.create', { teamId });
      const { owner, title, dueDay } = workOfRow(register, row);
      const assigneeId = owner === null ? null : await workerCalled(em, project.id, owner);
      const { made } = await this.origins.make(
        em,
        { project, actor },
        { kind: 'register-row', fromId: row.id, holderId: register.id },
        {
          ...{ title, stage: await this.stageOf(em, register, project) },
          ...(teamId !== null && { teamId }),
          ...(assigneeId !== null && { assigneeId }),
          ...(dueDay !== null && { dueDay }),
        },
      );
      if (!made) return;
      await this.activity.record(em, {
        ...{ projectId: project.id, actorId: actor.personId, action: 'register-row.made-work' },
        ...{ subject: { type: 'register-row', id: row.id, title: register.name }, after: { workItem: title } },
      });
    });
  }

  /** That of the work whose deliverable the list is; else that in which the project is today. */
  private async stageOf(em: EntityManager, { id }: Register, project: Project): Promise<Stage> {
    const [tied] = await plainRows<{ stage: Stage }>(em, STAGE, [id]);
    return tied?.stage ?? stageOn(dayAt(this.clock.now(), project.zone), project);
  }

  private async solve(em: EntityManager, actorId: string, ended: readonly Ended[]): Promise<void> {
    const done = new Map(ended.map((one) => [one.fromId, one.done]));
    const ids = [...done.keys()];
    const where = `WHERE t.id IN (SELECT register_id FROM register_rows WHERE id IN ?*) ORDER BY t.id`;
    // Whoever writes rows holds their list first.
    const registers = await readAll(em, Register, `${where}${lockClause(em, 'write')}`, [ids]);
    const rows = await readAll(em, RegisterRow, `WHERE t.id IN ?* ORDER BY t.id${lockClause(em, 'write')}`, [ids]);
    for (const register of registers) {
      const key = solvedColumn(register);
      const own = key === null ? [] : rows.filter(({ registerId }) => registerId === register.id);
      for (const row of own) await this.mark(em, actorId, register, row, key!, done.get(row.id)! ? 'yes' : 'no');
    }
  }

  private async mark(
    em: EntityManager,
    actorId: string,
    { projectId, name }: Register,
    row: RegisterRow,
    key: string,
    solved: 'yes' | 'no',
  ): Promise<void> {
    const before = row.cells[key] ?? null;
    if (before === solved) return;
    await changeRow(em, RegisterRow, row, { cells: { ...row.cells, [key]: solved } });
    await this.activity.record(em, {
      ...{ projectId, actorId, action: 'register-row.edited' },
      subject: { type: 'register-row', id: row.id, title: name },
      ...{ before: { cells: { [key]: before } }, after: { cells: { [key]: solved } } },
    });
  }
}

/** The sub-team that keeps the list. Where none does, whoever leads one and may make no other work makes it theirs. */
function teamOfWork(actor: Actor, { teamId }: Pick<Register, 'teamId'>): string | null {
  if (teamId !== null || can(actor, 'work-item.create', { teamId })) return teamId;
  return actor.project?.leads[0] ?? null;
}

export const mayMakeWork = (actor: Actor, register: Register): boolean =>
  can(actor, 'registers.write', register) && can(actor, 'work-item.create', { teamId: teamOfWork(actor, register) });

const STAGE = `
  SELECT w.stage FROM register_deliverables r
    JOIN deliverables d ON d.id = r.deliverable_id JOIN work_items w ON w.id = d.work_item_id
   WHERE r.register_id = ? ORDER BY w.position, w.id LIMIT 1`;

/** The one who works in the project under this name; null where nobody or several do. */
async function workerCalled(em: EntityManager, projectId: string, name: string): Promise<string | null> {
  const found = await plainRows<{ id: string }>(em, WORKERS, [projectId, name]);
  return found.length === 1 ? found[0]!.id : null;
}

const WORKERS = `
  SELECT p.id FROM project_members m JOIN people p ON p.id = m.person_id
   WHERE m.project_id = ? AND m.role <> 'viewer' AND p.name = ?`;

async function listed(em: EntityManager, actor: Actor, id: string): Promise<Omit<ShownOrigin, 'kind'> | null> {
  const register = await em.findOneBy(Register, { id });
  if (!register || !can(actor, 'registers.read', register)) return null;
  const { name, nameEn } = register;
  return { title: name, titleEn: nameEn, day: null, registerId: id, workItemId: null };
}
