import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, type Day, newId, requireVersion } from '@convener/kernel';
import { Database, insertAll, readAll } from '@convener/platform';
import { changeRow, requirePlannable, wrongAnswers, wrongField } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { columnsOf, type CueFacts, namingProblems, type NewCue } from './cue-facts';
import { called, type CueState } from './cue-state.rules';
import { RunSheetCue } from './run-sheet-cue.entity';
import { type RunSheetScope, RunSheetScopes } from './run-sheet-scopes';

/** Of a project; a conference of five days in four halls has some three hundred. */
export const MOST_CUES = 1000;

const CALLED: Record<CueState, string> = {
  waiting: 'cue.recalled',
  running: 'cue.started',
  done: 'cue.ended',
  skipped: 'cue.skipped',
};

/** Keeps the cues of run sheets. What moves them all along DelaysService says. */
@Injectable()
export class CuesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RunSheetScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** One or many: rows from a spreadsheet come together. Throws 400 that names the wrong ones, and then adds none. */
  add(person: SignedIn, projectId: string, given: readonly NewCue[]): Promise<{ ids: string[] }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.hold(em, projectId, person, 'run-sheet.edit');
      const cues = given.map((facts) => newCue(projectId, facts));
      const asked = cues.map((facts, at) => ({ facts, was: null, at: `/cues/${at}` }));
      const problems = await namingProblems(em, projectId, asked);
      if (problems.length > 0) throw wrongAnswers(problems);
      await this.insert(em, projectId, cues);
      const [first] = cues;
      if (cues.length === 1 && first) {
        const { title, day } = first;
        await this.record(em, scope, first, 'cue.added', { after: { entry: { title, day } } });
      } else {
        await this.recordOfAll(em, scope, 'cue.added-many', { day: first?.day, moved: cues.length });
      }
      return { ids: cues.map(({ id }) => id) };
    });
  }

  edit(person: SignedIn, id: string, facts: CueFacts, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { cue, ...scope } = await this.scopes.holdCue(em, id, person, 'run-sheet.edit');
      requireVersion(cue, seen);
      const columns = columnsOf(facts);
      const problems = await namingProblems(em, cue.projectId, [{ facts: columns, was: cue, at: '' }]);
      if (problems.length > 0) throw wrongAnswers(problems);
      const changed = difference(cue, columns);
      if (!changed) return;
      await changeRow(em, RunSheetCue, cue, changed.after);
      const { before, after } = changed;
      await this.record(em, scope, cue, 'cue.edited', { before: { entry: before }, after: { entry: after } });
    });
  }

  remove(person: SignedIn, id: string, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { cue, ...scope } = await this.scopes.holdCue(em, id, person, 'run-sheet.edit');
      requireVersion(cue, seen);
      await em.delete(RunSheetCue, { id });
      const { id: _id, projectId: _of, version: _version, ...before } = cue;
      await this.record(em, scope, cue, 'cue.removed', { before: { entry: before } });
    });
  }

  /** Begins it, ends it, leaves it out, or takes that back. A second time changes nothing. */
  call(person: SignedIn, id: string, state: CueState, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { cue, ...scope } = await this.scopes.holdCue(em, id, person, 'run-sheet.call');
      const changes = called(cue, state, this.clock.now());
      if (!changes) return;
      requireVersion(cue, seen);
      await changeRow(em, RunSheetCue, cue, changes);
      await this.record(em, scope, cue, CALLED[state], {});
    });
  }

  /** All cues of a day as they are planned, waiting, on another day beside what is there. */
  copyDay(person: SignedIn, projectId: string, from: Day, to: Day): Promise<{ ids: string[] }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.hold(em, projectId, person, 'run-sheet.edit');
      if (from === to) throw wrongField('/toDay', SAME_DAY);
      requirePlannable(to, '/toDay');
      const tail = 'WHERE t.project_id = ? AND t.day = ? ORDER BY t.minute, t.id';
      const rows = await readAll(em, RunSheetCue, tail, [projectId, from]);
      if (rows.length === 0) throw wrongField('/fromDay', EMPTY_DAY);
      const cues = rows.map((row) => ({ ...row, ...FRESH, ...plannedOf(row), id: newId(), day: to }));
      await this.insert(em, projectId, cues);
      await this.recordOfAll(em, scope, 'cue.added-many', { day: to, moved: cues.length });
      return { ids: cues.map(({ id }) => id) };
    });
  }

  private async insert(em: EntityManager, projectId: string, cues: readonly RunSheetCue[]): Promise<void> {
    if ((await em.countBy(RunSheetCue, { projectId })) + cues.length > MOST_CUES) throw full();
    await insertAll(em, RunSheetCue, cues);
  }

  private record(
    em: EntityManager,
    { project, actor }: RunSheetScope,
    { id, title }: RunSheetCue,
    action: string,
    told: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'cue' as const, id, title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, ...told });
  }

  private recordOfAll(
    em: EntityManager,
    { project, actor }: RunSheetScope,
    action: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    const subject = { type: 'cue' as const, id: project.id, title: project.name };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, after });
  }
}

const FRESH = { state: 'waiting', startedAt: null, endedAt: null, version: 1 } as const;
const EMPTY = { notes: null, personIds: [], teamId: null, outside: null, files: [], workItemId: null, fixed: false };

function newCue(projectId: string, facts: NewCue): RunSheetCue {
  const { day, minute, minutes, place, title } = facts;
  const planned = { day, minute, minutes, plannedMinute: minute, plannedMinutes: minutes, place, title };
  return { ...EMPTY, ...FRESH, ...planned, ...columnsOf(facts), id: newId(), projectId };
}

const plannedOf = ({ plannedMinute, plannedMinutes }: RunSheetCue) => ({
  ...{ minute: plannedMinute, minutes: plannedMinutes },
});

const SAME_DAY = { zh: '請選擇另一天。', en: 'Choose another day.' };
const EMPTY_DAY = { zh: '這一天還沒有流程可以複製。', en: 'There is nothing on that day to copy.' };
const full = () =>
  conflict('run-sheet-full', {
    zh: `一份流程表最多 ${MOST_CUES} 筆；請先刪除用不到的流程。`,
    en: `A run sheet has ${MOST_CUES} cues at most. Remove those that are no longer needed first.`,
  });
