import { ok } from '../support/client';
import type { SignedInClient } from '../support/app';
import type { Asked, World } from './replay-routes.types';

const post = ({ client }: SignedInClient, path: string, body: object) => client.post(`/api/${path}`, body);

/** The cases of what is waived before closing, and of lessons that templates take. */
export function closingCases(world: World): Record<string, () => Promise<Asked>> {
  return {
    'POST /api/projects/{id}/closing/waivers': async () => ({
      as: world.cast.manager,
      path: `projects/${world.project.id}/closing/waivers`,
      body: { things: [{ kind: 'work-item', id: (await world.project.add()).id }], reason: '不辦了' },
    }),
    'POST /api/projects/{id}/closing/waivers/{waiverId}/take-back': async () => {
      const { id } = await world.project.add();
      const path = `projects/${world.project.id}/closing/waivers`;
      const things = { things: [{ kind: 'work-item', id }], reason: '不辦了' };
      const { waivers } = ok(await post(world.cast.manager, path, things)).body as {
        waivers: { id: string; subjectId: string }[];
      };
      const waiver = waivers.find(({ subjectId }) => subjectId === id)!;
      return { as: world.cast.manager, path: `${path}/${waiver.id}/take-back`, body: { reason: '還是要辦' } };
    },
    'POST /api/house-templates/{id}/lessons/{lessonId}/take': async () => ofLesson('take'),
    'POST /api/house-templates/{id}/lessons/{lessonId}/decline': async () => ofLesson('decline'),
  };

  async function ofLesson(how: 'take' | 'decline'): Promise<Asked> {
    const [row] = await world.project.rows('standard=conference-project-executive');
    const lesson = { text: '押金', proposal: { what: 'note', text: '早付押金' } };
    const path = `work-items/${row!.id}/lessons`;
    const { own } = ok(await post(world.cast.manager, path, lesson)).body as { own: { id: string }[] };
    const copy = { from: { template: 'conference' }, name: '本會範本' };
    const { id } = ok(await post(world.cast.manager, 'house-templates', copy)).body as { id: string };
    const asked = `house-templates/${id}/lessons/${own.at(-1)!.id}/${how}`;
    return { as: world.cast.manager, path: asked, body: { reason: '三年都這樣' } };
  }
}
