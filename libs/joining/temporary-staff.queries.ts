import { allow, can, mayStay, PeopleQueries, type PersonRef, type SignedIn, temporaryUntil } from '@convener/access';
import { Clock } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { type TeamRef, WorkScope } from '@convener/projects';
import { TeamsQueries, TemporaryStaff } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { JoinCode } from './join-code.entity';
import { type CodeState, codeState } from './join-codes.rules';

export interface CodeView {
  id: string;
  team: TeamRef;
  madeBy: PersonRef;
  madeAt: number;
  /** Null: as long as temporary staff may stay. */
  expiresAt: number | null;
  most: number;
  joined: number;
  state: CodeState;
}

export interface StaffView {
  person: PersonRef;
  team: TeamRef;
  since: number;
  /** A few minutes behind at most. */
  lastSeenAt: number;
  codeId: string;
}

export interface StaffList {
  /** The sub-teams that one answers for. */
  teams: TeamRef[];
  codes: CodeView[];
  staff: StaffView[];
  until: number;
}

/** Where temporary staff are, for themselves. */
export interface TemporaryPart {
  projectId: string;
  projectName: string;
  zone: string;
  team: TeamRef;
  /** The instant (epoch ms) from which they are out. */
  until: number;
}

/** Reads of codes and of who has come by them. */
@Injectable()
export class TemporaryStaffQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly teams: TeamsQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** Of the sub-teams that one answers for. Codes that were ended are left out, newest first. */
  list(person: SignedIn, projectId: string): Promise<StaffList> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'temporary.read');
      const now = this.clock.now();
      const own = (await this.teams.teams(em, projectId)).filter(({ id }) =>
        can(actor, 'temporary.manage', { teamId: id }),
      );
      const teams = new Map(own.map(({ id, name, nameEn }) => [id, { id, name, nameEn }]));
      const all = await em.find(JoinCode, { where: { projectId, endedAt: IsNull() }, order: { id: 'DESC' } });
      const codes = all.filter(({ teamId }) => teams.has(teamId));
      const here = mayStay(project, now)
        ? await em.find(TemporaryStaff, { where: { projectId }, order: { joinedAt: 'ASC', personId: 'ASC' } })
        : [];
      const staff = here.filter(({ teamId }) => teams.has(teamId));
      const ids = staff.map(({ personId }) => personId);
      const people = await this.people.refs(em, [...ids, ...codes.map(({ madeBy }) => madeBy)]);
      const seen = await lastSeen(em, ids);
      return {
        teams: [...teams.values()],
        codes: codes.map(({ id, teamId, madeBy, madeAt, expiresAt, most, joined, ...code }) => ({
          ...{ id, team: teams.get(teamId)!, madeBy: people.get(madeBy)!, madeAt, expiresAt, most, joined },
          state: codeState({ ...code, expiresAt, most, joined }, project, now),
        })),
        staff: staff.map(({ personId, teamId, codeId, joinedAt }) => ({
          ...{ person: people.get(personId)!, team: teams.get(teamId)!, since: joinedAt, codeId },
          lastSeenAt: seen.get(personId) ?? joinedAt,
        })),
        until: temporaryUntil(project),
      };
    });
  }

  /** Null for whoever has no part by a code. */
  async of(personId: string): Promise<TemporaryPart | null> {
    const [row] = await this.database.select<PartRow>(PART, [personId]);
    if (!row) return null;
    const { projectId, projectName, zone, closingDay, teamId, teamName, teamNameEn } = row;
    const team = { id: teamId, name: teamName, nameEn: teamNameEn };
    return { projectId, projectName, zone, team, until: temporaryUntil({ closingDay, zone }) };
  }
}

/** When each of these people has last asked for anything, as far as their sessions say. */
async function lastSeen(em: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await plainRows<{ personId: string; at: number | string }>(em, LAST_SEEN, [ids]);
  return new Map(rows.map(({ personId, at }) => [personId, Number(at)]));
}

const LAST_SEEN = `
  SELECT person_id AS "personId", MAX(last_seen_at) AS "at" FROM sessions WHERE person_id IN ?* GROUP BY person_id`;

interface PartRow {
  projectId: string;
  projectName: string;
  zone: string;
  closingDay: string;
  teamId: string;
  teamName: string;
  teamNameEn: string | null;
}

const PART = `
  SELECT j.id AS "projectId", j.name AS "projectName", j.zone, j.closing_day AS "closingDay",
         t.id AS "teamId", t.name AS "teamName", t.name_en AS "teamNameEn"
    FROM temporary_staff h JOIN projects j ON j.id = h.project_id JOIN teams t ON t.id = h.team_id
   WHERE h.person_id = ?`;
