import { Config } from '@convener/platform';
import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import type { LetterTemplate, LetterTemplateList } from '../../apps/api/letters/letter-templates.dto';
import type { DocumentPreview, MadeDocument } from '../../apps/api/reports/documents.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import type { Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { aDocx, aPdf, filesIn } from '../support/files';
import { partOf } from '../support/docx';
import { until } from '../support/until';

/** A letter as the house has it: with a letterhead, and a field that Word has parted over runs. */
const aLetter = (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('中華協會　{{專案}}')] }) },
          footers: { default: new Footer({ children: [new Paragraph('第 1 頁')] }) },
          children: [
            new Paragraph({ children: [new TextRun('致 {{姓'), new TextRun({ text: '名}}', bold: true })] }),
            ...lines.map((line) => new Paragraph(line)),
          ],
        },
      ],
    }),
  );

function formOf(content: Buffer, { kind = 'thank-you-letters', name = '感謝函 2028' } = {}): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('name', name);
  form.set('file', new File([new Uint8Array(content)], '感謝函.docx'));
  return form;
}

describe.each(databaseKinds())('letter templates on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let list: string;
  let boss: Client;

  beforeAll(async () => {
    app = await startTestApp({ database });
    boss = (await app.setUpAdmin()).client;
    cast = await aCast(app);
    project = await aConference(app, { cast, name: '圓山論壇' });
    const body = { preset: 'registrations', deliverables: [] };
    const path = `/api/projects/${project.id}/registers`;
    list = ok(await project.manager.post<{ id: string }>(path, body)).body.id;
    for (const [number, name] of [
      ['001', '王 & 李'],
      ['002', '丁一'],
      ['003', '林三'],
    ] as const) {
      const cells = { number, name, kind: 'member', fee: 0, paid: 'no', organisation: `${name}公司` };
      ok(await project.manager.post(`/api/registers/${list}/rows`, { status: 'confirmed', cells }));
    }
  });
  afterEach(async () => {
    for (const { id } of await all()) ok(await boss.delete(`/api/letter-templates/${id}`));
  });
  afterAll(() => app.close());

  const member = () => cast.member.client;
  const add = (form: FormData, as = member()) => as.post<LetterTemplate>('/api/letter-templates', form);
  const all = async () => ok(await member().get<LetterTemplateList>('/api/letter-templates')).body.items;
  const kept = () => filesIn(app.app.get(Config).dataDir);
  const wanted = (template: string) => ({
    ...{ kind: 'thank-you-letters', language: 'zh-TW' },
    choices: { register: list, template, who: 'all' },
  });
  const preview = async (template: string) => {
    const path = `/api/projects/${project.id}/documents/preview`;
    return ok(await project.manager.post<DocumentPreview>(path, wanted(template))).body.paper.blocks;
  };
  const make = async (template: string, format = 'docx') => {
    const path = `/api/projects/${project.id}/documents`;
    const { id } = ok(await project.manager.post<MadeDocument>(path, { ...wanted(template), format })).body;
    const look = async () => ok(await project.manager.get<MadeDocument>(`/api/documents/${id}`)).body;
    await until(async () => ['ready', 'failed'].includes((await look()).state), 'the document', 15_000);
    return look();
  };

  it('are kept with their fields, and given back as they came', async () => {
    const content = await aLetter('{{服務單位}}');
    const added = ok(await add(formOf(content))).body;
    expect(added).toMatchObject({ fields: ['姓名', '服務單位'], outerFields: ['專案'], mayRemove: true });
    expect(await all()).toMatchObject([{ name: '感謝函 2028', fileName: '感謝函.docx', bytes: content.length }]);
    const file = await member().download(`/api/letter-templates/${added.id}/file`);
    expect(file.content.equals(content)).toBe(true);
    expect(ok(await add(formOf(content))).body.id).toBe(added.id);
    expect(told(await add(formOf(await aLetter('{{職稱}}'))))).toBe('409 letter-name-taken');
    expect(kept()).toHaveLength(1);
  });

  it('are refused with a reason where no letter can be made of them, and nothing is left', async () => {
    const bare = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('您好')] }] }));
    const refused: [Buffer, string][] = [
      [bare, '400 letter-without-fields'],
      [await aLetter('{{職稱'), '400 letter-field-open'],
      [aDocx(), '400 letter-broken'],
      [aDocx({ 'word/document.xml': '<w:document><w:body><w:p>{{a}}</w:body></w:document>' }), '400 letter-broken'],
      [aPdf(), '400 letter-broken'],
      [aDocx({ 'word/big.xml': 'x' }, 60_000_000), '413 letter-too-large'],
    ];
    for (const [content, refusal] of refused) expect(told(await add(formOf(content)))).toBe(refusal);
    const content = await aLetter();
    expect(told(await add(formOf(content, { kind: 'invoices' })))).toBe('400 validation /kind');
    expect(told(await add(formOf(content, { name: ' ' })))).toBe('400 validation /name');
    expect(kept()).toEqual([]);
  });

  it('belong to the house: the client’s people have none, and only an admin removes another’s', async () => {
    const { id } = ok(await add(formOf(await aLetter()))).body;
    expect(told(await cast.lead.client.delete(`/api/letter-templates/${id}`))).toBe('403 forbidden');
    expect(ok(await cast.lead.client.get<LetterTemplateList>('/api/letter-templates')).body.items).toMatchObject([
      { id, mayRemove: false },
    ]);
    ok(await boss.delete(`/api/letter-templates/${id}`));
    expect(await all()).toEqual([]);
  });

  it('make one document with a letter for each row of the list', async () => {
    const { id } = ok(await add(formOf(await aLetter('{{服務單位}}參加{{活動}}，編號 {{number}}。')))).body;
    const table = (await preview(id)).find((block) => block.type === 'table')!;
    expect(table.rows[0]!.cells!.map(({ value }) => value)).toEqual(['王 & 李', '王 & 李公司', '圓山論壇', '001']);
    const made = await make(id);
    expect(made).toMatchObject({ state: 'ready', fault: null, format: 'docx' });
    const { content: file } = await project.manager.download(`/api/documents/${made.id}/file`);
    const xml = await partOf(file, 'word/document.xml');
    const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
    expect(texts.join('')).toBe(
      [
        '致 王 &amp; 李王 &amp; 李公司參加圓山論壇，編號 001。',
        '致 丁一丁一公司參加圓山論壇，編號 002。',
        '致 林三林三公司參加圓山論壇，編號 003。',
      ].join(''),
    );
    expect(xml.match(/<w:sectPr\b/g)).toHaveLength(3);
    expect(await partOf(file, 'word/header1.xml')).toContain('中華協會　圓山論壇');
  });

  it('say which fields nobody knows, before and when they are merged, and make no PDF', async () => {
    const { id } = ok(await add(formOf(await aLetter('{{生日}}')))).body;
    const lacks = (await preview(id)).filter((block) => block.type === 'missing');
    expect(lacks).toMatchObject([{ what: expect.stringContaining('生日'), href: expect.stringContaining(list) }]);
    const made = await make(id);
    expect(made).toMatchObject({ state: 'failed', fault: { zh: expect.stringContaining('生日') } });
    expect(await make(id, 'pdf')).toMatchObject({ state: 'failed', fault: { en: expect.stringContaining('DOCX') } });
  });

  it('are merged the same again, to the byte', async () => {
    const { id } = ok(await add(formOf(await aLetter()))).body;
    const [first, second] = [await make(id), await make(id)];
    expect(first.sha256).toBe(second.sha256);
  });
});
