import { ok } from '../support/client';
import type { CountedRequest } from './query.types';

/** Requests about changes of many work items. */
export const BULK_WRITES: readonly CountedRequest[] = [
  {
    name: 'POST /api/projects/{id}/assignments · of a filter, another status',
    most: 30,
    make: ({ cast, project: { id } }) => {
      const body = { select: { filter: { stage: 'during' } }, set: { status: 'done' } };
      return { as: cast.manager.client, path: `/api/projects/${id}/assignments`, body };
    },
  },
  {
    name: 'POST /api/projects/{id}/bulk-changes/{bulkId}/undo',
    most: 30,
    make: async ({ cast, project }) => {
      const path = `/api/projects/${project.id}`;
      const body = { select: { teamId: (await project.team('registration')).id }, set: { shiftDays: 1 } };
      const done = ok(await cast.manager.client.post(`${path}/assignments`, body)).body;
      return { as: cast.manager.client, path: `${path}/bulk-changes/${String(done.batchId)}/undo` };
    },
  },
];
