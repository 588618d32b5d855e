import { get, survey, surveyTokens } from './query.things';
import type { CountedRequest } from './query.types';

/** Surveys, what was answered, and what whoever answers sees. */
export const SURVEY_READS: readonly CountedRequest[] = [
  get('/api/projects/{id}/surveys', 12),
  {
    name: 'GET /api/surveys/{id}',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/surveys/${await survey(world)}` }),
  },
  {
    name: 'GET /api/surveys/{id}/results',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/surveys/${await survey(world)}/results` }),
  },
  {
    name: 'GET /api/surveys/{id}/results/file',
    most: 12,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/surveys/${await survey(world)}/results/file?format=csv&content=counts`,
    }),
  },
  {
    name: 'GET /api/survey/{token}',
    most: 8,
    make: async (world) => {
      const [token] = await surveyTokens(world, await survey(world));
      return { as: world.app.client(), path: `/api/survey/${token}` };
    },
  },
];
