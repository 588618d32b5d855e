import { Injectable } from '@nestjs/common';
import { can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Database, plainRows, readAll } from '@convener/platform';
import { type MadeWork, type TeamRef, WorkOrigins } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { RecordEntry } from './record-entry.entity';
import type { ActionItem } from './record-entry.rules';
import { entryOf, type RecordScope, RecordScopes } from './record-scopes';

export interface ActionView extends Omit<ActionItem, 'assigneeId' | 'teamId'> {
  assignee: PersonRef | null;
  team: TeamRef | null;
  /** What was made of it, as it stands now; null where nothing was. */
  work: MadeWork | null;
  /** Whether the reader may make a work item of it. */
  mayMakeWork: boolean;
}

export interface RecordEntryView extends Omit<RecordEntry, 'actions' | 'addedBy'> {
  actions: ActionView[];
  addedBy: PersonRef;
  mayEdit: boolean;
}

export interface RecordView {
  items: RecordEntryView[];
  mayAdd: boolean;
}

/** Records are the crew's: what was said among themselves of a client or a supplier is nothing for those. */
@Injectable()
export class RecordEntriesQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: RecordScopes,
    private readonly people: PeopleQueries,
    private readonly origins: WorkOrigins,
  ) {}

  /** The latest day first. */
  ofDeliverable(person: SignedIn, id: string): Promise<RecordView> {
    return this.database.read(async (em) => {
      const scope = await this.scopes.look(em, id, person);
      const where = 'WHERE t.deliverable_id = ? ORDER BY t.day DESC, t.id DESC';
      const items = await this.views(em, await readAll(em, RecordEntry, where, [id]), scope);
      return { items, mayAdd: mayWrite(scope) };
    });
  }

  one(person: SignedIn, id: string): Promise<RecordEntryView> {
    return this.database.read(async (em) => {
      const entry = await entryOf(em, id);
      const scope = await this.scopes.look(em, entry.deliverableId, person);
      return (await this.views(em, [entry], scope))[0]!;
    });
  }

  private async views(
    em: EntityManager,
    entries: readonly RecordEntry[],
    scope: RecordScope,
  ): Promise<RecordEntryView[]> {
    const actions = entries.flatMap((entry) => entry.actions);
    const named = [...entries.map(({ addedBy }) => addedBy), ...actions.map(({ assigneeId }) => assigneeId)];
    const people = await this.people.refs(em, named);
    const teams = await teamsOf(em, scope.project.id, actions);
    const ids = actions.map(({ id }) => id);
    const made = await this.origins.madeFrom(em, ids);
    const mayEdit = mayWrite(scope);
    const view = ({ assigneeId, teamId, ...action }: ActionItem): ActionView => {
      const team = (teamId !== null && teams.get(teamId)) || null;
      const work = made.get(action.id) ?? null;
      const assignee = (assigneeId !== null && people.get(assigneeId)) || null;
      return { ...action, assignee, team, work, mayMakeWork: !work && mayMake(scope, team?.id ?? null) };
    };
    return entries.map(({ addedBy, ...entry }) => ({
      ...entry,
      ...{ actions: entry.actions.map(view), addedBy: people.get(addedBy)!, mayEdit },
    }));
  }
}

async function teamsOf(
  em: EntityManager,
  projectId: string,
  actions: readonly ActionItem[],
): Promise<Map<string, TeamRef>> {
  const ids = [...new Set(actions.flatMap(({ teamId }) => teamId ?? []))];
  if (ids.length === 0) return new Map();
  const sql = 'SELECT id, name, name_en AS "nameEn" FROM teams WHERE project_id = ? AND id IN ?*';
  const found = await plainRows<TeamRef>(em, sql, [projectId, ids]);
  return new Map(found.map((team) => [team.id, team]));
}

/** A record goes on while the project does, also after its deliverable was handed in. */
function mayWrite({ actor, project, item }: RecordScope): boolean {
  return project.status === 'running' && can(actor, 'records.write', item);
}

function mayMake({ actor, project, item }: RecordScope, teamId: string | null): boolean {
  return project.status === 'running' && can(actor, 'work-item.create', { teamId: teamId ?? item.teamId });
}
