import { Person } from '@convener/access';
import { SessionCookie, SessionsService } from '@convener/sign-in';
import { newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { ProjectMember, TeamMember } from '@convener/teams';
import type { TestApp } from './app';
import type { RunningProject } from './builders';
import type { Client } from './client';

/** How they came in: on devices of their own. */
const VISIT = { address: '127.0.0.1', userAgent: 'a test', ownDevice: true };

/** So many leads of a sub-team, each with a signed-in browser. Straight into the tables: fifty passwords take long to hash. */
export async function aCrowd(
  app: TestApp,
  project: RunningProject,
  team: string,
  size: number,
): Promise<{ id: string; client: Client }[]> {
  const teamId = (await project.team(team)).id;
  const now = app.clock.now();
  const people = Array.from({ length: size }, (_, index) => ({
    id: newId(),
    name: `第 ${index} 人`,
    email: `crowd-${newId()}@example.test`,
    passwordHash: 'nobody signs in by it',
    workspaceRole: null,
    locale: 'zh-TW' as const,
    active: true,
    createdAt: now,
    version: 1,
  }));
  const cookie = app.app.get(SessionCookie, { strict: false }).name;
  const sessions = app.app.get(SessionsService, { strict: false });
  return app.app.get(Database).write(async (em) => {
    await insertAll(em, Person, people);
    const places = people.map(({ id: personId }) => ({ personId, role: 'member' as const, createdAt: now }));
    await insertAll(
      em,
      ProjectMember,
      places.map((place) => ({ ...place, projectId: project.id })),
    );
    await insertAll(
      em,
      TeamMember,
      people.map(({ id: personId }) => ({ personId, teamId, lead: true })),
    );
    const crowd = [];
    for (const person of people) {
      const client = app.client();
      client.cookies.set(cookie, (await sessions.open(em, em.create(Person, person), VISIT)).token);
      crowd.push({ id: person.id, client });
    }
    return crowd;
  });
}
