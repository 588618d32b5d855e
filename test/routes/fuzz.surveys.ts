import { ok } from '../support/client';
import type { Client } from '../support/client';

/** One that collects, with both kinds of links, and a draft. */
export async function someSurveys(client: Client, project: string) {
  const path = `/api/projects/${project}/surveys`;
  type Survey = { id: string; sections: { questions: { id: string }[] }[] };
  const make = async (ready?: string) => ok(await client.post<Survey>(path, { title: '調查', ready })).body;
  const [open, draft] = [await make('clients'), await make()];
  ok(await client.post(`/api/surveys/${open.id}/open`));
  ok(await client.post(`/api/surveys/${open.id}/links`, { count: 2 }));
  const given = `/api/surveys/${open.id}/links/given`;
  const { items } = ok(await client.post<{ items: { link: string }[] }>(given)).body;
  const hall = ok(await client.post<{ link: string }>(`/api/surveys/${open.id}/hall-link`, { replace: false })).body;
  return {
    surveys: [open.id, draft.id],
    questions: open.sections.flatMap(({ questions }) => questions.map(({ id }) => id)),
    tokens: [...items, hall].map(({ link }) => link.split('/').at(-1)!),
  };
}
