import { cue, delay, get } from './query.things';
import type { CountedRequest } from './query.types';

export const RUN_SHEET_READS: readonly CountedRequest[] = [
  get('/api/me/run-sheets', 8),
  {
    name: 'GET /api/projects/{id}/run-sheet',
    most: 16,
    make: async (world) => {
      await delay(world);
      return { as: world.cast.manager.client, path: `/api/projects/${world.project.id}/run-sheet` };
    },
  },
  get('/api/projects/{id}/run-sheet/files', 12),
  {
    name: 'GET /api/run-sheet-cues/{id}',
    most: 14,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/run-sheet-cues/${await cue(world)}` }),
  },
];
