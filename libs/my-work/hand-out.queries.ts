import type { SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, groupBy } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { ItemRows, listedItems, OPEN_ITEM_STATUSES, sqlList, type TeamRef } from '@convener/projects';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DueCount, loadOf } from './loads';
import { bucketOf, BY_URGENCY, daysAround, MOST_LISTED } from './my-work.queries';
import type { HandOutTeam } from './my-views';

/** What leads hand out, and to whom. */
@Injectable()
export class HandOutQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: ItemRows,
    private readonly clock: Clock,
  ) {}

  /** The sub-teams of running projects that the person leads, each with its open work, most urgent first. */
  teams(person: SignedIn): Promise<HandOutTeam[]> {
    return this.database.read(async (em) => {
      const led = await plainRows<LedTeam>(em, LED, [person.personId]);
      if (led.length === 0) return [];
      const now = this.clock.now();
      const today = new Map(led.map(({ projectId, zone }) => [projectId, dayAt(now, zone)]));
      const teamIds = led.map(({ id }) => id);
      const items = await listedItems(em, `WHERE t.team_id IN ?* AND t.status IN ${OPEN} ${BY_URGENCY}`, [
        teamIds,
        MOST_LISTED,
      ]);
      const rows = await this.rows.of(em, items, (projectId) => today.get(projectId)!);
      const ofTeam = groupBy(rows, ({ team }) => team!.id);
      const people = await peopleOf(em, teamIds, today);
      return led.map(({ id, name, nameEn, projectId, projectName }) => ({
        project: { id: projectId, name: projectName },
        team: { id, name, nameEn },
        people: (people.get(id) ?? []).map(({ personId, teamId: _, ...one }) => ({ id: personId, ...one })),
        items: (ofTeam.get(id) ?? []).map((row) =>
          Object.assign(row, { bucket: bucketOf(row, daysAround(today.get(projectId)!)) }),
        ),
      }));
    });
  }
}

const OPEN = sqlList(OPEN_ITEM_STATUSES);

type LedTeam = TeamRef & { projectId: string; projectName: string; zone: string };

const LED = `
  SELECT t.id, t.name, t.name_en AS "nameEn", p.id AS "projectId", p.name AS "projectName", p.zone
    FROM team_members m
    JOIN teams t ON t.id = m.team_id
    JOIN projects p ON p.id = t.project_id AND p.status = 'running'
   WHERE m.person_id = ? AND m.lead = TRUE ORDER BY p.name, p.id, t.position, t.id`;

type InTeam = { teamId: string; projectId: string; personId: string; name: string };

/** The people of each of these sub-teams, and how much they have in the whole project. */
async function peopleOf(em: EntityManager, teamIds: readonly string[], today: ReadonlyMap<string, Day>) {
  const members = await plainRows<InTeam>(em, MEMBERS, [teamIds]);
  type Count = DueCount & { projectId: string; personId: string };
  const counts = await plainRows<Count>(em, COUNTS, [members.map(({ personId }) => personId), [...today.keys()]]);
  const ofPerson = groupBy(counts, ({ projectId, personId }) => `${projectId} ${personId}`);
  const loaded = members.map(({ projectId, ...one }) => ({
    ...one,
    ...loadOf(ofPerson.get(`${projectId} ${one.personId}`) ?? [], today.get(projectId)!),
  }));
  return groupBy(loaded, ({ teamId }) => teamId);
}

const MEMBERS = `
  SELECT m.team_id AS "teamId", t.project_id AS "projectId", p.id AS "personId", p.name
    FROM team_members m
    JOIN teams t ON t.id = m.team_id
    JOIN people p ON p.id = m.person_id AND p.active = TRUE
   WHERE m.team_id IN ?* ORDER BY p.name, p.id`;

const COUNTS = `
  SELECT project_id AS "projectId", assignee_id AS "personId", due_day AS "dueDay", CAST(COUNT(*) AS integer) AS count
    FROM work_items WHERE assignee_id IN ?* AND project_id IN ?* AND status IN ${OPEN}
   GROUP BY project_id, assignee_id, due_day`;
