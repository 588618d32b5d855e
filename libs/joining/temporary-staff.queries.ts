import { allow, can, mayStay, PeopleQueries, type PersonRef, type SignedIn, temporaryUntil } from '@convener/access';
import { Clock } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { type TeamRef, WorkScope } from '@convener/projects';
import { TeamsQueries } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
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
      const makers = await this.people.refs(
        em,
        codes.map(({ madeBy }) => madeBy),
      );
      const rows = mayStay(project, now) ? await plainRows<StaffRow>(em, STAFF, [projectId]) : [];
      const staff = rows.filter(({ teamId }) => teams.has(teamId));
      return {
        teams: [...teams.values()],
        codes: codes.map(({ id, teamId, madeBy, madeAt, expiresAt, most, joined, ...code }) => ({
          ...{ id, team: teams.get(teamId)!, madeBy: makers.get(madeBy)!, madeAt, expiresAt, most, joined },
          state: codeState({ ...code, expiresAt, most, joined }, project, now),
        })),
        staff: staff.map(({ id, name, teamId, since, lastSeenAt, codeId }) => ({
          ...{ person: { id, name }, team: teams.get(teamId)!, since: Number(since), codeId },
          lastSeenAt: Number(lastSeenAt ?? since),
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

interface StaffRow {
  id: string;
  name: string;
  teamId: string;
  codeId: string;
  since: number | string;
  lastSeenAt: number | string | null;
}

interface PartRow {
  projectId: string;
  projectName: string;
  zone: string;
  closingDay: string;
  teamId: string;
  teamName: string;
  teamNameEn: string | null;
}

const STAFF = `
  SELECT p.id, p.name, h.team_id AS "teamId", h.code_id AS "codeId", h.joined_at AS since,
         (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.person_id = p.id) AS "lastSeenAt"
    FROM temporary_staff h JOIN people p ON p.id = h.person_id
   WHERE h.project_id = ? ORDER BY h.joined_at, p.id`;

const PART = `
  SELECT j.id AS "projectId", j.name AS "projectName", j.zone, j.closing_day AS "closingDay",
         t.id AS "teamId", t.name AS "teamName", t.name_en AS "teamNameEn"
    FROM temporary_staff h JOIN projects j ON j.id = h.project_id JOIN teams t ON t.id = h.team_id
   WHERE h.person_id = ?`;
