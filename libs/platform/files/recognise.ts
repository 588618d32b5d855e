import { readFile } from 'node:fs/promises';
import type { Bilingual } from '@convener/kernel';
import { fileTypeFromBuffer } from 'file-type/core';
import { archiveEntries, endsAsArchive } from './archive-entries';
import { suspicious, typeRefused } from './file-problems';
import { isOffice, MEDIA_TYPES } from './media-types';
import { textKind } from './text-content';

/** An office document of ours stays far below; what claims more is made to fill somebody's disk. */
const MOST_UNPACKED = 500_000_000;

const HINTS: readonly [RegExp, Bilingual][] = [
  [
    /heic|heif|avif/,
    {
      zh: '這是 HEIC 照片：請在 iPhone「設定 › 相機 › 格式」選「最相容」再拍，或先轉成 JPEG。',
      en: 'This is a HEIC photo: choose "Most Compatible" in Settings › Camera › Formats on the iPhone, or save it as JPEG.',
    },
  ],
  [
    /x-cfb|msword|ms-excel/,
    { zh: '請另存為新格式（docx、xlsx、pptx）。', en: 'Save it in the new format (docx, xlsx, pptx).' },
  ],
  [/zip|rar|7z|tar|gzip/, { zh: '請解開壓縮檔，一個一個上傳。', en: 'Unpack the archive and upload what is in it.' }],
  [/macroenabled/i, { zh: '請另存為不含巨集的檔案。', en: 'Save it without macros.' }],
];

/** Told by their first two letters alone, with which a list may begin as well: BM, MZ. */
const TWO_LETTERS = /^(image\/bmp|application\/x-msdownload)$/;

/** What a file is by its content; its name is not asked. Throws a problem that says what is taken, where it is not. */
export async function recognise(path: string): Promise<string> {
  const content = await readFile(path);
  const found = await fileTypeFromBuffer(content);
  if (!found || TWO_LETTERS.test(found.mime)) return textType(content, found?.mime);
  if (!(found.mime in MEDIA_TYPES))
    throw typeRefused(found.mime, HINTS.find(([pattern]) => pattern.test(found.mime))?.[1]);
  if (found.mime === 'application/pdf') requireWholePdf(content);
  if (isOffice(found.mime)) requirePlainOffice(content);
  return found.mime;
}

function textType(content: Buffer, mime = 'unknown'): string {
  const kind = textKind(content);
  if (kind === 'text') return 'text/plain';
  throw typeRefused(kind === 'markup' ? 'HTML / SVG / XML / script' : mime);
}

/** A PDF from its first byte to its last, and nothing else at the same time. */
function requireWholePdf(content: Buffer): void {
  const starts = content.subarray(0, 5).toString('latin1') === '%PDF-';
  const ends = content.subarray(-2048).includes('%%EOF');
  if (!starts || !ends) throw suspicious(CUT_OFF);
  if (endsAsArchive(content)) throw suspicious(TWO_IN_ONE);
}

function requirePlainOffice(content: Buffer): void {
  const entries = archiveEntries(content);
  if (!entries) throw suspicious(TWO_IN_ONE);
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) throw suspicious(SWELLS);
  if (entries.some(({ name }) => /vbaProject\.bin$|^(Basic|Scripts)\//i.test(name))) throw suspicious(MACROS);
}

const CUT_OFF = { zh: 'PDF 不完整，請重新輸出。', en: 'the PDF is cut off. Export it again.' };
const TWO_IN_ONE = {
  zh: '檔案不完整，或裡面藏有另一種檔案。請用原來的軟體重新儲存。',
  en: 'it is cut off, or hides a file of another kind. Save it again with the program it comes from.',
};
const SWELLS = { zh: '解開後會異常地大。', en: 'unpacked it would be abnormally large.' };
const MACROS = { zh: '含有巨集。請另存為不含巨集的檔案。', en: 'it holds macros. Save it without them.' };
