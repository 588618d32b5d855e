import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  /** Lines from the top, each as it is read. */
  lines: string[];
  width: number;
  height: number;
  /** Right end of what reaches furthest, in points. */
  reaches: number;
}

/** The pages of a PDF as a reader of text sees them. */
export async function pdfPages(path: string): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
    const lines = new Map<number, string>();
    for (const { str, transform } of items) {
      const y = Math.round(transform[5] as number);
      lines.set(y, (lines.get(y) ?? '') + str);
    }
    const reaches = Math.max(0, ...items.map((item) => (item.transform[4] as number) + item.width));
    pages.push({ lines: [...lines.values()], width, height, reaches });
  }
  await task.destroy();
  return pages;
}

/** All that a PDF says, without spaces and line breaks. */
export async function pdfText(path: string): Promise<string> {
  const pages = await pdfPages(path);
  return bare(pages.flatMap(({ lines }) => lines).join(''));
}

/** The same in the order in which it was drawn: a cell's lines follow one another, whatever stands beside them. */
export async function pdfDrawn(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  let drawn = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    drawn += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await task.destroy();
  return bare(drawn);
}

/** The parts of a DOCX or a workbook by their names. */
export function archiveParts(path: string): Record<string, string> {
  const parts = unzipSync(readFileSync(path));
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, Buffer.from(content).toString('utf8')]),
  );
}

/** Text of the body of a DOCX, without spaces and line breaks. */
export function docxText(path: string): string {
  const body = archiveParts(path)['word/document.xml'] ?? '';
  const texts = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  return bare(unescaped(texts.join('')));
}

export function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, decimal: string, name: string) =>
    name ? (named[name] ?? '') : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}
