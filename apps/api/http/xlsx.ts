import { disposition, fileName, XLSX } from '@convener/platform';
import { StreamableFile } from '@nestjs/common';
import writeXlsx, { type CellObject } from 'write-excel-file/node';

/** Text, a number, or a day at UTC midnight. */
type Cell = string | number | Date | null;

/** A sheet with bold headings that stay in sight; made in memory. Widths are in letters of the narrow kind. */
export async function xlsxFile(
  name: string,
  { headings, widths, rows }: { headings: string[]; widths: number[]; rows: Cell[][] },
): Promise<StreamableFile> {
  const heads = headings.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' }));
  const sheet = [heads, ...rows.map((row) => row.map(cellOf))];
  const columns = widths.map((width) => ({ width }));
  const content = await writeXlsx(sheet, { columns, stickyRowsCount: 1 }).toBuffer();
  return attached(content, fileName(name, XLSX), XLSX);
}

/** A file to be kept by whoever asked for it. */
export function attached(content: Buffer, name: string, mediaType: string): StreamableFile {
  return new StreamableFile(content, {
    type: mediaType,
    disposition: disposition('attachment', name),
    length: content.length,
  });
}

/** Text stays text, whatever it begins with, also after somebody has edited the cell ("@" is the format of text). */
function cellOf(value: Cell): CellObject | null {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  if (typeof value === 'number') return { value, type: Number };
  return { value, type: String, format: '@' };
}
