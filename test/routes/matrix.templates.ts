import { aMilestone, aReplan, inProject, on, plain, projectVersion, type Use } from './matrix.asks';

/** The rows of the table about templates, editions and re-planning. */
export const TEMPLATES: Record<string, Use[]> = {
  'GET /api/standards': [plain],
  'GET /api/standards/:slug': [{ ask: () => ({ params: { slug: 'event-coordinator' } }) }],
  'GET /api/standards/:slug/use': [{ ask: () => ({ params: { slug: 'event-coordinator' } }) }],
  'GET /api/standards/search': [{ ask: () => ({ query: `q=${encodeURIComponent('報到')}` }) }],
  'GET /api/templates': [plain],
  'GET /api/templates/:slug': [{ ask: () => ({ params: { slug: 'venue-search' } }) }],
  'POST /api/projects/:id/replan/preview': [inProject({ closing: '2028-06-15' })],
  'POST /api/projects/:id/replan': [
    { ask: async (place) => on(place.id, { options: {} }, await projectVersion(place)) },
  ],
  'GET /api/projects/:id/replans': [inProject()],
  'POST /api/projects/:id/replans/:replanId/undo': [
    { ask: async (place) => ({ params: { id: place.id, replanId: await aReplan(place) } }) },
  ],
  'GET /api/projects/:id/milestones': [inProject()],
  'POST /api/projects/:id/milestones': [inProject({ kind: 'inspection', name: '驗收', rule: 'closing + 30 days' })],
  'PATCH /api/milestones/:id': [{ ask: async (place) => on(await aMilestone(place), { name: '改名' }) }],
  'DELETE /api/milestones/:id': [{ ask: async (place) => on(await aMilestone(place)) }],
};
