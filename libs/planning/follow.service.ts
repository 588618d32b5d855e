import { type Actor, allow, type SignedIn } from '@convener/access';
import { Clock, notFound } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { networkOf, scheduleDay } from '@convener/predecessors';
import { lockClause, type Project, WorkItem, WorkScope } from '@convener/projects';
import { chainOf, forecast, OfficeCalendars } from '@convener/schedule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type MovedDays, movedDays, Moves } from './moves';

/** A row that its predecessors push, and where it goes when it follows. */
export interface PushedRow extends MovedDays {
  pushDays: number;
  /** From its nearest predecessor back to where the delay began. */
  pushedBy: string[];
}

/** Moves open work by as much as late predecessors push it. */
@Injectable()
export class FollowService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly calendars: OfficeCalendars,
    private readonly clock: Clock,
    private readonly moves: Moves,
  ) {}

  /** What follow() would move: all that is pushed, or of it only `only`. Writes nothing. */
  preview(person: SignedIn, projectId: string, only?: readonly string[]): Promise<PushedRow[]> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      return this.pushed(em, project, actor, only);
    });
  }

  /** Throws where a single row may not be moved by the caller, and then moves none. */
  follow(
    person: SignedIn,
    projectId: string,
    only?: readonly string[],
  ): Promise<{ batchId: string; changed: number; items: PushedRow[] }> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'keep');
      const locked = await readAll(em, WorkItem, `WHERE t.project_id = ? ORDER BY t.id${lockClause(em, 'write')}`, [
        projectId,
      ]);
      const items = await this.pushed(em, project, actor, only);
      const byId = new Map(locked.map((item) => [item.id, item]));
      const moves = items.map(({ id, pushDays }) => ({ item: byId.get(id)!, days: pushDays }));
      const made = await this.moves.make(em, project, actor.personId, moves, { followsPredecessors: true });
      return { ...made, items };
    });
  }

  private async pushed(
    em: EntityManager,
    project: Project,
    actor: Actor,
    only?: readonly string[],
  ): Promise<PushedRow[]> {
    allow(actor, 'work.assign-any');
    const calendar = await this.calendars.current(em, project.ownDays);
    const { rows, edges } = await networkOf(em, project);
    const known = new Set(rows.map(({ id }) => id));
    if (only?.some((id) => !known.has(id))) throw notFound();
    const expected = forecast(rows, edges, calendar, scheduleDay(project, this.clock.now()));
    const pushed = rows.flatMap((row) => {
      const pushDays = expected.get(row.id)?.pushDays ?? 0;
      const wanted = pushDays > 0 && (!only || only.includes(row.id));
      return wanted ? [{ ...movedDays(row, pushDays), pushDays, pushedBy: chainOf(expected, row.id) }] : [];
    });
    const teams = new Map(rows.map(({ id, teamId }) => [id, teamId]));
    for (const { id } of pushed) allow(actor, 'work-item.edit', { teamId: teams.get(id) ?? null });
    return pushed;
  }
}
