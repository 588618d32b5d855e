import { randomUUID } from 'node:crypto';
import { ok } from '../support/client';
import { inProject, on, type Use } from './matrix.asks';
import type { Place } from './matrix.world';

const ASKED = [{ title: '整體', questions: [{ kind: 'scale', text: '滿意嗎？', required: true }] }];

/** A survey of one question that collects, made by the project's manager, with one personal link. */
async function aSurvey({ id, manager }: Place) {
  const made = await manager.client.post<{ id: string }>(`/api/projects/${id}/surveys`, { title: '會後調查' });
  const path = `/api/surveys/${ok(made).body.id}`;
  type Asked = { id: string; version: number; sections: { questions: { id: string }[] }[] };
  const seen = { 'if-match': '*' };
  const survey = ok(await manager.client.patch<Asked>(path, { sections: ASKED }, seen)).body;
  ok(await manager.client.post(`${path}/open`));
  ok(await manager.client.post(`${path}/links`, { count: 1 }));
  return { path, id: survey.id, version: survey.version + 1, question: survey.sections[0]!.questions[0]!.id };
}

const onSurvey = (body?: object): Use => ({
  ask: async (place) => {
    const { id, version } = await aSurvey(place);
    return on(id, body, version);
  },
});

/** With as many answers as an anonymous survey needs to show any. */
const onAnswered = (query?: string): Use => ({
  ask: async (place, _who, { app }) => {
    const { path, id, question } = await aSurvey(place);
    ok(await place.manager.client.post(`${path}/links`, { count: 2 }));
    for (const token of await tokens(place, path))
      ok(await app.client().post(`/api/survey/${token}`, answer(question)));
    return { ...on(id), query };
  },
});

async function tokens({ manager }: Place, path: string): Promise<string[]> {
  const given = ok(await manager.client.post<{ items: { link: string }[] }>(`${path}/links/given`)).body.items;
  return given.map(({ link }) => link.split('/').at(-1)!);
}

const answer = (questionId: string) => ({
  ...{ submissionId: randomUUID(), consent: true, named: false, locale: 'zh-TW' },
  answers: [{ questionId, number: 4 }],
});

/** The rows of the table about surveys: who makes and reads them, and that anybody with a link answers. */
export const SURVEYS: Record<string, Use[]> = {
  'GET /api/projects/:id/surveys': [inProject()],
  'POST /api/projects/:id/surveys': [inProject({ title: '會後調查', ready: 'attendees' })],
  'GET /api/surveys/:id': [onSurvey()],
  'PATCH /api/surveys/:id': [onSurvey({ intro: '三分鐘' })],
  'DELETE /api/surveys/:id': [onSurvey()],
  'POST /api/surveys/:id/open': [onSurvey()],
  'POST /api/surveys/:id/close': [onSurvey()],
  'POST /api/surveys/:id/links': [onSurvey({ count: 2 })],
  'POST /api/surveys/:id/links/given': [onSurvey()],
  'POST /api/surveys/:id/links/file': [onSurvey({ format: 'csv' })],
  'POST /api/surveys/:id/hall-link': [onSurvey({ replace: false })],
  'POST /api/surveys/:id/mails': [onSurvey({ again: false })],
  'GET /api/surveys/:id/results': [onAnswered('links=all')],
  'GET /api/surveys/:id/results/file': [onAnswered('format=csv&content=answers')],
  'GET /api/survey/:token': [
    {
      ask: async (place) => ({ params: { token: (await tokens(place, (await aSurvey(place)).path))[0]! } }),
    },
  ],
  'POST /api/survey/:token': [
    {
      ask: async (place) => {
        const { path, question } = await aSurvey(place);
        return { params: { token: (await tokens(place, path))[0]! }, body: answer(question) };
      },
    },
  ],
};
