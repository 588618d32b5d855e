import { Injectable } from '@nestjs/common';
import { type Actor, allow, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, isId, newId, notFound } from '@convener/kernel';
import { Database, insertAll, plainRows, readAll, updateEach } from '@convener/platform';
import { changeRow, lockClause, type Project, type TeamRef, wrongField } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { minuteOf } from './cue-time';
import { type CueMove, delayOf, type DelayPlan, immovable, moved, takenBack, type TimedCue } from './delay.rules';
import { RunSheetCue } from './run-sheet-cue.entity';
import { RunSheetDelay } from './run-sheet-delay.entity';
import { cueOf, RunSheetScopes } from './run-sheet-scopes';
import { newWarnings, type SheetWarning, warningsOf } from './sheet-checks.rules';

/** What a delay would do: what moves from when to when, whom it touches, and what no longer fits. */
export interface DelayPreview extends DelayPlan {
  /** Overlaps that it brings. */
  warnings: SheetWarning[];
  people: PersonRef[];
  teams: TeamRef[];
  /** Speakers, guests and suppliers as they stand in the cues that move: somebody has to tell them. */
  outside: string[];
}

export interface DelayUndone {
  restored: number;
  /** Titles of what has begun, ended or been moved since, and so stays. */
  left: string[];
}

interface Day {
  project: Project;
  actor: Actor;
  cues: RunSheetCue[];
}

/** Moves the cues of a day along when one of them is late, or early. */
@Injectable()
export class DelaysService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RunSheetScopes,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityLog,
  ) {}

  /** Changes nothing. Throws 409 for a cue that can't move. */
  preview(person: SignedIn, cueId: string, minutes: number): Promise<DelayPreview> {
    return this.database.read(async (em) => {
      const cue = await cueOf(em, cueId);
      const { project, actor } = await this.scopes.look(em, cue.projectId, person);
      allow(actor, 'run-sheet.call');
      const tail = 'WHERE t.project_id = ? AND t.day = ?';
      const cues = await readAll(em, RunSheetCue, tail, [project.id, cue.day]);
      return this.told(em, { project, actor, cues }, planOf(project, cues, cue, minutes));
    });
  }

  /**
   * Moves them in one transaction. `expected` is what the caller was shown: throws 409 where by now it would be something
   * else, since somebody agreed to that and to nothing else.
   */
  apply(
    person: SignedIn,
    cueId: string,
    minutes: number,
    expected: readonly { id: string; minute: number; minutes: number }[] | null,
  ): Promise<{ projectId: string }> {
    return this.database.write(async (em) => {
      const { projectId, day } = await cueOf(em, cueId);
      const { project, actor } = await this.scopes.hold(em, projectId, person, 'run-sheet.call');
      const cues = await lockedDay(em, projectId, day);
      const cue = cues.find(({ id }) => id === cueId);
      if (!cue) throw notFound();
      const { moves } = planOf(project, cues, cue, minutes);
      if (expected && !isSame(moves, expected)) throw movedMeanwhile();
      if (moves.length === 0) throw noRoom();
      await write(em, moves);
      const { title } = cue;
      const about = { projectId, day, title, minutes, moves, byId: person.personId };
      const delay: RunSheetDelay = { ...about, id: newId(), at: this.clock.now(), undoneAt: null, version: 1 };
      await insertAll(em, RunSheetDelay, [delay]);
      const after = { shiftMinutes: minutes, moved: moves.length };
      await this.record(em, { project, actor }, cue, 'cue.delayed', after);
      return { projectId };
    });
  }

  /** Throws 409 for any but the day's last that still holds. Doing it twice changes nothing. */
  undo(person: SignedIn, delayId: string): Promise<DelayUndone> {
    return this.database.write(async (em) => {
      const found = isId(delayId) ? await em.findOneBy(RunSheetDelay, { id: delayId }) : null;
      if (!found) throw notFound();
      const { projectId, day } = found;
      const { project, actor } = await this.scopes.hold(em, projectId, person, 'run-sheet.call');
      const cues = await lockedDay(em, projectId, day);
      const tail = 'WHERE t.project_id = ? AND t.day = ? AND t.undone_at IS NULL ORDER BY t.id DESC LIMIT 1';
      const [last] = await readAll(em, RunSheetDelay, tail, [projectId, day]);
      if (last?.id !== delayId) {
        const again = await em.findOneByOrFail(RunSheetDelay, { id: delayId });
        if (again.undoneAt !== null) return { restored: 0, left: [] };
        throw notTheLast();
      }
      const moves = takenBack(timed(project, cues), last.moves);
      await write(em, moves);
      await changeRow(em, RunSheetDelay, last, { undoneAt: this.clock.now() });
      const back = new Set(moves.map(({ id }) => id));
      const left = last.moves.filter(({ id }) => !back.has(id));
      const titles = new Map(cues.map(({ id, title }) => [id, title]));
      const subject = { id: last.moves[0]!.id, title: last.title };
      await this.record(em, { project, actor }, subject, 'cue.delay-undone', { moved: moves.length });
      return { restored: moves.length, left: left.flatMap(({ id }) => titles.get(id) ?? []) };
    });
  }

  private async told(em: EntityManager, { project, cues }: Day, plan: DelayPlan): Promise<DelayPreview> {
    const moves = new Set(plan.moves.map(({ id }) => id));
    const touched = cues.filter(({ id }) => moves.has(id));
    const people = await this.people.refs(
      em,
      touched.flatMap(({ personIds }) => personIds),
    );
    const teamIds = [...new Set(touched.flatMap(({ teamId }) => teamId ?? []))];
    const teams = teamIds.length > 0 ? await plainRows<TeamRef>(em, TEAMS, [teamIds]) : [];
    const outside = [...new Set(touched.flatMap((cue) => cue.outside ?? []))];
    const warnings = newWarnings(warningsOf(cues, project), warningsOf(moved(cues, plan.moves), project));
    return { ...plan, warnings, people: [...people.values()], teams, outside };
  }

  private record(
    em: EntityManager,
    { project, actor }: Pick<Day, 'project' | 'actor'>,
    { id, title }: Pick<RunSheetCue, 'id' | 'title'>,
    action: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    const subject = { type: 'cue' as const, id, title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, after });
  }
}

