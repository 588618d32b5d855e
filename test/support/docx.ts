import { archiveEntries, unpackEntry } from '@convener/platform';
import { aDocx } from './files';

/** The text of one part of an office document. */
export async function partOf(file: Buffer, name: string): Promise<string> {
  const entry = archiveEntries(file)?.find((one) => one.name === name);
  const content = entry && (await unpackEntry(file, entry));
  if (!content) throw new Error(`no part ${name}`);
  return content.toString('utf8');
}

/** A template of letters as a form of the browser has it. */
export function aLetterForm(name = '感謝函', words = '致 {{姓名}}'): FormData {
  const body = `<w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body>`;
  const form = new FormData();
  form.set('kind', 'thank-you-letters');
  form.set('name', name);
  form.set(
    'file',
    new File([new Uint8Array(aDocx({ 'word/document.xml': `<w:document>${body}</w:document>` }))], '信.docx'),
  );
  return form;
}
