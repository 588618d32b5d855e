import { Injectable } from '@nestjs/common';
import { allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { addDays, Clock, type Day, groupBy } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { cueViews, type CueView } from './cue-views';
import { showDay } from './cue-time';
import { RunSheetCue } from './run-sheet-cue.entity';
import { RunSheetDelay } from './run-sheet-delay.entity';
import { cueOf, RunSheetScopes } from './run-sheet-scopes';
import { type SheetWarning, warningsOf } from './sheet-checks.rules';

export interface LastDelay extends Pick<RunSheetDelay, 'id' | 'day' | 'title' | 'minutes' | 'at'> {
  by: PersonRef | null;
}

export interface RunSheetView {
  projectId: string;
  projectName: string;
  zone: string;
  openingDay: Day;
  closingDay: Day;
  /** The event day that it is now: until six in the morning still the evening's. */
  today: Day;
  cues: CueView[];
  warnings: SheetWarning[];
  /** Of each day the last delay that holds, which can be taken back. */
  delays: LastDelay[];
  mayEdit: boolean;
  mayCall: boolean;
}

export interface OwnRunSheet {
  projectId: string;
  projectName: string;
  day: Day;
}

export interface OfferedFile {
  evidenceId: string;
  name: string;
  deliverable: string;
}

const MOST_FILES = 300;

/** Reads of run sheets. */
@Injectable()
export class RunSheetQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: RunSheetScopes,
    private readonly people: PeopleQueries,
  ) {}

  /** All of it, by day and time: what every page of it shows a part of, and what a phone keeps for a hall without network. */
  of(person: SignedIn, projectId: string): Promise<RunSheetView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scopes.look(em, projectId, person);
      const rows = await cuesOf(em, projectId);
      const { id, name, zone, openingDay, closingDay } = project;
      const runs = project.status === 'running';
      return {
        ...{ projectId: id, projectName: name, zone, openingDay, closingDay },
        today: showDay(this.clock.now(), zone),
        cues: await cueViews(em, { project, actor }, rows),
        warnings: warningsOf(rows, project),
        delays: await this.delays(em, projectId),
        mayEdit: runs && can(actor, 'run-sheet.edit'),
        mayCall: runs && can(actor, 'run-sheet.call'),
      };
    });
  }

  /** In the order of the ids. */
  some(person: SignedIn, projectId: string, ids: readonly string[]): Promise<CueView[]> {
    return this.database.read(async (em) => {
      const scope = await this.scopes.look(em, projectId, person);
      const rows = await readAll(em, RunSheetCue, `WHERE t.project_id = ? AND t.id IN ?*`, [projectId, ids]);
      const places = new Map(ids.map((id, at) => [id, at]));
      rows.sort((a, b) => places.get(a.id)! - places.get(b.id)!);
      return cueViews(em, scope, rows);
    });
  }

  one(person: SignedIn, id: string): Promise<CueView> {
    return this.database.read(async (em) => {
      const cue = await cueOf(em, id);
      const scope = await this.scopes.look(em, cue.projectId, person);
      return (await cueViews(em, scope, [cue]))[0]!;
    });
  }

  /** The run sheets of today and tomorrow in which somebody has a part, also as temporary staff. */
  async mine({ personId }: SignedIn): Promise<OwnRunSheet[]> {
    const now = this.clock.now();
    const about = showDay(now, 'UTC');
    const values = [personId, personId, addDays(about, -1), addDays(about, 2)];
    const rows = await this.database.select<OwnRunSheet & { zone: string }>(OWN, values);
    return rows
      .filter(({ day, zone }) => day === showDay(now, zone) || day === addDays(showDay(now, zone), 1))
      .map(({ projectId, projectName, day }) => ({ projectId, projectName, day }));
  }

  /** Files of the project that a cue can name, the newest first; of each only its newest version. */
  files(person: SignedIn, projectId: string): Promise<OfferedFile[]> {
    return this.database.read(async (em) => {
      const { actor } = await this.scopes.look(em, projectId, person);
      allow(actor, 'run-sheet.edit');
      return plainRows<OfferedFile>(em, FILES, [projectId]);
    });
  }

  private async delays(em: EntityManager, projectId: string): Promise<LastDelay[]> {
    const tail = 'WHERE t.project_id = ? AND t.undone_at IS NULL ORDER BY t.day, t.id';
    const rows = await readAll(em, RunSheetDelay, tail, [projectId]);
    const last = [...groupBy(rows, ({ day }) => day).values()].map((ofDay) => ofDay.at(-1)!);
    const people = await this.people.refs(
      em,
      last.map(({ byId }) => byId),
    );
    return last.map(({ id, day, title, minutes, at, byId }) => ({
      ...{ id, day, title, minutes, at, by: people.get(byId) ?? null },
    }));
  }
}

const ORDER = 'ORDER BY t.day, t.minute, t.planned_minute, t.id';

export function cuesOf(em: EntityManager, projectId: string): Promise<RunSheetCue[]> {
  return readAll(em, RunSheetCue, `WHERE t.project_id = ? ${ORDER}`, [projectId]);
}

const OWN = `
  SELECT DISTINCT p.id AS "projectId", p.name AS "projectName", p.zone, c.day
    FROM (SELECT project_id FROM project_members WHERE person_id = ?
          UNION SELECT project_id FROM temporary_staff WHERE person_id = ?) own
    JOIN projects p ON p.id = own.project_id
    JOIN run_sheet_cues c ON c.project_id = p.id
   WHERE p.status = 'running' AND c.day BETWEEN ? AND ?
   ORDER BY c.day, p.name, p.id`;
const FILES = `
  SELECT f.evidence_id AS "evidenceId", f.name, d.title AS "deliverable"
    FROM evidence_files f JOIN deliverables d ON d.id = f.deliverable_id
   WHERE f.project_id = ? AND NOT EXISTS (
     SELECT 1 FROM evidence_files n
      WHERE n.deliverable_id = f.deliverable_id AND n.series_id = f.series_id AND n.series_version > f.series_version)
   ORDER BY f.evidence_id DESC LIMIT ${MOST_FILES}`;