function planOf(project: Project, cues: readonly RunSheetCue[], cue: RunSheetCue, minutes: number): DelayPlan {
  const reason = immovable(cue);
  if (reason) throw cantMove(reason);
  if (minutes === 0) throw wrongField('/minutes', NOT_AT_ALL);
  return delayOf(timed(project, cues), cue.id, minutes);
}

function timed({ zone }: Project, cues: readonly RunSheetCue[]): TimedCue[] {
  return cues.map((cue) => {
    const ended = cue.state === 'done' && cue.endedAt !== null;
    return { ...cue, endedMinute: ended ? minuteOf(cue.endedAt!, cue.day, zone) : null };
  });
}

/** In one order, so that two delays wait for each other instead of blocking. */
function lockedDay(em: EntityManager, projectId: string, day: string): Promise<RunSheetCue[]> {
  const tail = `WHERE t.project_id = ? AND t.day = ? ORDER BY t.id${lockClause(em, 'write')}`;
  return readAll(em, RunSheetCue, tail, [projectId, day]);
}

function write(em: EntityManager, moves: readonly CueMove[]): Promise<void> {
  const rows = moves.map(({ id, to }) => ({ id, ...to }));
  return updateEach(em, RunSheetCue, ['minute', 'minutes'], rows);
}

function isSame(moves: readonly CueMove[], expected: readonly { id: string; minute: number; minutes: number }[]) {
  const to = new Map(expected.map((one) => [one.id, one]));
  return moves.length === to.size && moves.every((move) => isAt(move.to, to.get(move.id)));
}

const isAt = (to: CueMove['to'], one: CueMove['to'] | undefined) =>
  one?.minute === to.minute && one.minutes === to.minutes;

const TEAMS = 'SELECT id, name, name_en AS "nameEn" FROM teams WHERE id IN ?*';

const NOT_AT_ALL = { zh: '請填入要順延或提前的分鐘數。', en: 'Say by how many minutes.' };
const WHY_NOT = {
  fixed: {
    zh: '這是硬時點，不能順延；要移動請先取消「硬時點」。',
    en: 'This cue is fixed. Take that off it first to move it.',
  },
  done: { zh: '這個流程已經結束，不能順延。', en: 'This cue is over and can’t be delayed.' },
  skipped: { zh: '這個流程已經略過，不能順延。', en: 'This cue is left out and can’t be delayed.' },
};
const cantMove = (reason: keyof typeof WHY_NOT) => conflict(`cue-${reason}`, WHY_NOT[reason]);
const noRoom = () =>
  conflict('no-room', {
    zh: '前後沒有空檔，沒有流程可以移動。',
    en: 'There is no room before or after it: nothing would move.',
  });
const movedMeanwhile = () =>
  conflict('delay-changed', {
    zh: '流程表剛剛有變動，順延的結果已經不同；請再看一次後確認。',
    en: 'The run sheet has just changed, and so has what would move. Look at it again, then confirm.',
  });
const notTheLast = () =>
  conflict('not-the-last', {
    zh: '之後又順延過，請先復原較新的那一次。',
    en: 'The day was delayed again since. Undo the newer one first.',
  });
