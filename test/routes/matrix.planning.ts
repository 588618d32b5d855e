import { aMeeting, inProject, newRecurring, on, reopenProject, type Use, WHY } from './matrix.asks';
import { newItem } from './matrix.world';

/** The rows of the table about plans that live. */
export const PLANNING: Record<string, Use[]> = {
  'GET /api/projects/:id/schedule': [inProject()],
  'POST /api/projects/:id/schedule/follow/preview': [inProject({})],
  'POST /api/projects/:id/schedule/follow': [inProject({})],
  'GET /api/projects/:id/board': [inProject()],
  'GET /api/projects/:id/board/cell': [
    { ask: ({ id, team }) => ({ params: { id }, query: `stage=before&team=${team}` }) },
    { as: 'without a sub-team', ask: ({ id }) => ({ params: { id }, query: 'stage=before' }) },
  ],
  'GET /api/projects/:id/baseline': [inProject()],
  'POST /api/projects/:id/baseline': [inProject(WHY)],
  'POST /api/projects/:id/state/preview': [inProject({ to: 'on-hold', ...WHY })],
  'POST /api/projects/:id/state': [{ ...inProject({ to: 'on-hold', ...WHY }), after: reopenProject }],
  'GET /api/projects/:id/recurring': [inProject()],
  'POST /api/projects/:id/recurring/preview': [
    { ask: ({ id, team }) => on(id, aMeeting(team)) },
    { as: 'without a sub-team', thing: { teamId: null }, ask: ({ id }) => on(id, aMeeting()) },
  ],
  'POST /api/projects/:id/recurring': [
    { ask: ({ id, team }) => on(id, aMeeting(team)) },
    { as: 'without a sub-team', thing: { teamId: null }, ask: ({ id }) => on(id, aMeeting()) },
  ],
  'PATCH /api/recurring/:id': [
    { ask: async (place) => on(await newRecurring(place), { title: '改名' }) },
    {
      as: 'into another sub-team',
      action: 'project.edit',
      ask: async (place) => on(await newRecurring(place), { teamId: place.teamBeside }),
    },
  ],
  'DELETE /api/recurring/:id': [{ ask: async (place) => on(await newRecurring(place)) }],
  'PUT /api/work-items/:id/predecessors': [
    {
      ask: async (place) => {
        const before = await newItem(place);
        const predecessors = [{ id: before.id, lagDays: 1, lagUnit: 'days' }];
        return on((await newItem(place)).id, { predecessors });
      },
      // Asked of the project, not of the item: it is about the plan.
      verdict: (who, where) => (who === 'temporary' && where !== 'other project' ? 403 : undefined),
    },
  ],
};
