import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, type Day, newId, requireVersion } from '@convener/kernel';
import { Database, insertAll, plainRows } from '@convener/platform';
import { changeRow, wrongAnswers } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { RecordEntry } from './record-entry.entity';
import {
  type ActionItem,
  actionsOf,
  type EntryKind,
  type GivenAction,
  MOST_ENTRIES,
  namingProblems,
} from './record-entry.rules';
import { type RecordScope, RecordScopes } from './record-scopes';

/** What is written down. Undefined leaves a field alone, null clears it; action items are given all together. */
export interface EntryFacts {
  kind?: EntryKind;
  day?: Day;
  title?: string;
  place?: string | null;
  present?: string | null;
  notes?: string | null;
  decisions?: string[];
  actions?: GivenAction[];
}

export type NewEntry = EntryFacts & Required<Pick<EntryFacts, 'kind' | 'day' | 'title'>>;

/** Keeps the entries of records. What of them becomes work RecordWorkService says. */
@Injectable()
export class RecordEntriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RecordScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** Answers the entry's id. Throws 409 where the deliverable is no record. */
  add(person: SignedIn, deliverableId: string, { actions = [], ...facts }: NewEntry): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toWrite(em, deliverableId, person);
      if (scope.deliverable.kind !== 'record') throw noRecord();
      if ((await em.countBy(RecordEntry, { deliverableId })) >= MOST_ENTRIES) throw full();
      const entry: RecordEntry = {
        ...{ id: newId(), deliverableId, place: null, present: null, notes: null, decisions: [] },
        ...{ ...facts, actions: await this.actions(em, scope, actions, []) },
        ...{ addedBy: person.personId, addedAt: this.clock.now(), version: 1 },
      };
      await insertAll(em, RecordEntry, [entry]);
      await this.record(em, scope, 'record.added', { after: { entry: { title: entry.title, day: entry.day } } });
      return { id: entry.id };
    });
  }

  edit(person: SignedIn, id: string, { actions, ...facts }: EntryFacts, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { entry, ...scope } = await this.scopes.entryToWrite(em, id, person);
      requireVersion(entry, seen);
      const all = actions && (await this.actions(em, scope, actions, entry.actions));
      const changed = difference(entry, { ...facts, ...(all && { actions: all }) });
      if (!changed) return;
      await changeRow(em, RecordEntry, entry, changed.after);
      const { before, after } = changed;
      await this.record(em, scope, 'record.edited', { before: { entry: before }, after: { entry: after } });
    });
  }

  /** Work that was made from its action items stays. */
  remove(person: SignedIn, id: string, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { entry, ...scope } = await this.scopes.entryToWrite(em, id, person);
      requireVersion(entry, seen);
      await em.delete(RecordEntry, { id });
      const { id: _id, deliverableId: _of, version: _version, ...before } = entry;
      await this.record(em, scope, 'record.removed', { before: { entry: before } });
    });
  }

  private async actions(
    em: EntityManager,
    { project }: RecordScope,
    given: readonly GivenAction[],
    before: readonly ActionItem[],
  ): Promise<ActionItem[]> {
    const { actions, problems } = actionsOf(given, before, newId);
    const all = [...problems, ...namingProblems(actions, before, await whoAndWhat(em, project.id, actions))];
    if (all.length > 0) throw wrongAnswers(all);
    return actions;
  }

  private record(
    em: EntityManager,
    { project, actor, deliverable: { id, title } }: RecordScope,
    action: string,
    told: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'deliverable' as const, id, title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, ...told });
  }
}

/** Those of the people and sub-teams named who do work in the project. */
export async function whoAndWhat(
  em: EntityManager,
  projectId: string,
  actions: readonly Pick<ActionItem, 'assigneeId' | 'teamId'>[],
): Promise<{ people: Set<string>; teams: Set<string> }> {
  const people = actions.flatMap(({ assigneeId }) => assigneeId ?? []);
  const teams = actions.flatMap(({ teamId }) => teamId ?? []);
  const ask = async (sql: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : plainRows<{ id: string }>(em, sql, [projectId, ids]);
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  return { people: idsOf(await ask(WORKERS, people)), teams: idsOf(await ask(TEAMS, teams)) };
}

const WORKERS = `
  SELECT person_id AS id FROM project_members WHERE project_id = ? AND role <> 'viewer' AND person_id IN ?*`;
const TEAMS = 'SELECT id FROM teams WHERE project_id = ? AND id IN ?*';

const noRecord = () =>
  conflict('no-record', {
    zh: '這個交付項目不是紀錄；可以先把它的種類改成紀錄。',
    en: 'This deliverable is no record. Change its kind first.',
  });
const full = () =>
  conflict('record-full', {
    zh: `一份紀錄最多 ${MOST_ENTRIES} 筆；請另外新增一個交付項目。`,
    en: `A record has ${MOST_ENTRIES} entries at most. Add another deliverable.`,
  });
