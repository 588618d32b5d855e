import { ok } from '../support/client';
import { inProject, on, type Use } from './matrix.asks';
import { aJoinCode, aTemporary, type Place } from './matrix.world';

const codes = async ({ id, manager }: Place) =>
  ok(await manager.client.get<{ codes: { id: string }[] }>(`/api/projects/${id}/temporary-staff`)).body.codes;

/** The rows of the table about codes and who comes by them. */
export const JOINING: Record<string, Use[]> = {
  'GET /api/join/:token': [
    {
      ask: async ({ manager, team }) => ({ params: { token: await aJoinCode(manager.client, team) } }),
    },
  ],
  'POST /api/join/:token': [
    {
      ask: async ({ manager, team }) => ({
        params: { token: await aJoinCode(manager.client, team) },
        body: { name: '工讀生', told: true },
      }),
      // People from outside are invited one by one.
      answers: { viewer: 403 },
      after: async ({ id, manager, team }, who, world) => {
        if (who === 'anonymous') await world.signInAgain(who);
        if (who === 'removed')
          ok(await manager.client.delete(`/api/projects/${id}/members/${world.people.removed.id}`));
        if (who === 'admin') ok(await manager.client.delete(`/api/projects/${id}/members/${world.people.admin.id}`));
        const seat = { role: 'manager', teams: [] };
        if (who === 'manager') ok(await manager.client.put(`/api/projects/${id}/members/${manager.id}`, seat));
        return team;
      },
    },
  ],
  'GET /api/projects/:id/temporary-staff': [inProject()],
  'DELETE /api/projects/:id/temporary-staff/:personId': [
    {
      ask: async ({ id, manager, team }, _who, { app }) => ({
        params: { id, personId: (await aTemporary(app, manager.client, team)).id },
      }),
    },
  ],
  'POST /api/join-codes': [{ scope: 'project', ask: ({ team }) => ({ body: { teamId: team, hours: null, most: 5 } }) }],
  'POST /api/join-codes/:id/end': [
    {
      scope: 'project',
      ask: async (place) => {
        await aJoinCode(place.manager.client, place.team);
        return on((await codes(place))[0]!.id, { staff: false });
      },
    },
  ],
};
