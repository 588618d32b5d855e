import { type Actor, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import type { Day } from '@convener/kernel';
import { Config, Database, plainRows, readAll } from '@convener/platform';
import { type Deliverable, type Project, type TeamRef, WorkScope } from '@convener/projects';
import { REGISTER_PRESETS, type RegisterColumn, type RegisterPreset, withMasks } from '@convener/register-presets';
import { Team } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Weight } from './comparison.rules';
import { type Completeness, completenessOf, totalsOf } from './completeness.rules';
import { freeDeliverables } from './free-deliverables';
import { expiryDay, personalColumns } from './privacy.rules';
import { seenWithLinks } from './linked-lists';
import { Register } from './register.entity';
import { mayMakeWork } from './row-work.service';
import { type RegisterScope, RegisterScopes, seenColumns } from './register-scope';
import { type RowCounts, rowCounts, tallyOf } from './tallies';

/** A deliverable that a list is. */
export interface ListedDeliverable {
  id: string;
  workItemId: string;
  title: string;
  titleEn: string | null;
  status: string;
}

export interface RegisterSummary extends Pick<
  Register,
  'id' | 'projectId' | 'presetKey' | 'name' | 'nameEn' | 'crewOnly' | 'version'
> {
  team: TeamRef | null;
  deliverables: ListedDeliverable[];
  rows: RowCounts;
}

export interface RegisterView extends RegisterSummary, Completeness {
  columns: (RegisterColumn & { masked: boolean })[];
  /** How its rows are compared. */
  weights: Weight[];
  /** Of the columns that are added up and that the reader sees, over the rows that are not dropped. */
  totals: { column: string; total: number }[];
  addedBy: PersonRef;
  addedAt: number;
  personalDays: number | null;
  /** The day from which its personal cells are gone, where the project is; null where no column is personal. */
  expiresOn: Day | null;
  /** Whether the reader may change the list itself, and its rows. */
  mayManage: boolean;
  mayWrite: boolean;
  /** Whether the reader may make work items of its rows. */
  mayMakeWork: boolean;
  /** Deliverables that are to be lists and that no list is yet, for whoever may say which this one is. */
  offered: ListedDeliverable[];
  /** Whether the reader may keep the list in a template of the house. */
  mayKeep: boolean;
  /** Whether the reader may say how long personal cells are kept. */
  maySetDays: boolean;
}

export type PresetView = Omit<RegisterPreset, 'said'>;

export interface ProjectRegisters {
  items: RegisterSummary[];
  /** The sub-teams for which the reader may make a list, null for none in particular; empty where they may make none. */
  keepers: (string | null)[];
  /** Whether the reader may look for what the lists say of one person. */
  mayFindPersons: boolean;
}

/** Lists as somebody sees them: those that are the crew's are not there for the client's people. */
@Injectable()
export class RegistersQueries {
  constructor(
    private readonly database: Database,
    private readonly projects: WorkScope,
    private readonly scopes: RegisterScopes,
    private readonly people: PeopleQueries,
    private readonly config: Config,
  ) {}

  /** The ready lists that a project can start with. */
  presets(): PresetView[] {
    return REGISTER_PRESETS.map(({ said: _, ...preset }) => preset);
  }

  /** In the order in which they were made. */
  ofProject(person: SignedIn, projectId: string): Promise<ProjectRegisters> {
    return this.database.read(async (em) => {
      const { actor, project } = await this.projects.seen(em, projectId, person);
      const all = await readAll(em, Register, 'WHERE t.project_id = ? ORDER BY t.id', [projectId]);
      const items = await summaries(
        em,
        all.filter((register) => can(actor, 'registers.read', register)),
      );
      const keepers = project.status === 'running' ? await keepersFor(em, actor, projectId) : [];
      return { items, keepers, mayFindPersons: can(actor, 'registers.privacy') };
    });
  }

  one(person: SignedIn, id: string): Promise<RegisterView> {
    return this.database.read(async (em) => this.view(em, await this.scopes.look(em, id, person)));
  }

  private async view(em: EntityManager, { register, project, actor }: RegisterScope): Promise<RegisterView> {
    const [summary] = await summaries(em, [register]);
    const tally = await tallyOf(em, register.id, summary!.rows);
    const people = await this.people.refs(em, [register.addedBy]);
    const seen = seenColumns(actor, register);
    const running = project.status === 'running';
    const mayManage = running && can(actor, 'registers.manage', register);
    return {
      ...summary!,
      ...completenessOf(register.columns, tally),
      columns: withMasks(register.columns, new Set((await seenWithLinks(em, actor, register)).columns)),
      weights: register.weights,
      totals: totalsOf(seen, tally),
      addedBy: people.get(register.addedBy)!,
      addedAt: register.addedAt,
      personalDays: register.personalDays,
      expiresOn: this.expiresOn(register, project),
      mayManage,
      mayWrite: running && can(actor, 'registers.write', register),
      mayMakeWork: running && mayMakeWork(actor, register),
      mayKeep: can(actor, 'templates.edit') && can(actor, 'registers.manage', register),
      maySetDays: running && can(actor, 'registers.privacy'),
      offered: mayManage ? (await freeDeliverables(em, register.projectId)).map(listed) : [],
    };
  }

  private expiresOn({ columns, personalDays }: Register, project: Project): Day | null {
    if (personalColumns(columns).length === 0) return null;
    return expiryDay(personalDays, project, this.config.personalDataDays);
  }
}

async function keepersFor(em: EntityManager, actor: Actor, projectId: string): Promise<(string | null)[]> {
  const teams = await em.find(Team, { select: { id: true }, where: { projectId }, order: { position: 'ASC' } });
  const all = [null, ...teams.map(({ id }) => id)];
  return all.filter((teamId) => can(actor, 'registers.manage', { teamId }));
}

const listed = ({ id, workItemId, title, titleEn, status }: Deliverable): ListedDeliverable => ({
  ...{ id, workItemId, title, titleEn, status },
});

const DELIVERABLES = `
  SELECT r.register_id AS "registerId", d.id, d.work_item_id AS "workItemId", d.title, d.title_en AS "titleEn", d.status
    FROM register_deliverables r JOIN deliverables d ON d.id = r.deliverable_id
   WHERE r.register_id IN ?* ORDER BY d.id`;

async function summaries(em: EntityManager, registers: readonly Register[]): Promise<RegisterSummary[]> {
  const ids = registers.map(({ id }) => id);
  const counts = await rowCounts(em, ids);
  type Tied = ListedDeliverable & { registerId: string };
  const tied = ids.length > 0 ? await plainRows<Tied>(em, DELIVERABLES, [ids]) : [];
  const teamIds = [...new Set(registers.map(({ teamId }) => teamId).filter((id) => id !== null))];
  const teams = teamIds.length > 0 ? await em.findBy(Team, { id: In(teamIds) }) : [];
  const byId = new Map(teams.map(({ id, name, nameEn }) => [id, { id, name, nameEn }]));
  return registers.map(({ id, projectId, presetKey, name, nameEn, crewOnly, version, teamId }) => ({
    ...{ id, projectId, presetKey, name, nameEn, crewOnly, version },
    team: (teamId && byId.get(teamId)) || null,
    deliverables: tied
      .filter(({ registerId }) => registerId === id)
      .map(({ registerId: _, ...deliverable }) => deliverable),
    rows: counts(id),
  }));
}
