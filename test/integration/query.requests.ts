import {
  activityOfItem,
  contract,
  contracted,
  document,
  entry,
  file,
  get,
  house,
  invitation,
  item,
  joinCode,
  lesson,
  letterTemplate,
  personOf,
  recorded,
  resetLink,
  submitted,
  unsubscribeLink,
} from './query.things';
import { LIST_READS } from './query.lists';
import { RUN_SHEET_READS } from './query.run-sheet';
import { SURVEY_READS } from './query.surveys';
import type { CountedRequest } from './query.types';
import type { QueryWorld } from './query.world';

export type { CountedRequest } from './query.types';
export { WRITES } from './query.writes';

export const READS: readonly CountedRequest[] = [
  get('/api/health', 5),
  get('/api/ready', 8),
  get('/api/setup', 8),
  get('/api/me', 8),
  get('/api/me/inbox', 9),
  get('/api/me/inbox', 9, 'manager', '?kind=reminder&done=true'),
  get('/api/me/acceptances', 30),
  get('/api/me/hand-out', 16, 'lead'),
  get('/api/me/live', 10),
  get('/api/projects/{id}/live', 12),
  get('/api/me/notifications', 10),
  get('/api/me/start-draft', 8),
  {
    name: 'GET /api/unsubscribe/{token}',
    most: 5,
    make: async (world) => ({ as: world.app.client(), path: `/api/unsubscribe/${await unsubscribeLink(world)}` }),
  },
  get('/api/operations', 12, 'admin'),
  get('/api/operations/messages', 9, 'admin'),
  get('/api/operations/mail-test', 9, 'admin'),
  get('/api/me/work', 20),
  { ...get('/api/me/work', 21, 'member'), name: 'GET /api/me/work · of a member' },
  get('/api/me/sessions', 11),
  {
    name: 'GET /api/password-reset/{token}',
    most: 11,
    make: async (world) => ({ as: world.app.client(), path: `/api/password-reset/${await resetLink(world)}` }),
  },
  get('/api/people', 10, 'admin'),
  get('/api/outbox', 12, 'admin'),
  get('/api/standards', 5),
  {
    ...get('/api/standards/{slug}', 5),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/standards/conference-project-executive' }),
  },
  get('/api/standards/search', 5, 'manager', '?q=%E5%A0%B1%E5%88%B0'),
  ...(['manager', 'admin'] as const).map((who) => ({
    ...get('/api/standards/{slug}/use', 12, who),
    name: `GET /api/standards/{slug}/use${who === 'admin' ? ' · of an admin' : ''}`,
    make: (world: QueryWorld) => ({
      as: personOf(world, who).client,
      path: '/api/standards/conference-project-executive/use',
    }),
  })),
  get('/api/templates', 5),
  get('/api/register-presets', 5),
  get('/api/calendars', 9),
  {
    ...get('/api/calendars/{year}', 9),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/calendars/2026' }),
  },
  {
    ...get('/api/templates/{slug}', 5),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/templates/conference' }),
  },
  get('/api/house-templates', 9),
  {
    ...get('/api/house-templates/{id}', 10),
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/house-templates/${await house(world)}` }),
  },
  {
    ...get('/api/house-templates/{id}/differences', 10),
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/house-templates/${await house(world)}/differences?from=base`,
    }),
  },
  get('/api/projects/{id}/closing', 30),
  {
    ...get('/api/house-templates/{id}/lessons', 14),
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/house-templates/${await house(world)}/lessons`,
    }),
  },
  {
    ...get('/api/templates/{slug}/lessons', 9),
    make: ({ cast }) => ({ as: cast.manager.client, path: '/api/templates/conference/lessons' }),
  },
  get('/api/projects/{id}/lessons', 15),
  get('/api/letter-templates', 6),
  {
    ...get('/api/letter-templates/{id}/file', 6),
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/letter-templates/${await letterTemplate(world)}/file`,
    }),
  },
  {
    name: 'GET /api/work-items/{id}/lessons',
    most: 18,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/lessons` }),
  },
  {
    name: 'GET /api/lessons/{id}',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/lessons/${await lesson(world)}` }),
  },
  {
    name: 'GET /api/work-items/{id}/comments',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${world.talkedOf}/comments` }),
  },
  {
    name: 'GET /api/comments/{id}',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/comments/${await world.addComment()}` }),
  },
  get('/api/projects', 12, 'manager', '?limit=30'),
  get('/api/projects', 12, 'admin', '?limit=200'),
  get('/api/projects', 12, 'admin', '?limit=200&health=stale&q=a'),
  get('/api/projects/{id}', 16),
  get('/api/projects/{id}/progress', 13),
  get('/api/projects/{id}/overview', 22),
  get('/api/projects/{id}/board', 14),
  {
    name: 'GET /api/projects/{id}/board/cell · of a sub-team',
    most: 14,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/projects/${world.project.id}/board/cell?stage=before&team=${(await world.project.team('registration')).id}`,
    }),
  },
  get('/api/projects/{id}/coverage', 11),
  get('/api/projects/{id}/schedule', 14),
  get('/api/projects/{id}/baseline', 14),
  get('/api/projects/{id}/recurring', 16),
  get('/api/projects/{id}/work-items', 14, 'manager', '?limit=200'),
  get('/api/projects/{id}/work-items', 10, 'manager', '?limit=200&overdue=true'),
  get('/api/projects/{id}/work-items', 14, 'manager', '?limit=200&workflow=venue&standard=own'),
  get('/api/projects/{id}/checklist.xlsx', 14),
  get('/api/projects/{id}/bulk-changes', 12),
  get('/api/me/search', 9, 'manager', '?q=a'),
  get('/api/projects/{id}/reminder-rules', 13),
  get('/api/me/reminder-rules', 10),
  {
    name: 'GET /api/work-items/{id}/reminder-rules',
    most: 16,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/work-items/${await item(world)}/reminder-rules`,
    }),
  },
  {
    name: 'GET /api/work-items/{id}/reminders',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/reminders` }),
  },
  get('/api/projects/{id}/replans', 11),
  get('/api/projects/{id}/milestones', 11),
  get('/api/projects/{id}/activity', 12),
  { ...get('/api/projects/{id}/activity', 13), ...activityOfItem() },
  {
    name: 'GET /api/work-items/{id}',
    most: 22,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}` }),
  },
  {
    name: 'GET /api/work-items/{id}/cant-wait',
    most: 14,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/cant-wait` }),
  },
  {
    name: 'GET /api/deliverables/{id}',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/deliverables/${await submitted(world)}` }),
  },
  {
    name: 'GET /api/deliverables/{id}/contracts',
    most: 14,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/deliverables/${await contracted(world)}/contracts`,
    }),
  },
  {
    name: 'GET /api/contracts/{id}',
    most: 14,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/contracts/${await contract(world)}` }),
  },
  {
    name: 'GET /api/deliverables/{id}/record-entries',
    most: 16,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/deliverables/${await recorded(world)}/record-entries`,
    }),
  },
  {
    name: 'GET /api/record-entries/{id}',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/record-entries/${(await entry(world)).id}` }),
  },
  {
    name: 'GET /api/work-items/{id}/origin',
    most: 14,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/work-items/${await item(world)}/origin` }),
  },
  get('/api/projects/{id}/documents', 14),
  get('/api/projects/{id}/evidence-pack/summary', 20),
  get('/api/projects/{id}/evidence-pack', 20),
  {
    name: 'GET /api/documents/{id}',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/documents/${await document(world)}` }),
  },
  {
    name: 'GET /api/documents/{id}/file',
    most: 12,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/documents/${await document(world)}/file` }),
  },
  get('/api/projects/{id}/closing-report', 40),
  {
    name: 'GET /api/projects/{id}/closing-report/chapters/{key}',
    most: 40,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/projects/${world.project.id}/closing-report/chapters/targets`,
    }),
  },
  ...LIST_READS,
  ...RUN_SHEET_READS,
  {
    name: 'GET /api/evidence/{id}/file',
    most: 16,
    make: async (world) => ({ as: world.cast.manager.client, path: `/api/evidence/${await file(world)}/file` }),
  },
  {
    name: 'GET /api/join/{token}',
    most: 10,
    make: async (world) => ({ as: world.app.client(), path: `/api/join/${await joinCode(world)}` }),
  },
  get('/api/projects/{id}/temporary-staff', 14),
  ...SURVEY_READS,
  {
    name: 'GET /api/invitations/{token}',
    most: 8,
    make: async (world) => ({ as: world.app.client(), path: `/api/invitations/${await invitation(world)}` }),
  },
];
