import { Archive } from './archive';
import { type Encoding, readCsv } from './csv';
import { brokenWorkbook, lockedWorkbook, noSuchSheet, oldWorkbook, openDocument } from './refusals';
import { headingsAt, type Sheet, type SheetRow, withHeadings } from './sheet';
import { readShared, readWorkbook } from './workbook';
import { readWorksheet } from './worksheet';

/** A file of rows, with the sheet of it that was asked for. Text files have none. */
export interface ReadSheet extends Sheet {
  sheets: string[];
  sheet: string;
  encoding: Encoding;
}

const ARCHIVE = Buffer.from('PK\x03\x04', 'latin1');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads an XLSX or CSV file; its name is not asked. `wanted`: a sheet's name, null for the first with headings. Throws
 * problems that say what the file is and what to do.
 */
export async function readSheet(content: Buffer, wanted: string | null): Promise<ReadSheet> {
  if (content.subarray(0, COMPOUND.length).equals(COMPOUND)) throw compound(content);
  if (content.subarray(0, ARCHIVE.length).equals(ARCHIVE)) return readXlsx(content, wanted);
  const { rows, encoding } = readCsv(content);
  return { ...withHeadings(rows), sheets: [], sheet: '', encoding };
}

/** Workbooks with a password and those of before 2007 come in the same container. */
function compound(content: Buffer): Error {
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? lockedWorkbook() : oldWorkbook();
}

async function readXlsx(content: Buffer, wanted: string | null): Promise<ReadSheet> {
  const archive = new Archive(content);
  if (archive.has('mimetype')) throw openDocument();
  const workbook = await readWorkbook(archive);
  const { sheets } = workbook;
  const candidates = wanted === null ? sheets : sheets.filter(({ name }) => name === wanted);
  if (candidates.length === 0) throw wanted === null ? brokenWorkbook() : noSuchSheet();
  const shared = await readShared(archive, workbook);
  let found: { sheet: string; rows: SheetRow[] } | null = null;
  for (const { name, path } of candidates) {
    const rows = readWorksheet(await archive.text(path), shared);
    found ??= { sheet: name, rows };
    if (headingsAt(rows) === -1) continue;
    found = { sheet: name, rows };
    break;
  }
  const { sheet, rows } = found!;
  return { ...withHeadings(rows), sheets: sheets.map(({ name }) => name), sheet, encoding: null };
}
