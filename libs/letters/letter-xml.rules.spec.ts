import * as fc from 'fast-check';
import { foldedField } from './letter-fields.rules';
import { letterText } from './letter-text.rules';
import { compileBody, compilePart, escaped, NoLetter } from './letter-xml.rules';

const SECTION =
  '<w:sectPr><w:headerReference r:id="rId7"/><w:type w:val="continuous"/><w:pgSz w:w="11906"/></w:sectPr>';
const documentOf = (content: string, section = SECTION) =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${content}${section}</w:body></w:document>`;
const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs.join('')}</w:p>`;

function merged(xml: string, ...rows: Record<string, string>[]): string {
  const { head, pieces, tail } = compileBody(xml);
  const drawings = { next: 1 };
  const letters = rows.map((row, at) => {
    const values = new Map(Object.entries(row).map(([name, value]) => [foldedField(name), value]));
    return letterText(pieces, values, drawings, at === rows.length - 1);
  });
  return head + letters.join('') + tail;
}
const textOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');

describe('the fields of a letter', () => {
  it('are found where Word has parted them over runs, and keep the formatting of the first', () => {
    const bold = '<w:rPr><w:b/></w:rPr>';
    const xml = documentOf(paragraph(run('敬愛的{'), run('{姓', bold), run('名}'), run('}先生')));
    expect(compileBody(xml).fields).toEqual(['姓名']);
    const letter = merged(xml, { 姓名: '王大明' });
    expect(textOf(letter)).toBe('敬愛的王大明先生');
    expect(letter).toContain('<w:r><w:t xml:space="preserve">敬愛的王大明</w:t></w:r>');
  });

  it('may be several in a run, in any width of letters, with blanks and wide braces', () => {
    const xml = documentOf(paragraph(run('{{ 單位 }}／｛｛姓名｝｝：{{ＮＡＭＥ}}')));
    expect(compileBody(xml).fields).toEqual(['單位', '姓名', 'ＮＡＭＥ']);
    expect(textOf(merged(xml, { 單位: '主辦', 姓名: '李', name: 'Li' }))).toBe('主辦／李：Li');
  });

  it('reach over no tab, line break or paragraph, and are told where nobody closed them', () => {
    const broken = compileBody(documentOf(paragraph(run('{{姓'), '<w:r><w:tab/></w:r>', run('名}}'))));
    expect(broken).toMatchObject({ fields: [], unclosed: ['{{姓'] });
    expect(compileBody(documentOf(paragraph(run('{{姓')) + paragraph(run('名}}')))).unclosed).toEqual(['{{姓']);
  });

  it('are looked for once, also where a hostile file would have them looked for at every letter', () => {
    const blanks = compileBody(documentOf(paragraph(run(`{{${' '.repeat(1_000_000)}`))));
    expect(blanks).toMatchObject({ fields: [], unclosed: [expect.stringMatching(/^\{\{ +$/)] });
    expect(() => compileBody('<w:body '.repeat(200_000))).toThrow(NoLetter);
  });

  it('never make markup of what a cell holds', () => {
    const letter = merged(documentOf(paragraph(run('{{姓名}}'))), { 姓名: '<w:p/>&"\u0000A\n第二行' });
    expect(letter).toContain('&lt;w:p/&gt;&amp;&quot;A</w:t><w:br/><w:t xml:space="preserve">第二行');
  });

  it('stand in headers, footers and text boxes too', () => {
    expect(compilePart(`\ufeff<?xml version="1.0"?>\n<w:hdr>${paragraph(run('{{專案}}'))}</w:hdr>`).fields).toEqual([
      '專案',
    ]);
    const box = `<w:r><w:drawing><w:txbxContent>${paragraph(run('{{姓'), run('名}}'))}</w:txbxContent></w:drawing></w:r>`;
    expect(textOf(merged(documentOf(paragraph(run('致：'), box)), { 姓名: '王' }))).toBe('致：王');
  });
});

describe('letters of many rows', () => {
  const three = [{ 姓名: '甲' }, { 姓名: '乙' }, { 姓名: '丙' }];

  it('each begin on a page of their own, under the same letterhead, without a page more', () => {
    const letters = merged(documentOf(paragraph(run('{{姓名}}'))), ...three);
    expect(textOf(letters)).toBe('甲乙丙');
    expect(letters.match(/<w:sectPr>/g)).toHaveLength(3);
    expect(letters.match(/<w:headerReference/g)).toHaveLength(3);
    expect(letters).not.toContain('continuous');
    expect(letters.match(/<w:p>/g)).toHaveLength(3);
    expect(letters).toMatch(/<w:jc w:val="center"\/><w:sectPr>.*<\/w:sectPr><\/w:pPr>/);
  });

  it('end with a paragraph of its own for the section where the last thing is a table, or a section', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('{{姓名}}'))}</w:tc></w:tr></w:tbl>`;
    expect(merged(documentOf(table), ...three).match(/<w:p><w:pPr><w:sectPr>/g)).toHaveLength(2);
    const sections = `<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr>${run('{{姓名}}')}</w:p>`;
    const letters = merged(documentOf(sections), ...three);
    expect(letters.match(/<w:p><w:pPr><w:sectPr><w:headerReference/g)).toHaveLength(2);
    // Within a letter the second section goes on where the first ends; only the first begins a page.
    expect(letters.match(/continuous/g)).toHaveLength(3);
  });

  it('give a paragraph without properties some, and one without anything a paragraph beside it', () => {
    const bare = merged(documentOf(`<w:p>${run('{{姓名}}')}</w:p>`), ...three);
    expect(bare.match(/<w:p><w:pPr><w:sectPr>/g)).toHaveLength(2);
    const empty = merged(documentOf(`${paragraph(run('{{姓名}}'))}<w:p/>`), ...three);
    expect(empty.match(/<w:p\/><w:p><w:pPr><w:sectPr>/g)).toHaveLength(2);
  });

  it('name no bookmark, comment or paragraph twice, and number their drawings', () => {
    const named = '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>';
    const drawing = '<w:r><w:drawing><wp:docPr id="1" name="印章"/></w:drawing></w:r>';
    const paraId = `<w:p w14:paraId="1A2B3C4D">${named}${run('{{姓名}}')}${drawing}</w:p>`;
    const letters = merged(documentOf(paraId), ...three);
    expect(letters).not.toMatch(/bookmark|paraId/);
    expect([...letters.matchAll(/docPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2', '3']);
  });

  it('are none of what is no document, or a broken one', () => {
    for (const xml of [
      '<w:document/>',
      documentOf('<w:p><w:r></w:p>'),
      documentOf('<w:p>'),
      `<!DOCTYPE x>${documentOf(paragraph(run('{{a}}')))}`,
      documentOf('<w:p><![CDATA[{{a}}]]></w:p>'),
      documentOf('<!-- '),
    ])
      expect(() => compileBody(xml)).toThrow(NoLetter);
  });

  it('say what the template says, however it is parted over runs', () => {
    const words = fc.array(fc.constantFrom('甲', '{{姓名}}', ' ', '&', '「', '{{單位}}', 'a<b', '}', '{'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.array(fc.nat(20), { maxLength: 6 }), (parts, cuts) => {
        const whole = parts.join('');
        const at = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        const runs = at.slice(1).map((end, index) => run(escaped(whole.slice(at[index], end))));
        const joined = documentOf(paragraph(run(escaped(whole))));
        const values = { 姓名: '王', 單位: '公司' };
        expect(textOf(merged(documentOf(paragraph(...runs)), values))).toBe(textOf(merged(joined, values)));
      }),
    );
  });
});
