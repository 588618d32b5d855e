import { ok } from '../support/client';
import type { Client } from '../support/client';
import { inProject, on, onItem, plain, type Use } from './matrix.asks';
import { type MatrixWorld, newItem, type Place, type Where, type Who } from './matrix.world';

/** Rules are few in a list, so each makes room for itself. */
const newRule = async (list: string, { client }: { client: Client }, rule: object) => {
  type Rules = { rules: { id: string | null }[] };
  for (const { id } of ok(await client.get<Rules>(list)).body.rules)
    if (id !== null) ok(await client.delete(`/api/reminder-rules/${id}`));
  return ok(await client.post<{ id: string }>(list, { rule })).body.id;
};
const aRule = ({ id, manager }: Place) => newRule(`/api/projects/${id}/reminder-rules`, manager, { days: -3 });
const anItemRule = async (place: Place) =>
  newRule(`/api/work-items/${(await newItem(place)).id}/reminder-rules`, place.manager, { days: -3 });
const aRuleOf = (person: { client: Client }) => newRule('/api/me/reminder-rules', person, { days: -3 });
const noRulesOfMine = async (_place: Place, who: Who, { people }: MatrixWorld) => {
  if (who === 'anonymous' || who === 'temporary') return;
  const { rules } = ok(await people[who].client.get<{ rules: { id: string }[] }>('/api/me/reminder-rules')).body;
  for (const { id } of rules) ok(await people[who].client.delete(`/api/reminder-rules/${id}`));
};

/** The rule stands on a work item that is not there for temporary staff. */
const hiddenItem = (who: Who, where: Where) => (who === 'temporary' && where === 'other sub-team' ? 404 : undefined);

/** The rows of the table about reminder rules and what is told of a work item. */
export const REMINDERS: Record<string, Use[]> = {
  'GET /api/work-items/:id/reminders': [onItem({})],
  'POST /api/work-items/:id/remind': [
    onItem({ to: 'manager', text: '請看一下' }),
    {
      as: 'a member',
      ask: async (place) => on((await newItem(place)).id, { to: place.worker.id }),
    },
  ],
  'POST /api/work-items/:id/acknowledge': [
    onItem({ note: '知道了' }, { startDay: '2026-01-05', dueDay: '2026-01-06' }),
    {
      as: 'of somebody',
      thing: ({ worker }) => ({ assigneeId: worker.id }),
      ask: async (place) => {
        const late = { startDay: '2026-01-05', dueDay: '2026-01-06', assigneeId: place.worker.id };
        return on((await newItem(place, late)).id);
      },
    },
  ],
  'GET /api/projects/:id/reminder-rules': [inProject()],
  'POST /api/projects/:id/reminder-rules': [inProject({ rule: { days: -3, to: ['manager'] } })],
  'GET /api/work-items/:id/reminder-rules': [onItem({})],
  'POST /api/work-items/:id/reminder-rules': [onItem({ rule: { days: -3 } })],
  'GET /api/me/reminder-rules': [plain],
  'POST /api/me/reminder-rules': [{ ask: () => ({ body: { rule: { days: -5 } } }), after: noRulesOfMine }],
  'PATCH /api/reminder-rules/:id': [
    { as: 'of a project', ask: async (place) => on(await aRule(place), { active: false }) },
    {
      as: 'of a work item',
      action: 'work-item.edit',
      ask: async (place) => on(await anItemRule(place), { active: false }),
      verdict: hiddenItem,
    },
    {
      as: 'of somebody else',
      action: 'me.use',
      ask: async ({ worker }) => on(await aRuleOf(worker), { active: false }),
      verdict: (who) => (who === 'anonymous' ? 401 : 404),
    },
  ],
  'DELETE /api/reminder-rules/:id': [
    { as: 'of a project', ask: async (place) => on(await aRule(place)) },
    {
      as: 'of a work item',
      action: 'work-item.edit',
      ask: async (place) => on(await anItemRule(place)),
      verdict: hiddenItem,
    },
    {
      as: 'of oneself',
      action: 'me.use',
      // Temporary staff have none, so what they name is somebody else's.
      ask: async ({ worker }, who, world) =>
        on(await aRuleOf(who === 'anonymous' || who === 'temporary' ? worker : world.people[who])),
      verdict: (who) => (who === 'temporary' ? 404 : undefined),
    },
  ],
};
