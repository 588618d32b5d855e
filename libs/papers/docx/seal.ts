import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Document, Packer } from 'docx';
import { ZipFile } from 'yazl';
import { HAN_FONT, LATIN_FONT } from './styles';
import type { PicturePaths } from '../pdf/picture-slabs';

/** Archives know no zone, and no time before 1980. */
export const ARCHIVE_TIME = new Date(1980, 0, 1);

/** What `Packer` zips itself, all of it in memory and with the time of day. */
const parts = Packer as unknown as { compiler: { compile(document: Document): Map<string, string | Uint8Array> } };

/** Fonts that stand in where a computer doesn't have the first: macOS, Linux, LibreOffice. */
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${HAN_FONT}"><w:altName w:val="微軟正黑體;Noto Sans TC;Noto Sans CJK TC;PingFang TC"/><w:charset w:val="88"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="${LATIN_FONT}"><w:altName w:val="Carlito"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

export interface Sealing {
  madeAt: number;
  /** In twips. */
  contentsWidth: number;
  paths: PicturePaths;
  /** Small pictures made for this document, by their ids. */
  made: ReadonlyMap<string, Buffer>;
}

/**
 * Writes the parts of the document as an archive: photos straight from their files, one after the other, and nothing in
 * it that depends on when or where it was written.
 */
export async function seal(document: Document, path: string, sealing: Sealing): Promise<void> {
  const { paths, made } = sealing;
  const zip = new ZipFile();
  const entry = { mtime: ARCHIVE_TIME, mode: 0o100644, forceDosTimestamp: true };
  for (const [name, content] of parts.compiler.compile(document)) {
    if (name.startsWith('word/media/')) {
      const id = Buffer.from(content as Uint8Array).toString();
      const bytes = made.get(id);
      // Photos are packed already.
      if (bytes) zip.addBuffer(bytes, name, { ...entry, compress: false });
      else zip.addFile(paths[id]!, name, { ...entry, compress: false });
    } else zip.addBuffer(Buffer.from(fixed(name, content, sealing)), name, entry);
  }
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' })), failed]);
}

function fixed(name: string, content: string | Uint8Array, { madeAt, contentsWidth }: Sealing): string | Uint8Array {
  if (name === 'word/fontTable.xml') return FONT_TABLE;
  // The library ends lines of a filled in table of contents where they end on Letter paper.
  if (name === 'word/document.xml') return String(content).replaceAll('w:pos="9025"', `w:pos="${contentsWidth}"`);
  if (name !== 'docProps/core.xml') return content;
  return String(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${new Date(madeAt).toISOString()}`);
}

/** Whether a prepared picture is a JPEG or a PNG; null where it is neither, or isn't there. */
export async function kindOf(path: string | undefined): Promise<'jpg' | 'png' | null> {
  if (path === undefined) return null;
  try {
    for await (const chunk of createReadStream(path, { end: 3 })) {
      const head = (chunk as Buffer).toString('hex');
      return head.startsWith('ffd8ff') ? 'jpg' : head === '89504e47' ? 'png' : null;
    }
  } catch {
    return null;
  }
  return null;
}
