import { Injectable } from '@nestjs/common';
import { allow, can, PeopleQueries, type PersonRef, personRefs, type SignedIn } from '@convener/access';
import { Clock, type Day } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { type ProjectStatus, type TeamRef, WorkOrigins, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { Closing, ClosingWaiver } from './closing.entity';
import { openThings } from './open-things';
import { type Acts, countsOf, groupsOf, type OpenKind, type OpenThing, withoutWaived } from './open-things.rules';

export type OpenThingView = Omit<OpenThing, 'acts'>;

/** What one of them must settle; a person, a sub-team, the manager or the client. */
export interface OpenGroupView {
  by: Acts['by'];
  person: PersonRef | null;
  team: TeamRef | null;
  things: OpenThingView[];
}

export interface WaiverView {
  id: string;
  kind: OpenKind;
  subjectId: string;
  title: string;
  titleEn: string | null;
  measure: number;
  moved: boolean;
  reason: string;
  waivedBy: PersonRef;
  waivedAt: number;
  closingNumber: number;
}

export interface ClosingVersion {
  number: number;
  note: string | null;
  closedBy: PersonRef;
  closedAt: number;
  reopenedBy: PersonRef | null;
  reopenedAt: number | null;
  reopenReason: string | null;
}

export interface ClosingView {
  status: ProjectStatus;
  /** What is neither settled nor waived; nothing once it is closed. */
  open: number;
  counts: { kind: OpenKind; count: number }[];
  groups: OpenGroupView[];
  /** Those that nobody has taken back, the newest first. */
  waivers: WaiverView[];
  /** The newest first. */
  closings: ClosingVersion[];
  /** The day after which the event is over, for whoever would close it early. */
  closingDay: Day;
  mayClose: boolean;
}

/** How far a project is from being closed. */
@Injectable()
export class ClosingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
    private readonly origins: WorkOrigins,
  ) {}

  one(person: SignedIn, projectId: string): Promise<ClosingView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'closing.read');
      const { closings, waivers } = await closingOf(em, projectId);
      const standing = await readAll(em, ClosingWaiver, STANDING, [projectId]);
      const things = project.status === 'closed' ? [] : await openThings(em, project, this.origins, this.clock.now());
      const { open } = withoutWaived(things, standing);
      return {
        status: project.status,
        open: open.length,
        counts: countsOf(open),
        groups: await this.groups(em, projectId, open),
        ...{ waivers, closings, closingDay: project.closingDay },
        mayClose: can(actor, 'project.close'),
      };
    });
  }

  private async groups(em: EntityManager, projectId: string, open: readonly OpenThing[]): Promise<OpenGroupView[]> {
    const groups = groupsOf(open);
    const people = await this.people.refs(
      em,
      groups.map(({ acts }) => (acts.by === 'person' ? acts.id : null)),
    );
    const teams = new Map((await plainRows<TeamRef>(em, TEAMS, [projectId])).map((team) => [team.id, team]));
    return groups.map(({ acts, things }) => ({
      by: acts.by,
      person: acts.by === 'person' ? (people.get(acts.id) ?? null) : null,
      team: acts.by === 'team' ? (teams.get(acts.id) ?? null) : null,
      things: things.map(({ acts: _acts, ...thing }) => thing),
    }));
  }
}

const STANDING = 'WHERE t.project_id = ? AND t.taken_back_at IS NULL ORDER BY t.id';
const TEAMS = 'SELECT id, name, name_en AS "nameEn" FROM teams WHERE project_id = ?';

/** The closings of a project and the waivers that stand, with their reasons, the newest first: also for documents. */
export async function closingOf(
  em: EntityManager,
  projectId: string,
): Promise<{ closings: ClosingVersion[]; waivers: WaiverView[] }> {
  const closings = await readAll(em, Closing, 'WHERE t.project_id = ? ORDER BY t.number DESC', [projectId]);
  const waivers = (await readAll(em, ClosingWaiver, STANDING, [projectId])).reverse();
  const named = [
    ...closings.flatMap(({ closedBy, reopenedBy }) => [closedBy, reopenedBy]),
    ...waivers.map(({ waivedBy }) => waivedBy),
  ];
  const refs = await personRefs(em, named);
  return {
    closings: closings.map(({ number, note, closedBy, closedAt, reopenedBy, reopenedAt, reopenReason }) => ({
      ...{ number, note, closedAt, reopenedAt, reopenReason },
      ...{ closedBy: refs.get(closedBy)!, reopenedBy: reopenedBy === null ? null : refs.get(reopenedBy)! },
    })),
    waivers: waivers.map(
      ({ waivedBy, projectId: _p, takenBackAt: _a, takenBackBy: _b, takenBackReason: _r, ...row }) => ({
        ...row,
        waivedBy: refs.get(waivedBy)!,
      }),
    ),
  };
}
