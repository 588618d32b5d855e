import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, type Change } from '@convener/activity';
import { Clock, newId, requireVersion } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { changeRow, Project, ProjectReminders, WorkScope, wrongAnswers } from '@convener/projects';
import { RecurringOccurrences } from '@convener/recurring-work';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { replanOf } from './replan';
import { replanProblems } from './replan-answers';
import { replanChanges } from './replan-activity';
import { ReplanWorlds } from './replan-world';
import { ReplanWriter } from './replan-writer';
import { type AnswersThen, type ReplanCounts, ReplanRecord } from './replan.entity';
import type { Replan, ReplanAnswers, ReplanChoices, ReplanRow, ReplanWorld } from './replan.types';

export interface ReplanPreview {
  /** Of the project, as the change has to name it. */
  version: number;
  rows: ReplanRow[];
  counts: ReplanCounts;
  anchors: Replan['anchors'];
  /** The years that the new days rest on. */
  calendar: { year: number; status: 'official' | 'provisional' | 'weekends-only' }[];
}

export interface ReplanDone {
  /** Null where nothing was to change. */
  replanId: string | null;
  counts: ReplanCounts;
}

/** Brings a running project to other answers, or to a calendar that has changed. */
@Injectable()
export class ReplanService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly worlds: ReplanWorlds,
    private readonly writer: ReplanWriter,
    private readonly recurring: RecurringOccurrences,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  /** What it would do. Throws 400 naming every wrong answer at its field. Writes nothing. */
  preview(person: SignedIn, projectId: string, input: ReplanAnswers & ReplanChoices): Promise<ReplanPreview> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'project.replan');
      requireRunning(project);
      const world = await this.worlds.of(em, project, 'look');
      const replan = planned(world, input);
      const { version } = project;
      return {
        version,
        rows: replan.rows,
        counts: countsOf(replan),
        anchors: replan.anchors,
        calendar: yearsOf(world, replan),
      };
    });
  }

  /** `seen` is the version of the project that the preview answered, or null. */
  apply(
    person: SignedIn,
    projectId: string,
    input: ReplanAnswers & ReplanChoices,
    seen: number | null,
  ): Promise<ReplanDone> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'project.replan');
      requireRunning(project);
      requireVersion(project, seen);
      const world = await this.worlds.of(em, project, 'write');
      const replan = planned(world, input);
      const before = answersThen(project);
      const after = thereafter(replan);
      if (changesNothing(replan) && same(before, after)) return { replanId: null, counts: countsOf(replan) };
      const record = await this.save(em, person, world, replan, { before, after });
      return { replanId: record.id, counts: record.counts };
    });
  }

  private async save(
    em: EntityManager,
    { personId }: SignedIn,
    world: ReplanWorld,
    replan: Replan,
    answers: Pick<ReplanRecord, 'before' | 'after'>,
  ): Promise<ReplanRecord> {
    const { project } = world;
    const id = newId();
    const changed = await this.writer.write(em, world, replan, personId, id);
    const counts = countsOf(replan);
    const record = { id, projectId: project.id, byId: personId, at: this.clock.now(), ...answers, counts, changed };
    await insertAll(em, ReplanRecord, [{ ...record, undoneAt: null, version: 1 }]);
    await changeRow(em, Project, project, answers.after);
    await this.recurring.follow(em, project, personId);
    await this.activity.record(em, ...this.entries(world, replan, answers, personId, id));
    await this.reminders.replan(em, project);
    return { ...record, undoneAt: null, version: 1 };
  }

  private entries(
    { project }: ReplanWorld,
    replan: Replan,
    { before, after }: Pick<ReplanRecord, 'before' | 'after'>,
    actorId: string,
    batchId: string,
  ): Change[] {
    const about = { projectId: project.id, actorId, batchId };
    return [
      {
        ...about,
        action: 'project.replanned',
        subject: { type: 'project', id: project.id, title: project.name },
        before: told(before),
        after: { ...told(after), ...countsOf(replan) },
      },
      ...replanChanges(replan).map((change) => ({ ...about, ...change })),
    ];
  }
}

function planned(world: ReplanWorld, input: ReplanAnswers & ReplanChoices): Replan {
  const problems = replanProblems(world, input);
  if (problems.length > 0) throw wrongAnswers(problems);
  return replanOf(world, input, input);
}

export function answersThen({ openingDay, closingDay, anchors, options, leftOut }: Project): AnswersThen {
  return { openingDay, closingDay, anchors, options, leftOut };
}

const thereafter = ({ answers, anchors, leftOut }: Replan): AnswersThen => ({
  openingDay: answers.opening,
  closingDay: answers.closing,
  anchors,
  options: answers.options,
  leftOut,
});

/** What people ask about of the answers; what they leave out is told row by row. */
const told = ({ openingDay, closingDay, anchors, options }: AnswersThen) => ({
  openingDay,
  closingDay,
  anchors: Object.fromEntries(anchors.map(({ key, day }) => [key, day])),
  options,
});

const same = (a: AnswersThen, b: AnswersThen) => JSON.stringify(a) === JSON.stringify(b);

function changesNothing({
  items,
  deliverables,
  checks,
  milestones,
  newItems,
  newDeliverables,
  newChecks,
}: Replan): boolean {
  return [items, deliverables, checks, milestones, newItems, newDeliverables, newChecks].every(
    ({ length }) => length === 0,
  );
}

export function countsOf({ rows }: Pick<Replan, 'rows'>): ReplanCounts {
  const counts: ReplanCounts = { moves: 0, appears: 0, 'falls-away': 0, 'comes-back': 0, stays: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

function yearsOf({ calendar }: ReplanWorld, { rows, anchors }: Replan): ReplanPreview['calendar'] {
  const days = [...rows.flatMap(({ after }) => after?.dueDay ?? []), ...anchors.map(({ day }) => day)];
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  return years.map((year) => ({ year, status: calendar.basis(year) }));
}
