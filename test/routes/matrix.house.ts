import { randomUUID } from 'node:crypto';
import { ok } from '../support/client';
import { aLetterForm } from '../support/docx';
import {
  aHouseTemplate,
  houseContent,
  inProject,
  notOnOffer,
  on,
  onHouse,
  onItem,
  onHouseLesson,
  onLesson,
  plain,
  projectVersion,
  staffOnly,
  type Use,
} from './matrix.asks';
import { onEntry } from './matrix.paper-asks';
import { onRegisterRow } from './matrix.list-asks';
import type { MatrixWorld } from './matrix.world';

const aLetter = async ({ people }: MatrixWorld) => {
  const form = aLetterForm(randomUUID());
  return ok(await people.admin.client.post<{ id: string }>('/api/letter-templates', form)).body.id;
};

/** The rows of the table that are about templates of the house, editions and lessons. */
export const HOUSE_TABLE: Record<string, Use[]> = {
  'GET /api/house-templates': [plain],
  'POST /api/house-templates': [
    { as: 'from a template', ask: () => ({ body: { from: { template: 'venue-search' }, name: '本會範本' } }) },
    {
      as: 'from a project',
      action: 'project.edit',
      scope: 'project',
      ask: ({ id }) => ({ body: { from: { project: id }, name: '本會範本' } }),
      verdict: staffOnly,
    },
  ],
  'GET /api/house-templates/:id': [onHouse()],
  'PATCH /api/house-templates/:id': [onHouse({ name: '改名' })],
  'PUT /api/house-templates/:id/draft': [
    {
      ask: async (_place, _who, world) => {
        const { id, draft } = await aHouseTemplate(world);
        return on(id, houseContent(draft));
      },
    },
  ],
  'GET /api/house-templates/:id/differences': [
    { ask: async (_place, _who, world) => ({ ...on((await aHouseTemplate(world)).id), query: 'from=standards' }) },
  ],
  'POST /api/house-templates/:id/publish': [onHouse()],
  'POST /api/house-templates/:id/retire': [onHouse()],
  'POST /api/house-templates/:id/unretire': [onHouse()],

  'GET /api/letter-templates': [plain],
  'POST /api/letter-templates': [{ ask: () => ({ body: aLetterForm(randomUUID()) }) }],
  'GET /api/letter-templates/:id/file': [{ ask: async (_place, _who, world) => on(await aLetter(world)) }],
  // Of the admin's: nobody else removes it.
  'DELETE /api/letter-templates/:id': [
    { scope: 'workspace', ask: async (_place, _who, world) => on(await aLetter(world)) },
  ],

  'POST /api/projects/:id/next-edition/preview': [inProject({})],
  'POST /api/projects/:id/template-update/preview': [inProject({})],
  'POST /api/projects/:id/template-update': [
    // Nothing newer is on offer: whoever is let in is told so.
    { ask: async (place) => on(place.id, { version: 9, take: [] }, await projectVersion(place)), answers: notOnOffer },
  ],
  'GET /api/projects/:id/lessons': [inProject()],
  'POST /api/projects/:id/lessons': [inProject({ text: '早點訂車' })],
  'GET /api/work-items/:id/lessons': [onItem({})],
  'POST /api/work-items/:id/lessons': [onItem({ text: '早點訂車' })],
  'GET /api/lessons/:id': [onLesson()],
  'PATCH /api/lessons/:id': [{ ...onLesson({ text: '更早訂車' }), action: 'project.edit' }],
  'POST /api/register-rows/:id/lesson': [onRegisterRow({}, { preset: 'rehearsalFindings' })],
  'POST /api/record-entries/:id/lesson': [onEntry({})],
  'GET /api/templates/:slug/lessons': [{ ask: () => ({ params: { slug: 'venue-search' } }) }],
  'GET /api/house-templates/:id/lessons': [onHouse()],
  'POST /api/house-templates/:id/lessons/:lessonId/take': [onHouseLesson({})],
  'POST /api/house-templates/:id/lessons/:lessonId/decline': [onHouseLesson({ reason: '只有那一次' })],
  'DELETE /api/lessons/:id': [{ ...onLesson(), action: 'project.edit' }],
};
