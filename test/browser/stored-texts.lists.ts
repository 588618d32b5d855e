import type { Client } from '../support/client';

/** Who writes it; see Storyteller. */
interface Teller {
  admin: { client: Client };
  newcomer(): Client;
  main: string;
  send<T = { id: string; version: number }>(
    route: string,
    ids: string[],
    body: object,
    text: string,
    as?: Client,
  ): Promise<T>;
}

export async function tellLists(teller: Teller, text: string): Promise<void> {
  const named = { name: text, nameEn: text };
  const choices = [{ key: 'one', ...named }];
  const columns = [
    { key: 'what', ...named, type: 'number', unit: text },
    { key: 'which', name: `${text}·`, type: 'choice', choices },
    { key: 'who', name: `${text}··`, type: 'person', personal: true },
  ];
  const { id } = await teller.send('POST /api/projects/{id}/registers', [teller.main], { ...named, columns }, text);
  await teller.send('PATCH /api/registers/{id}', [id], named, text);
  await teller.send('PUT /api/registers/{id}/columns', [id], { columns: [...columns].reverse() }, text);
  const row = await teller.send('POST /api/registers/{id}/rows', [id], { cells: { what: 1 } }, text);
  await teller.admin.client.post(`/api/registers/${id}/check-in`);
  await teller.send('PATCH /api/registers/{id}/check-in', [id], { consent: { text, textEn: text } }, text);
  await teller.send('POST /api/registers/{id}/check-in/desks', [id], { name: text }, text);
  const erased = { rows: [row.id], reason: text };
  await teller.send('POST /api/projects/{id}/personal-data/erase', [teller.main], erased, text);
}

export async function tellSurvey(teller: Teller, text: string): Promise<void> {
  const path = 'POST /api/projects/{id}/surveys';
  const { id } = await teller.send(path, [teller.main], { title: text, titleEn: text }, text);
  const titled = { text, textEn: text };
  const choices = [titled, { text: `${text}·`, textEn: text }];
  const questions = [
    { kind: 'single', ...titled, choices },
    { kind: 'long-text', ...titled },
  ];
  const told = { intro: text, introEn: text, dataNote: text, dataNoteEn: text };
  const sections = [{ title: text, titleEn: text, questions }];
  type Asked = { sections: { questions: { id: string }[] }[] };
  const asked = { title: text, titleEn: text, ...told, named: true, sections };
  const made = await teller.send<Asked>('PATCH /api/surveys/{id}', [id], asked, text);
  await teller.admin.client.post(`/api/surveys/${id}/open`);
  await teller.admin.client.post(`/api/surveys/${id}/links`, { count: 1 });
  const given = await teller.admin.client.post<{ items: { link: string }[] }>(`/api/surveys/${id}/links/given`);
  const token = given.body.items[0]!.link.split('/').at(-1)!;
  const answers = [{ questionId: made.sections[0]!.questions[1]!.id, text }];
  const submission = { submissionId: id, consent: true, named: true, locale: 'zh-TW', answers };
  await teller.send('POST /api/survey/{token}', [token], submission, text, teller.newcomer());
}

export async function tellRunSheet(teller: Teller, text: string): Promise<void> {
  const own = {
    place: text,
    title: text,
    notes: text,
    outside: text,
    files: [{ name: text, link: 'https://a.test' }],
  };
  const cue = { day: '2028-06-12', minute: 540, minutes: 30, ...own };
  type Cues = { items: { id: string }[] };
  const path = 'POST /api/projects/{id}/run-sheet/cues';
  const { items } = await teller.send<Cues>(path, [teller.main], { cues: [cue] }, text);
  await teller.send('PATCH /api/run-sheet-cues/{id}', [items[0]!.id], own, text);
}
