import { can, PeopleQueries, type SignedIn } from '@convener/access';
import { Database, plainRows, readAll } from '@convener/platform';
import { Project } from '@convener/projects';
import type { RegisterColumn } from '@convener/register-presets';
import { Register } from '@convener/registers';
import { Standings } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { arrivalsTable, type ArrivalsTable } from './arrivals.rules';
import { Consent, Desk } from './check-in.entity';
import { CheckInScopes } from './check-in-scope';
import { changedRows, doublesOf, kindCounts, rowsOf, takings } from './check-in.reads';
import type { CheckInView, DeskList, OwnCheckIn } from './check-in.views';
import { type Fields, proposedFields } from './fields.rules';

/** What of a long absence is told row by row; beyond it the whole list is less. */
const MOST_CHANGED = 500;

/** What desks, and whoever looks after them, read. Nothing of a person leaves the server that a desk does not need. */
@Injectable()
export class CheckInQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: CheckInScopes,
    private readonly standings: Standings,
    private readonly people: PeopleQueries,
  ) {}

  view(person: SignedIn, registerId: string): Promise<CheckInView> {
    return this.database.read(async (em) => {
      const { project, register, checkIn, actor } = await this.scopes.look(em, registerId, person);
      const fields = checkIn?.fields ?? proposedFields(register.columns);
      const mayManage = can(actor, 'check-in.manage', register);
      return {
        ...{
          registerId,
          version: checkIn?.version ?? 0,
          projectId: project.id,
          projectName: project.name,
          zone: project.zone,
        },
        ...{ name: register.name, nameEn: register.nameEn },
        // Whoever only stands at the desk is told of no columns that it does not use.
        columns: mayManage ? register.columns : used(register.columns, fields),
        ...{ openedAt: checkIn?.openedAt ?? null, closedAt: checkIn?.closedAt ?? null, fields },
        ...{ receiptPrefix: checkIn?.receiptPrefix ?? '', consent: await consentOf(em, registerId) },
        ...(await this.work(em, registerId, fields)),
        counts: checkIn ? await kindCounts(em, registerId, fields.kind) : [],
        mayManage,
      };
    });
  }

  /** What a desk works with. `since`: the entry up to which it has been told before, null for all of it. */
  list(person: SignedIn, registerId: string, since: number | null): Promise<DeskList> {
    return this.database.read(async (em) => {
      const { checkIn } = await this.scopes.lookOpen(em, registerId, person);
      const stamp = await stampOf(em, registerId);
      const changed = since === null ? null : await changedRows(em, registerId, since, MOST_CHANGED);
      const rows = await rowsOf(em, registerId, checkIn.fields, changed);
      return { seq: checkIn.lastSeq, stamp, whole: changed === null, rows };
    });
  }

  /** Who has arrived, as a table, with the list's name. */
  arrivals(person: SignedIn, registerId: string): Promise<ArrivalsTable & { name: string }> {
    return this.database.read(async (em) => {
      const { register, checkIn, project } = await this.scopes.lookOpen(em, registerId, person);
      const desks = await em.findBy(Desk, { registerId });
      const deskCodes = new Map(desks.map(({ id, code }) => [id, code]));
      const rows = await rowsOf(em, registerId, checkIn.fields, null);
      const table = arrivalsTable(register.columns, checkIn.fields, rows, { deskCodes, zone: project.zone });
      return { name: register.name, ...table };
    });
  }

  /** The open check-ins of the sub-teams that somebody belongs to: temporary staff have no project to find them in. */
  mine(person: SignedIn): Promise<OwnCheckIn[]> {
    return this.database.read(async (em) => {
      const open = await readAll(em, Register, OPEN, [person.personId, person.personId]);
      const projectIds = [...new Set(open.map(({ projectId }) => projectId))];
      const actors = await this.standings.ofMany(em, projectIds, person);
      const own = open.filter((register) => {
        const actor = actors.get(register.projectId);
        return actor !== undefined && can(actor, 'check-in.work', register);
      });
      const names = new Map((await em.findBy(Project, { id: In(projectIds) })).map(({ id, name }) => [id, name]));
      return own.map(({ id, name, nameEn, projectId }) => ({
        ...{ registerId: id, name, nameEn, projectName: names.get(projectId)! },
      }));
    });
  }

  private async work(
    em: EntityManager,
    registerId: string,
    fields: Fields,
  ): Promise<Pick<CheckInView, 'desks' | 'doubles'>> {
    const desks = await readAll(em, Desk, 'WHERE t.register_id = ? ORDER BY t.opened_at, t.id', [registerId]);
    if (desks.length === 0) return { desks: [], doubles: [] };
    const sums = await takings(em, registerId);
    const doubles = await doublesOf(em, registerId, fields);
    const ids = [...desks.map(({ openedBy }) => openedBy), ...doubles.map(({ enteredBy }) => enteredBy)];
    const people = await this.people.refs(em, ids);
    return {
      desks: desks.map(({ id, code, name, openedAt, openedBy }) => ({
        ...{ id, code, name, openedAt, openedBy: people.get(openedBy)! },
        ...(sums.get(id) ?? { arrivals: 0, receipts: 0, amount: 0 }),
      })),
      doubles: doubles.map((double) => ({ ...double, enteredBy: people.get(double.enteredBy)! })),
    };
  }
}

/** The newest wording. */
async function consentOf(em: EntityManager, registerId: string): Promise<CheckInView['consent']> {
  const newest = 'WHERE t.register_id = ? ORDER BY t.version DESC LIMIT 1';
  const [found] = await readAll(em, Consent, newest, [registerId]);
  return found ? { version: found.version, text: found.text, textEn: found.textEn } : null;
}

function used(columns: readonly RegisterColumn[], fields: Fields): RegisterColumn[] {
  const keys = new Set(Object.values(fields));
  return columns.filter(({ key, required }) => required || keys.has(key));
}

async function stampOf(em: EntityManager, registerId: string): Promise<string> {
  const [found] = await plainRows<{ count: number | string; sum: number | string | null }>(em, STAMP, [registerId]);
  return `${Number(found?.count ?? 0)}.${Number(found?.sum ?? 0)}`;
}

const STAMP = 'SELECT COUNT(*) AS "count", SUM(version) AS "sum" FROM register_rows WHERE register_id = ?';

const OPEN = `
  JOIN check_ins c ON c.register_id = t.id AND c.closed_at IS NULL
  JOIN projects p ON p.id = t.project_id AND p.status = 'running'
 WHERE t.team_id IN (
   SELECT team_id FROM team_members WHERE person_id = ? UNION SELECT team_id FROM temporary_staff WHERE person_id = ?)
 ORDER BY c.opened_at, t.id`;
