import { cellFile, checkIn, list, listRow, get } from './query.things';
import type { CountedRequest } from './query.types';

/** The lists of projects, the files in their cells, and their check-in. */
export const LIST_READS: readonly CountedRequest[] = [
  get('/api/projects/{id}/registers', 14),
  {
    name: 'GET /api/registers/{id}',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/registers/${await list(world)}` }),
  },
  {
    name: 'GET /api/registers/{id}/rows',
    most: 12,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/registers/${await list(world)}/rows?sort=cost&text=${encodeURIComponent('館')}`,
    }),
  },
  {
    name: 'GET /api/registers/{id}/names',
    most: 12,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/registers/${await list(world)}/names?text=a`,
    }),
  },
  {
    name: 'GET /api/registers/{id}/export',
    most: 12,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/registers/${await list(world)}/export?format=csv`,
    }),
  },
  {
    name: 'GET /api/registers/{id}/comparison',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/registers/${await list(world)}/comparison` }),
  },
  {
    name: 'GET /api/register-rows/{id}',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/register-rows/${await listRow(world)}` }),
  },
  get('/api/me/check-ins', 8),
  {
    name: 'GET /api/registers/{id}/check-in',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/registers/${await checkIn(world)}/check-in` }),
  },
  {
    name: 'GET /api/registers/{id}/check-in/arrivals',
    most: 12,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/registers/${await checkIn(world)}/check-in/arrivals`,
    }),
  },
  {
    name: 'GET /api/registers/{id}/check-in/list',
    most: 12,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/registers/${await checkIn(world)}/check-in/list?since=0`,
    }),
  },
  {
    name: 'GET /api/cell-files/{id}',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/cell-files/${await cellFile(world)}` }),
  },
];
