import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, type Day, dayAt, daysBetween } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import {
  changeRow,
  lockClause,
  NOT_RESTING,
  OPEN_ITEM_STATUSES,
  Project,
  ProjectReminders,
  type ProjectScope,
  type ProjectStatus,
  sqlList,
  WorkItem,
  WorkScope,
  wrongField,
} from '@convener/projects';
import { Reminder } from '@convener/reminders';
import { isPlannable } from '@convener/schedule';
import { requireRunning } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { dryRun } from './dry-run';
import { type MovedDays, movedDays, Moves } from './moves';

export const STATES = ['running', 'on-hold', 'cancelled'] as const satisfies readonly ProjectStatus[];
export const SHIFTS = ['keep', 'by-pause'] as const;

export interface StateChange {
  to: (typeof STATES)[number];
  reason: string;
  /** When a project on hold is expected to go on; left out where nobody knows. */
  resumeDay?: Day;
  /** On resuming: whether open work keeps its days (as without) or moves by as long as the project rested. */
  shift?: (typeof SHIFTS)[number];
}

export interface StateOutcome {
  from: ProjectStatus;
  to: ProjectStatus;
  /** Calendar days that it rested, or, put on hold, will rest as far as known. */
  pauseDays: number | null;
  /** Open work that moves by the pause; put on hold, that would if it moves when the project goes on. */
  moves: MovedDays[];
  /** Reminders that were planned before, that are cancelled, newly planned, and planned afterwards. */
  reminders: { before: number; cancelled: number; planned: number; after: number };
}

/** Puts a project on hold, cancels it, and takes it up again. */
@Injectable()
export class ProjectStateService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly moves: Moves,
  ) {}

  /** What change() would do to days and reminders. Writes nothing that stays. */
  preview(person: SignedIn, projectId: string, change: StateChange): Promise<StateOutcome> {
    return dryRun(this.database, (em) => this.apply(em, person, projectId, change));
  }

  change(person: SignedIn, projectId: string, change: StateChange): Promise<StateOutcome> {
    return this.database.write((em) => this.apply(em, person, projectId, change));
  }

  private async apply(
    em: EntityManager,
    person: SignedIn,
    projectId: string,
    change: StateChange,
  ): Promise<StateOutcome> {
    const scope = await this.scope.project(em, projectId, person, 'change');
    const { project, actor } = scope;
    allow(actor, 'project.hold');
    if (project.status === 'closed') requireRunning(project);
    const today = dayAt(this.clock.now(), project.zone);
    requireFitting(change, today);
    const from = project.status;
    const pauseDays = pauseOf(project, change, today);
    const moving = pauseDays ? await this.movable(em, projectId, change) : [];
    const before = await plannedOf(em, projectId);
    await this.save(em, scope, change, change.shift === 'by-pause' ? pauseDays : null);
    if (change.to === 'running') {
      const moves = moving.map((item) => ({ item, days: pauseDays! }));
      const why = { movedByPause: pauseDays };
      if (moves.length > 0) await this.moves.make(em, project, actor.personId, moves, why);
      await this.reminders.replan(em, project);
    } else await this.reminders.cancelAll(em, project);
    const after = await plannedOf(em, projectId);
    return {
      ...{ from, to: change.to, pauseDays },
      moves: moving.map((item) => movedDays(item, pauseDays!)),
      reminders: {
        before: before.size,
        cancelled: [...before].filter((id) => !after.has(id)).length,
        planned: [...after].filter((id) => !before.has(id)).length,
        after: after.size,
      },
    };
  }

  /** Open work with days. What comes again keeps its own rhythm. */
  private async movable(em: EntityManager, projectId: string, { to, shift }: StateChange): Promise<WorkItem[]> {
    if (to === 'running' && shift !== 'by-pause') return [];
    return readAll(em, WorkItem, `${MOVABLE}${lockClause(em, 'write')}`, [projectId]);
  }

  private async save(
    em: EntityManager,
    { project, actor }: ProjectScope,
    { to, reason, resumeDay }: StateChange,
    shiftDays: number | null,
  ): Promise<void> {
    const rest = { statusReason: reason, statusSince: project.statusSince ?? this.clock.now() };
    const state = to === 'running' ? NOT_RESTING : { ...rest, resumeDay: resumeDay ?? null };
    const changed = difference(project, { status: to, ...state });
    if (!changed) return;
    await changeRow(em, Project, project, changed.after);
    await this.activity.record(em, {
      projectId: project.id,
      actorId: actor.personId,
      action: ACTIONS[to],
      subject: { type: 'project', id: project.id, title: project.name },
      before: changed.before,
      after: { ...changed.after, reason, ...(shiftDays !== null && { shiftDays }) },
    });
  }
}

const ACTIONS = { running: 'project.resumed', 'on-hold': 'project.held', cancelled: 'project.cancelled' } as const;

const MOVABLE = `
  WHERE t.project_id = ? AND t.status IN ${sqlList(OPEN_ITEM_STATUSES)}
    AND (t.start_day IS NOT NULL OR t.due_day IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM recurring_occurrences o WHERE o.work_item_id = t.id) ORDER BY t.id`;

function requireFitting({ to, resumeDay, shift }: StateChange, today: Day): void {
  if (resumeDay !== undefined && to !== 'on-hold')
    throw wrongField('/resumeDay', {
      zh: '只有暫停時才填預計恢復日。',
      en: 'Only a project that is put on hold has a day to go on.',
    });
  if (resumeDay !== undefined && (resumeDay <= today || !isPlannable(resumeDay)))
    throw wrongField('/resumeDay', {
      zh: '預計恢復日要在今天之後。',
      en: 'The day to go on must come after today.',
    });
  if (shift !== undefined && to !== 'running')
    throw wrongField('/shift', { zh: '日期在恢復時才移動。', en: 'Days move only when the project goes on.' });
}

function pauseOf({ statusSince, zone }: Project, { to, resumeDay }: StateChange, today: Day): number | null {
  const since = statusSince === null ? null : dayAt(statusSince, zone);
  if (to === 'running') return since === null ? null : daysBetween(since, today);
  return to === 'on-hold' && resumeDay ? daysBetween(since ?? today, resumeDay) : null;
}

async function plannedOf(em: EntityManager, projectId: string): Promise<Set<string>> {
  const rows = await em.find(Reminder, { select: { id: true }, where: { projectId, status: 'planned' } });
  return new Set(rows.map(({ id }) => id));
}
