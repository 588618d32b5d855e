import { writeFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { ARCHIVE_TIME } from '../docx/seal';
import { HAN_FONT } from '../docx/styles';
import type { Paper } from '../paper';
import type { PicturePaths } from '../pdf/picture-slabs';
import { cleaned } from '../text.rules';
import { GUARD } from './cells';
import { setupOf } from './setup';
import { sheetsOf } from './sheets';

/** Where none is named, programs take one each of their own, with serifs for what is bold. */
const FONT = { fontFamily: HAN_FONT, fontSize: 11 };

/** Writes the tables and charts of the paper as a workbook to count on with. Pictures aren't in it. */
export async function toXlsx(
  dirty: Paper,
  _pictures: PicturePaths,
  path: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const paper = cleaned(dirty);
  const sheets = sheetsOf(paper);
  const features = [setupOf(paper, sheets)];
  const content = await writeXlsx(sheets, { ...FONT, features }).toBuffer();
  onProgress(0.8);
  // Packed again: the library writes the time of day into the archive.
  const parts = unzipSync(content);
  const texts = parts['xl/sharedStrings.xml'];
  if (texts) parts['xl/sharedStrings.xml'] = strToU8(strFromU8(texts).replaceAll(GUARD, ''));
  await writeFile(path, zipSync(parts, { mtime: ARCHIVE_TIME }), { flag: 'wx' });
  onProgress(1);
}
