import readXlsx from 'read-excel-file/node';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('The checklist as a spreadsheet on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app, { cast: await aCast(app) });
    const add = (body: object) => project.manager.post(`/api/projects/${project.id}/work-items`, body);
    for (const title of ['=1+1', '+886', '-5', '@SUM(A1)'])
      ok(await add({ title, stage: 'closing', dueDay: '2028-06-20' }));
  });
  afterAll(() => app.close());

  const file = (query = '', as = project.manager) => as.download(`/api/projects/${project.id}/checklist.xlsx${query}`);
  const rowsOf = async (content: Buffer) => (await readXlsx(content))[0]!.data;
  const listed = async (query: string) =>
    ok(
      await project.manager.get<{ items: { title: string }[] }>(
        `/api/projects/${project.id}/work-items?limit=200${query}`,
      ),
    ).body.items.map(({ title }) => title);

  it('is called after the project and the day, and is a spreadsheet', async () => {
    const { status, headers } = await file();
    const { name } = await project.view();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(
      new RegExp(`''${name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')} \\d{4}-\\d\\d-\\d\\d\\.xlsx$`),
    );
  });

  it.each(['', '&stage=closing', '&status=doing', '&q=886'])('holds what the list shows with "%s"', async (query) => {
    const { content } = await file(`?${query.slice(1)}`);
    const [heads, ...rows] = await rowsOf(content);
    expect(heads!.slice(0, 3)).toEqual(['編號', '名稱', '階段']);
    expect(rows.map(([, title]) => title)).toEqual(await listed(query));
  });

  it('has days that are days, and reads back text that looks like a formula as the text it is', async () => {
    const { content } = await file('?stage=closing');
    const rows = await rowsOf(content);
    const own = rows.filter(([, title]) => ['=1+1', '+886', '-5', '@SUM(A1)'].includes(String(title)));
    expect(own).toHaveLength(4);
    for (const row of own) expect(row[7]).toEqual(new Date('2028-06-20T00:00:00Z'));
  });

  it('is not there for somebody outside the project', async () => {
    expect((await file('', project.cast.outsider.client)).status).toBe(404);
    expect((await file('?stage=nonsense')).status).toBe(400);
  });
});
